using Anfragen.Domain.Tests.Support;
using Xunit.Abstractions;

namespace Anfragen.Domain.Tests.Exploration;

/// <summary>Seeded walks through cases too large to explore: three questions, joint answers, contributions, everybody taking part.</summary>
public sealed class RandomWalkTests(ITestOutputHelper output)
{
    private const int Walks = 1_000;
    private const int StepsPerWalk = 60;
    private const int RoundsToGiveUp = 20;

    // People help a case along more often than they throw it back; otherwise few walks would get as far as a signature.
    private static readonly HashSet<Step> Seldom =
    [
        Step.Revise, Step.Discard, Step.Recall, Step.RejectQuestion, Step.WithdrawQuestion, Step.Decline, Step.Reassign, Step.ReturnForRedraft,
        Step.ReturnReply, Step.DiscardReply, Step.AnnulSignature, Step.Depublish, Step.ReturnContribution, Step.SaveAnswerVersion,
        Step.ReviseReply, Step.RequestContribution, Step.SubmitContribution, Step.SplitAnswer,
    ];

    [Fact]
    public void No_walk_breaks_an_invariant_or_rewrites_evidence()
    {
        var world = new World(3, [City.MainDepartment, City.FundingDirectorate])
        {
            Contributor = City.CitizensDepartment,
            WithCoAsker = true,
            HeadsWrite = true,
        };
        var (taken, refused, finished, joint) = (0, 0, 0, 0);
        for (var seed = 0; seed < Walks; seed++)
        {
            var random = new Random(seed);
            var @case = world.Start();
            var path = new List<Move>();
            var idle = 0;
            while (path.Count < StepsPerWalk)
            {
                var moves = world.MovesIn(@case).ToArray();
                random.Shuffle(moves);
                var next = @case;
                foreach (var move in moves)
                {
                    if (Seldom.Contains(move.Step) && random.Next(8) != 0) continue;
                    if (!move.MayBeOpen && random.Next(10) != 0) continue;
                    next = World.Copy(@case);
                    if (move.IsAllowed(next))
                    {
                        path.Add(move);
                        break;
                    }

                    next = @case;
                    refused++;
                }

                if (next == @case)
                {
                    if (++idle == RoundsToGiveUp) break;
                    continue;
                }

                idle = 0;
                Assert.True(path[^1].MayBeOpen, $"Walk {seed}: the tables refuse the last step of {string.Join(" > ", path)}");
                var breaches = Invariants.BrokenIn(next).Concat(Invariants.BrokenBy(@case, next)).ToList();
                Assert.True(breaches.Count == 0, $"Walk {seed}: {string.Join("; ", breaches)} after {string.Join(" > ", path)}");
                Assert.Equal(@case.Inquiry.Acts, next.Inquiry.Acts.Take(@case.Inquiry.Acts.Count));
                @case = next;
            }

            taken += path.Count;
            if (Invariants.IsDone(@case)) finished++;
            if (@case.Replies.Any(reply => reply.Entries.Any(entry => entry.Questions.Count > 1))) joint++;
        }

        output.WriteLine($"{taken} steps taken, {refused} refused, {finished} of {Walks} cases finished, {joint} with a joint answer in a reply.");
        Assert.True(finished > 0 && joint > 0, "The walks never get far enough to prove anything.");
    }
}
