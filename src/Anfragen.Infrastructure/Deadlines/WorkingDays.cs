using Anfragen.Application.Deadlines;
using Anfragen.Domain.Calendar;
using Anfragen.Infrastructure.Replies;
using Microsoft.Extensions.Configuration;

namespace Anfragen.Infrastructure.Deadlines;

/// <summary>On which days the city works: by the calendar of the rules delivered for it.</summary>
internal sealed class WorkingDays(IDeadlineRules sets, IConfiguration configuration)
{
    // Until a city has rules of its own, the holidays are those of the Land of which there are templates.
    private static readonly OfficeCalendar Otherwise = new(Land.RP);

    public async Task<OfficeCalendar> Calendar(CancellationToken cancel)
    {
        var name = RenderingServices.TemplateName(configuration);
        return sets.Names.Contains(name) ? (await sets.Get(name, cancel)).Calendar : Otherwise;
    }
}
