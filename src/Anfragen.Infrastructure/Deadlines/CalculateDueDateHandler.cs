using Anfragen.Application;
using Anfragen.Application.Deadlines;
using Anfragen.Domain.Deadlines;
using MediatR;

namespace Anfragen.Infrastructure.Deadlines;

internal sealed class CalculateDueDateHandler(IDeadlineRules sets) : IRequestHandler<CalculateDueDate, DueDateCalculation>
{
    public async Task<DueDateCalculation> Handle(CalculateDueDate query, CancellationToken cancel)
    {
        var rules = await sets.Get(query.Rules, cancel);
        var rule = rules.Of(query.Kind) ?? throw new NotFound();
        return new DueDateCalculation(rules.City, rule, DueDate.Of(rule, rules.Calendar, query.Received));
    }
}
