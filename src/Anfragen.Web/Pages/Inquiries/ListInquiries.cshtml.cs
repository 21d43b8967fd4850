using Anfragen.Application.Inquiries;
using Anfragen.Domain.Inquiries;
using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Anfragen.Web.Pages.Inquiries;

/// <summary>Anfragen: all that this person may see.</summary>
public class ListInquiriesModel(IMediator mediator) : PageModel
{
    [BindProperty(SupportsGet = true, Name = "stand")]
    public InquiryStatus? Status { get; set; }

    [BindProperty(SupportsGet = true, Name = "frist")]
    public DeadlineChoice? Deadline { get; set; }

    /// <summary>Only these, for the table of what was ticked.</summary>
    [BindProperty(SupportsGet = true, Name = "id")]
    public List<Domain.InquiryId> Only { get; set; } = [];

    [BindProperty(SupportsGet = true, Name = "nach")]
    public string? After { get; set; }

    public InquiryPage Inquiries { get; private set; } = null!;

    /// <summary>Whether only some are shown.</summary>
    public bool IsFiltered => Status is not null || Deadline is not null;

    /// <summary>What is asked for.</summary>
    protected ListInquiries Chosen => new() { Status = Status, Deadline = Deadline, Only = Only, After = After };

    public virtual async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        Inquiries = await mediator.Send(Chosen, cancel);
        // As with the tasks: the bare address opens with the person's own view.
        return Inquiries.Views.FirstOrDefault(view => view.IsDefault) is { Query.Length: > 0 } first && !Request.QueryString.HasValue
            ? Redirect("/vorgaenge" + first.Query)
            : Page();
    }

    /// <summary>The address of another page of the same list.</summary>
    public string Address(string? after) => $"/vorgaenge{(after is null && !IsFiltered ? "?alle=ja" : Filters(after))}";

    /// <summary>The filters behind an address, with another place in the list.</summary>
    public string Filters(string? after = null) => QueryString.Create(new Dictionary<string, string?>
    {
        ["stand"] = Status?.ToString(),
        ["frist"] = Deadline?.ToString(),
        ["nach"] = after,
    }.Where(part => part.Value is not null)).ToString();
}
