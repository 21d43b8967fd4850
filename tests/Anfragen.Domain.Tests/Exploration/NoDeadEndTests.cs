using Anfragen.Domain.Answers;
using Anfragen.Domain.Tests.Support;
using Xunit.Abstractions;

namespace Anfragen.Domain.Tests.Exploration;

/// <summary>The whole state space of small cases on the real aggregates.</summary>
public sealed class NoDeadEndTests(ITestOutputHelper output)
{
    private static readonly IReadOnlySet<Step> EasyWaysOut =
        new HashSet<Step> { Step.RejectQuestion, Step.Discard, Step.DiscardIntake, Step.DiscardReply, Step.AnnulSignature };

    private static readonly World TwoQuestions = new(2, [City.MainDepartment, City.FundingDirectorate]) { FromDraft = false };

    private static readonly World OneQuestionWithEverybody = new(1, [City.MainDepartment, City.FundingDirectorate])
    {
        Contributor = City.CitizensDepartment,
        WithCoAsker = true,
        HeadsWrite = true,
    };

    private static readonly World OneQuestionWithStages = new(1, [City.MainDepartment, City.FundingDirectorate])
    {
        Reminds = true,
        Contributor = City.CitizensDepartment,
        HeadsWrite = true,
        FromDraft = false,
        CoSignatures = new CoSignatureRule(
            [CoSignatureStage.Department, CoSignatureStage.Directorate, CoSignatureStage.Contributors], City.Directorate),
    };

    private static readonly World TwoQuestionsFromPaper = new(2, [City.MainDepartment]) { FromIntake = true, WithCoAsker = true };

    private static readonly World JustHandedIn = new(1, []) { Refers = true };

    private static readonly World OneQuestionCorrected = new(1, [City.MainDepartment, City.FundingDirectorate]) { Contributor = City.CitizensDepartment, FromDraft = false, WithCorrections = true };

    private static readonly World OneQuestionAndOneMore = new(1, [City.MainDepartment, City.FundingDirectorate]) { Contributor = City.CitizensDepartment, FromDraft = false, WithSupplementary = true };

    private static readonly World FromTheArchive = new(3, [City.MainDepartment]) { FromArchive = true };

    public static TheoryData<string> Worlds =>
        ["two questions", "one question with everybody", "one question with stages", "two questions from paper", "an old case", "a correction", "a supplementary question"];

    [Theory]
    [MemberData(nameof(Worlds))]
    public void Every_state_leads_to_a_finished_case_and_no_state_breaks_an_invariant(string world)
    {
        var space = Explored(world);
        var deadEnds = space.DeadEnds(EasyWaysOut);
        output.WriteLine($"{world}: {space.States} states, {space.Edges} steps, {deadEnds.Count} dead ends.");

        foreach (var (breach, path) in space.Breaches) output.WriteLine($"{breach}: {path}");
        foreach (var path in deadEnds.OrderBy(path => path.Length).Take(3)) output.WriteLine($"dead end: {path}");

        Assert.Empty(space.Breaches);
        Assert.Empty(deadEnds);
    }

    [Fact]
    public void Every_transition_of_every_table_is_taken_somewhere()
    {
        var exercised = Spaces.Two.Value.Exercised.Union(Spaces.One.Value.Exercised).Union(Spaces.Stages.Value.Exercised)
            .Union(Spaces.Paper.Value.Exercised).Union(Spaces.Archive.Value.Exercised).Union(Spaces.Corrected.Value.Exercised).Union(Spaces.HandedIn.Value.Exercised)
            .Union(Spaces.OneMore.Value.Exercised).ToHashSet();
        var tables = Rows("inquiry", Transitions.OfInquiry)
            .Concat(Rows("assignment", Transitions.OfAssignment))
            .Concat(Rows("answer", Transitions.OfAnswer))
            .Concat(Rows("reply", Transitions.OfReply))
            .Concat(Rows("publication", Transitions.OfPublication));

        var neverTaken = tables.Except(exercised).ToList();
        Assert.Empty(neverTaken);
    }

    [Theory]
    [MemberData(nameof(Worlds))]
    public void Two_histories_that_look_the_same_allow_the_same(string world)
    {
        var space = Explored(world);
        output.WriteLine($"{world}: {space.ComparedHistories} pairs of histories compared.");

        foreach (var difference in space.Differences.OrderBy(difference => difference.Length).Take(5)) output.WriteLine(difference);

        Assert.True(space.ComparedHistories > 50 || space.States < 50);
        Assert.Empty(space.Differences);
    }

    private static IEnumerable<(string Table, string? From, Step Step, string To)> Rows<TState>(
        string table, IEnumerable<Transition<TState>> transitions) where TState : struct, Enum =>
        transitions.Select(transition => (table, transition.From?.ToString(), transition.Step, transition.To.ToString()));

    private static StateSpace Explored(string world) => world switch
    {
        "two questions" => Spaces.Two.Value,
        "one question with everybody" => Spaces.One.Value,
        "an old case" => Spaces.Archive.Value,
        "a correction" => Spaces.Corrected.Value,
        "a supplementary question" => Spaces.OneMore.Value,
        "two questions from paper" => Spaces.Paper.Value,
        _ => Spaces.Stages.Value,
    };

    private static class Spaces
    {
        public static readonly Lazy<StateSpace> Two = new(() => StateSpace.Explore(TwoQuestions, 1_000_000));

        public static readonly Lazy<StateSpace> One = new(() => StateSpace.Explore(OneQuestionWithEverybody, 1_000_000));

        public static readonly Lazy<StateSpace> Paper = new(() => StateSpace.Explore(TwoQuestionsFromPaper, 1_000_000));

        public static readonly Lazy<StateSpace> Corrected = new(() => StateSpace.Explore(OneQuestionCorrected, 1_000_000));

        public static readonly Lazy<StateSpace> Archive = new(() => StateSpace.Explore(FromTheArchive, 1_000_000));

        public static readonly Lazy<StateSpace> OneMore = new(() => StateSpace.Explore(OneQuestionAndOneMore, 1_000_000));

        public static readonly Lazy<StateSpace> HandedIn = new(() => StateSpace.Explore(JustHandedIn, 1_000_000));

        public static readonly Lazy<StateSpace> Stages = new(() => StateSpace.Explore(OneQuestionWithStages, 1_000_000));
    }
}
