using Anfragen.Application.Deadlines;
using Anfragen.Domain.Calendar;
using Anfragen.Domain.Deadlines;
using Anfragen.Infrastructure.Replies;
using Microsoft.Extensions.Configuration;

namespace Anfragen.Infrastructure.Deadlines;

/// <summary>What the administration introduced; before that the rules that the setting names, else those delivered for the city whose templates are used.</summary>
internal sealed class CityRules(RuleSets own, IDeadlineRules sets, IConfiguration configuration) : ICityRules
{
    private static readonly DeadlineRules None = new("", new OfficeCalendar(Land.RP), []);

    /// <inheritdoc/>
    public async Task<DeadlineRules> On(DateOnly day, CancellationToken cancel)
    {
        if (await own.On(day, cancel) is { } set) return set.Rules;
        var name = configuration[RuleSetting.Name] ?? RenderingServices.TemplateName(configuration);
        return sets.Names.Contains(name) ? await sets.Get(name, cancel) : None;
    }
}
