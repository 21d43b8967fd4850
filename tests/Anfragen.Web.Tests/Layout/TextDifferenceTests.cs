using Anfragen.Web.Layout;

namespace Anfragen.Web.Tests.Layout;

public sealed class TextDifferenceTests
{
    [Theory]
    [InlineData("", "")]
    [InlineData("", "Neu\n")]
    [InlineData("Eins\nZwei\nDrei", "Eins\nZwo\nDrei\nVier")]
    [InlineData("von zwölf Plätzen", "von 12 Plätzen")]
    [InlineData("a\n\n\nb", "b\na")]
    public void The_pieces_hold_both_texts(string before, string after)
    {
        var parts = TextDifference.Of(before, after);

        Assert.Equal(before, string.Concat(parts.Where(part => part.Kind != DifferenceKind.Inserted).Select(part => part.Text)));
        Assert.Equal(after, string.Concat(parts.Where(part => part.Kind != DifferenceKind.Deleted).Select(part => part.Text)));
    }

    [Fact]
    public void Within_a_line_only_the_words_that_differ_are_marked() =>
        Assert.Equal(
            [
                new(DifferenceKind.Same, "Der erste Satz.\nEs sind "), new(DifferenceKind.Deleted, "zwölf"),
                new(DifferenceKind.Inserted, "12"), new(DifferenceKind.Same, " Plätze."),
            ],
            TextDifference.Of("Der erste Satz.\nEs sind zwölf Plätze.", "Der erste Satz.\nEs sind 12 Plätze."));

    [Fact]
    public void Two_long_texts_without_a_word_in_common_are_shown_as_wholes()
    {
        var (before, after) = (string.Join(' ', Enumerable.Range(0, 20_000)), string.Join(' ', Enumerable.Range(50_000, 20_000)));

        Assert.Equal([new(DifferenceKind.Deleted, before), new(DifferenceKind.Inserted, after)], TextDifference.Of(before, after));
    }
}
