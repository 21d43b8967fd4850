using Anfragen.Application.Deadlines;
using Anfragen.Domain.Calendar;
using Anfragen.Domain.Deadlines;
using Anfragen.Infrastructure.Replies;
using Microsoft.Extensions.Configuration;

namespace Anfragen.Infrastructure.Deadlines;

/// <summary>The rules that the setting names, else those delivered for the city whose templates are used.</summary>
public sealed class CityRules(IDeadlineRules sets, IConfiguration configuration) : ICityRules
{
    /// <summary>Names a file of <c>templates/rules/</c>, without its ending.</summary>
    public const string Setting = "Anfragen:Rules";


    private static readonly DeadlineRules None = new("", new OfficeCalendar(Land.RP), []);

    /// <inheritdoc/>
    public async Task<DeadlineRules> On(DateOnly day, CancellationToken cancel)
    {
        var name = configuration[Setting] ?? RenderingServices.TemplateName(configuration);
        return sets.Names.Contains(name) ? await sets.Get(name, cancel) : None;
    }
}
