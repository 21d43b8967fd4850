using Anfragen.Application.Inquiries;
using Anfragen.Domain.Inquiries;
using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Anfragen.Web.Pages.Inquiries;

/// <summary>Anfragen: all that this person may see.</summary>
public sealed class ListInquiriesModel(IMediator mediator) : PageModel
{
    [BindProperty(SupportsGet = true, Name = "stand")]
    public InquiryStatus? Status { get; set; }

    [BindProperty(SupportsGet = true, Name = "frist")]
    public DeadlineChoice? Deadline { get; set; }

    [BindProperty(SupportsGet = true, Name = "nach")]
    public string? After { get; set; }

    public InquiryPage Inquiries { get; private set; } = null!;

    /// <summary>Whether only some are shown.</summary>
    public bool IsFiltered => Status is not null || Deadline is not null;

    public async Task OnGetAsync(CancellationToken cancel) =>
        Inquiries = await mediator.Send(new ListInquiries { Status = Status, Deadline = Deadline, After = After }, cancel);

    /// <summary>The address of another page of the same list.</summary>
    public string Address(string? after) => $"/vorgaenge{QueryString.Create(new Dictionary<string, string?>
    {
        ["stand"] = Status?.ToString(),
        ["frist"] = Deadline?.ToString(),
        ["nach"] = after,
    }.Where(part => part.Value is not null))}";
}
