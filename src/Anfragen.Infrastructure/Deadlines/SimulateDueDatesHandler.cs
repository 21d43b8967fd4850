using Anfragen.Application.Deadlines;
using Anfragen.Domain;
using Anfragen.Domain.Deadlines;
using MediatR;

namespace Anfragen.Infrastructure.Deadlines;

internal sealed class SimulateDueDatesHandler(ICityRules own, IDeadlineRules sets, TimeProvider clock) : IRequestHandler<SimulateDueDates, DueDateSimulation>
{
    public async Task<DueDateSimulation> Handle(SimulateDueDates query, CancellationToken cancel)
    {
        var today = Berlin.Day(clock.GetUtcNow());
        var received = query.Received ?? today;
        var city = await own.On(today, cancel);
        var results = Results(city, received, isOwn: true).ToList();
        foreach (var name in sets.Names)
        {
            var other = await sets.Get(name, cancel);
            if (other.City != city.City) results.AddRange(Results(other, received, isOwn: false));
        }

        return new DueDateSimulation(received, results);
    }

    private static IEnumerable<SimulatedDueDate> Results(DeadlineRules rules, DateOnly received, bool isOwn) =>
        rules.Rules.Select(rule => new SimulatedDueDate(rules.City, rule, DueDate.Of(rule, rules.Calendar, received), isOwn));
}
