using Anfragen.Application.Work;
using Anfragen.Web.Layout;
using MediatR;
using Microsoft.AspNetCore.Mvc;

namespace Anfragen.Web.Pages.Work;

/// <summary>Die Fristen der eigenen Aufgaben als Kalender, with the filters of the page.</summary>
public sealed class ListMyWorkCalendarModel(IMediator mediator) : WorkListModel
{
    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        var lines = new List<WorkLine>();
        string? after = null;
        do
        {
            var page = await mediator.Send(Chosen with { After = after, Size = CsvFiles.Batch }, cancel);
            lines.AddRange(page.Items);
            after = page.Next;
        }
        while (after is not null);

        Response.Headers.CacheControl = "private, no-store";
        var root = $"{Request.Scheme}://{Request.Host}{Request.PathBase}";
        return File(CalendarFile.Of(lines, line => root + line.Address()), $"{CalendarFile.MediaType}; charset=utf-8", "Fristen.ics");
    }
}
