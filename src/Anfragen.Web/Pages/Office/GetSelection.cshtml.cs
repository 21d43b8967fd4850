using Anfragen.Application.Office;
using Anfragen.Domain;
using Anfragen.Web.Errors;
using Anfragen.Web.Layout;
using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Anfragen.Web.Pages.Office;

/// <summary>Auswahl: what was ticked in the list of inquiries, and what is done with all of it at once.</summary>
public sealed class GetSelectionModel(IMediator mediator) : PageModel, IShowsAgain
{
    /// <summary>What is ticked.</summary>
    [BindProperty(SupportsGet = true, Name = "id")]
    public List<InquiryId> Inquiries { get; set; } = [];

    /// <summary>What is shown, ticked or not.</summary>
    [BindProperty(Name = "gezeigt")]
    public List<InquiryId> Shown { get; set; } = [];

    [BindProperty]
    public DateOnly? MeetingOn { get; set; }

    [BindProperty]
    public string Committee { get; set; } = "";

    [BindProperty]
    public OrganizationId? Lead { get; set; }

    public Selection Selection { get; private set; } = null!;

    public Task OnGetAsync(CancellationToken cancel) => Prepare(cancel);

    public Task<IActionResult> OnPostRemindAsync(CancellationToken cancel) =>
        Take(new RemindDepartments { Inquiries = Inquiries }, "Erinnert wurden die Ämter zu", cancel);

    public Task<IActionResult> OnPostMeetingAsync(CancellationToken cancel) =>
        Take(new SetMeeting { Inquiries = Inquiries, MeetingOn = MeetingOn, Committee = Committee }, "Auf die Tagesordnung gesetzt:", cancel);

    public Task<IActionResult> OnPostRouteAsync(CancellationToken cancel) =>
        Take(new RouteInquiries { Inquiries = Inquiries, Lead = Lead }, "Zugewiesen:", cancel);

    public async Task<IActionResult?> Prepare(CancellationToken cancel)
    {
        Selection = await mediator.Send(new GetSelection([.. Inquiries.Union(Shown)]), cancel);
        return null;
    }

    private async Task<IActionResult> Take(IRequest<IReadOnlyList<string>> command, string what, CancellationToken cancel)
    {
        this.Done($"{what} {string.Join(", ", await mediator.Send(command, cancel))}.");
        return Redirect("/vorgaenge/auswahl" + QueryString.Create(Inquiries.Select(id => KeyValuePair.Create("id", (string?)id.ToString()))));
    }
}
