using Anfragen.Application.Deadlines;
using Anfragen.Domain;
using MediatR;

namespace Anfragen.Infrastructure.Deadlines;

internal sealed class ListRuleSetsHandler(IRuleSets sets, ICityRules rules, TimeProvider clock) : IRequestHandler<ListRuleSets, RuleSetPage>
{
    public async Task<RuleSetPage> Handle(ListRuleSets query, CancellationToken cancel)
    {
        var today = Berlin.Day(clock.GetUtcNow());
        return new RuleSetPage(today, await rules.On(today, cancel), await sets.All(cancel));
    }
}
