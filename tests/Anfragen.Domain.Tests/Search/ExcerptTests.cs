using Anfragen.Domain.Search;

namespace Anfragen.Domain.Tests.Search;

public sealed class ExcerptTests
{
    private readonly WordFinder _wanted = new([new("Radwege"), new("Kosten")]);

    [Fact]
    public void A_short_text_is_shown_whole_with_its_words_marked()
    {
        var excerpt = Excerpt.Of("Was kosten die Radwege?", _wanted, 200);

        Assert.Equal("Was kosten die Radwege?", string.Concat(excerpt.Runs.Select(run => run.Text)));
        Assert.Equal(["kosten", "Radwege"], excerpt.Runs.Where(run => run.IsHit).Select(run => run.Text));
        Assert.Equal(2, excerpt.Hits);
    }

    [Fact]
    public void A_long_text_is_cut_to_where_most_of_the_words_are()
    {
        var text = $"Radwege zuerst. {string.Concat(Enumerable.Repeat("Davon handelt dieser Satz nirgends. ", 40))}Hier stehen Radwege und Kosten beisammen. {string.Concat(Enumerable.Repeat("Schluss. ", 60))}";

        var excerpt = Excerpt.Of(text, _wanted, 120);

        Assert.Equal(["Radwege", "Kosten"], excerpt.Runs.Where(run => run.IsHit).Select(run => run.Text));
        Assert.InRange(string.Concat(excerpt.Runs.Select(run => run.Text)).Length, 60, 130);
        Assert.StartsWith("… ", excerpt.Runs[0].Text, StringComparison.Ordinal);
        Assert.EndsWith(" …", excerpt.Runs[^1].Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Without_a_word_of_them_it_is_the_beginning() =>
        Assert.StartsWith("Davon", Excerpt.Of(string.Concat(Enumerable.Repeat("Davon steht nichts da. ", 40)), _wanted, 100).Runs[0].Text, StringComparison.Ordinal);
}
