using Anfragen.Application.Work;
using Anfragen.Domain;
using Anfragen.Domain.Cases;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Anfragen.Web.Pages.Work;

/// <summary>Filters of the inbox, the same for the page, the table and the calendar.</summary>
public abstract class WorkListModel : PageModel
{
    [BindProperty(SupportsGet = true, Name = "art")]
    public WorkKind? Kind { get; set; }

    [BindProperty(SupportsGet = true, Name = "amt")]
    public OrganizationId? Department { get; set; }

    [BindProperty(SupportsGet = true, Name = "fraktion")]
    public OrganizationId? Group { get; set; }

    [BindProperty(SupportsGet = true, Name = "faellig")]
    public DueChoice? Due { get; set; }

    [BindProperty(SupportsGet = true, Name = "nach")]
    public string? After { get; set; }

    /// <summary>Whether only some are shown.</summary>
    public bool IsFiltered => Kind is not null || Department is not null || Group is not null || Due is not null;

    /// <summary>What is asked for.</summary>
    protected ListMyWork Chosen => new() { Kind = Kind, Department = Department, Group = Group, Due = Due, After = After };

    /// <summary>The filters behind an address, with another kind or place in the list.</summary>
    public string Filters(WorkKind? kind, string? after = null) => QueryString.Create(new Dictionary<string, string?>
    {
        ["art"] = kind?.ToString(),
        ["amt"] = Department?.ToString(),
        ["fraktion"] = Group?.ToString(),
        ["faellig"] = Due?.ToString(),
        ["nach"] = after,
    }.Where(part => part.Value is not null)).ToString();
}
