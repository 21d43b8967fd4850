using Anfragen.Application.Assignments;
using Anfragen.Application.Inquiries;
using Anfragen.Domain;
using Anfragen.Domain.Assignments;
using Anfragen.Web.Errors;
using Anfragen.Web.Layout;
using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Anfragen.Web.Pages.Assignments;

/// <summary>Umverteilen: the council office gives the lead of a question to another department.</summary>
public sealed class ReassignQuestionModel(IMediator mediator) : PageModel, IShowsAgain
{
    [FromRoute, BindProperty(SupportsGet = true)]
    public InquiryId Id { get; set; }

    [BindProperty]
    public ReassignQuestion Input { get; set; } = new() { Id = default, Question = default };

    public Routing Routing { get; private set; } = null!;

    /// <summary>Whether a department leads the question, so that it can be another one.</summary>
    public static bool IsLed(QuestionDetails question) => question.Assignments.Any(assignment =>
        assignment is { Part: AssignmentPart.Lead, State: AssignmentState.Offered or AssignmentState.Accepted });

    public async Task OnGetAsync(CancellationToken cancel)
    {
        await Prepare(cancel);
        CommonRules.StepFitsState.BrokenIf(!Routing.Inquiry.Open.Contains(Step.Reassign));
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        await mediator.Send(Input with { Id = Id }, cancel);
        this.Done("Die Federführung ist geändert. Das neue Amt findet die Frage bei seinen Aufgaben.");
        return Redirect($"/vorgaenge/{Id}");
    }

    public async Task<IActionResult?> Prepare(CancellationToken cancel)
    {
        Routing = await mediator.Send(new GetRouting(Id), cancel);
        return null;
    }
}
