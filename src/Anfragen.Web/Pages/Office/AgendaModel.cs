using Anfragen.Application.Office;
using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Anfragen.Web.Pages.Office;

/// <summary>Anlage zur Tagesordnung, as a page and as plain text.</summary>
public abstract class AgendaModel(IMediator mediator) : PageModel
{
    [BindProperty(SupportsGet = true, Name = "tag")]
    public DateOnly? On { get; set; }

    [BindProperty(SupportsGet = true, Name = "gremium")]
    public string? Committee { get; set; }

    public AgendaAnnex Annex { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        Annex = await mediator.Send(new GetAgendaAnnex { On = On, Committee = Committee }, cancel);
        return Show();
    }

    /// <summary>"Radwege in der Neustadt (SPD)".</summary>
    public static string Line(AgendaItem item) => $"{item.Subject} ({item.Originators})";

    /// <summary>The address of a meeting's annex.</summary>
    public static string Address(DateOnly on, string committee, string end = "") => $"/sitzungen{end}" + QueryString.Create(
        new Dictionary<string, string?> { ["tag"] = on.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture), ["gremium"] = committee });

    protected virtual IActionResult Show() => Page();
}
