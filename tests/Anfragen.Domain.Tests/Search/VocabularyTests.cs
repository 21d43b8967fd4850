using Anfragen.Domain.Search;

namespace Anfragen.Domain.Tests.Search;

public sealed class VocabularyTests
{
    private static readonly string[] Terms = ["dezernat", "fordermitteldezernats", "fordermittel", "mensa", "schulmensa", "kita", "kindergarten", "neu", "eu", "schulmensen"];

    [Fact]
    public void The_word_comes_before_its_compounds_and_strangers_do_not_come() =>
        Assert.Equal(["dezernat", "fordermitteldezernats"], Found(Filled().Matches(new("Dezernat"))));

    [Fact]
    public void Short_words_are_found_as_words_alone() => Assert.Equal(["eu"], Found(Filled().Matches(new("EU"))));

    [Fact]
    public void A_compound_is_related_to_its_head() => Assert.Contains("mensa", Found(Filled().Related(new("Schulmensa"))));

    [Fact]
    public void What_means_the_same_is_related_and_not_a_match()
    {
        Assert.Contains("kindergarten", Found(Filled().Related(new("Kitas"))));
        Assert.DoesNotContain("kindergarten", Found(Filled().Matches(new("Kitas"))));
    }

    [Fact]
    public void No_word_brings_more_terms_than_there_may_be()
    {
        var vocabulary = new Vocabulary();
        for (var id = 1; id <= 2 * Vocabulary.MostMatches; id++) vocabulary.Add(id, $"bau{(char)('a' + (id % 26))}{id}");
        vocabulary.Add(5000, "bau");

        var matches = vocabulary.Matches(new("Bau"));

        Assert.Equal(Vocabulary.MostMatches, matches.Count);
        Assert.Equal(5000, matches[0].Id);
    }

    private static Vocabulary Filled()
    {
        var vocabulary = new Vocabulary();
        for (var id = 1; id <= Terms.Length; id++) vocabulary.Add(id, Terms[id - 1]);
        return vocabulary;
    }

    private static IEnumerable<string> Found(IEnumerable<TermMatch> matches) => matches.Select(match => Terms[match.Id - 1]);
}
