using Anfragen.Domain.Search;

namespace Anfragen.Domain.Tests.Search;

public sealed class RelevanceTests
{
    private static readonly WantedPart Rare = Part(5, new TermMatch(1, 1), new TermMatch(9, 0.3));
    private static readonly WantedPart Common = Part(500, new TermMatch(2, 1));

    [Fact]
    public void A_rare_word_says_more_than_a_common_one() => Assert.True(Score([1], Rare, Common) > Score([2], Rare, Common));

    [Fact]
    public void A_compound_repeated_does_not_become_the_word_itself() => Assert.True(Score([1], Rare) > Score([9, 9, 9, 9, 9, 9], Rare));

    [Fact]
    public void The_subject_says_most() =>
        Assert.True(Of(Rare).Of([new(PassageKind.Subject, [1])]) > Of(Rare).Of([new(PassageKind.Context, [1])]));

    [Fact]
    public void A_phrase_must_stand_there_as_one()
    {
        var phrase = new WantedPart([[new TermMatch(1, 1)], [new TermMatch(2, 1)]], 5);

        Assert.NotNull(Of(phrase).Of([new(PassageKind.Question, [7, 1, 2, 8])]));
        Assert.Null(Of(phrase).Of([new(PassageKind.Question, [2, 1, 7]), new(PassageKind.Answer, [2])]));
    }

    private static double Score(int[] terms, params WantedPart[] parts) => Of(parts).Of([new(PassageKind.Question, terms)])!.Value;

    private static Relevance Of(params WantedPart[] parts) => new(parts, 1000, PassageWeights.Search);

    private static WantedPart Part(int documents, params TermMatch[] matches) => new([matches], documents);
}
