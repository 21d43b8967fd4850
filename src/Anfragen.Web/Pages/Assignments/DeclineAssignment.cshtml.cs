using Anfragen.Application.Assignments;
using Anfragen.Domain;
using Anfragen.Web.Layout;
using MediatR;
using Microsoft.AspNetCore.Mvc;

namespace Anfragen.Web.Pages.Assignments;

/// <summary>Ablehnen: a usual cause, words of one's own, or both make the reason.</summary>
public sealed class DeclineAssignmentModel(IMediator mediator) : AssignmentDeedModel(mediator)
{
    public static readonly IReadOnlyList<string> Causes =
    [
        "Unser Amt ist nicht zuständig.",
        "Ein anderes Amt hat die Angaben.",
        "Die Frage ist zu unbestimmt, um sie zu beantworten.",
    ];

    [BindProperty]
    public DeclineAssignment Input { get; set; } = new() { Id = default };

    [BindProperty]
    public string Cause { get; set; } = Causes[0];

    protected override Step Step => Step.Decline;

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        await Mediator.Send(Input with { Id = Id, Reason = $"{Cause} {Input.Reason}".Trim() }, cancel);
        this.Done("Sie haben die Zuweisung abgelehnt. Ihr Grund ist vermerkt.");
        return Redirect("/aufgaben");
    }
}
