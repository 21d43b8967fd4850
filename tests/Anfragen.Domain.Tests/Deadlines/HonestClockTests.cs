using Anfragen.Domain.Deadlines;
using Anfragen.Domain.Tests.Support;
using Xunit.Abstractions;

namespace Anfragen.Domain.Tests.Deadlines;

/// <summary>
/// Whatever people do on whatever days, an item that was overdue never looks on time. What is overdue is told here a second time, day by day
/// and without the code under test: a day is late when the answer was owed on it, the clock ran, and the due date its morning saw was over.
/// </summary>
public sealed class HonestClockTests(ITestOutputHelper output)
{
    private const int Walks = 3_000;
    private const int MovesPerWalk = 25;

    private static readonly DeadlineRule Rule = new()
    {
        Kind = "schriftlich",
        Title = "Schriftliche Anfrage",
        Length = new DeadlineLength(2, DeadlineUnit.Week),
        LegalBasis = "§ 1 GO",
    };

    [Fact]
    public void No_sequence_of_actions_makes_an_overdue_item_look_on_time()
    {
        var (taken, late, extendedLate) = (0, 0, 0);
        for (var seed = 0; seed < Walks; seed++)
        {
            var random = new Random(seed);
            var scenario = Scenario.OnTheClock(random.Next(4) == 0 ? Rule with { Length = null } : Rule, questions: 1);
            var (first, known) = (scenario.Clock.FirstDueOn, (DateOnly?)null);
            var path = new List<string>();
            for (var move = 0; move < MovesPerWalk; move++)
            {
                var morning = Morning.Of(scenario.Clock);
                var days = random.Next(6);
                for (var passed = 0; passed < days; passed++)
                {
                    scenario.Wait(1);
                    if (morning.IsLateOn(scenario.Today)) known ??= scenario.Today;
                }

                path.Add($"{scenario.Today:dd.MM.} {Try(scenario, random)}");
                taken++;
                if (known is not null && path[^1].EndsWith(nameof(Scenario.Extend), StringComparison.Ordinal)) extendedLate++;
                // A due date that is established too late was over before.
                if (first is null && scenario.Clock.FirstDueOn is { } established)
                {
                    first = established;
                    if (established < scenario.Today) known = established.AddDays(1);
                }

                // A question admitted again too late makes its own day a late one.
                var now = Morning.Of(scenario.Clock);
                if (!morning.IsOwed && now.IsLateOn(scenario.Today)) known ??= scenario.Today;

                var told = $"Walk {seed}: {string.Join(", ", path)}";
                Assert.True(scenario.Clock.FirstDueOn == first, $"{told}: the first due date is another.");
                Assert.True(scenario.Clock.IsOverdueOn(scenario.Today) == known is not null, $"{told}: overdue is told wrongly.");
                if (known is not null) Assert.True(scenario.Clock.OverdueSince == known, $"{told}: since {scenario.Clock.OverdueSince}, not {known}.");
            }

            if (known is not null) late++;
        }

        output.WriteLine($"{taken} moves, {late} of {Walks} items overdue, {extendedLate} extensions of overdue items.");
        Assert.True(late > Walks / 4 && late < Walks && extendedLate > 0, "The walks prove nothing.");
    }

    private static string Try(Scenario scenario, Random random)
    {
        var ahead = scenario.Today.AddDays(random.Next(-5, 25));
        (string Name, Action Take)[] moves =
        [
            (nameof(Scenario.Extend), () => scenario.Extend(ahead)),
            (nameof(Scenario.Stop), () => scenario.Stop()),
            (nameof(Scenario.Restart), () => scenario.Restart()),
            (nameof(Scenario.SendInterim), () => scenario.SendInterim(ahead)),
            (nameof(Scenario.Establish), () => scenario.Establish(ahead)),
            (nameof(Scenario.Reject), () => scenario.Reject(1)),
            (nameof(Scenario.Reinstate), () => scenario.Reinstate(1)),
            (nameof(Scenario.Route), () => scenario.Route(1).Accept(1)),
            (nameof(Scenario.Reassign), () => scenario.Reassign(1, random.Next(2) == 0 ? City.FundingDirectorate : City.MainDepartment)),
            ("nothing", () => { }),
        ];
        var (name, take) = moves[random.Next(moves.Length)];
        try
        {
            take();
            return name;
        }
        catch (RuleViolation refused)
        {
            return $"{name} refused ({refused.Rule.Code})";
        }
    }

    /// <summary>What the clock shows before anybody does anything on a day.</summary>
    private sealed record Morning(DateOnly? Due, bool IsOwed, bool Runs)
    {
        public static Morning Of(Deadline clock) => new(clock.DueOn, clock.State != DeadlineState.Met, clock.State == DeadlineState.Running);

        public bool IsLateOn(DateOnly day) => Runs && Due < day;
    }
}
