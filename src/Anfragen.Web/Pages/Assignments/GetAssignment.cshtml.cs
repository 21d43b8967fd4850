using Anfragen.Application.Answers;
using Anfragen.Application.Assignments;
using Anfragen.Domain;
using Anfragen.Web.Errors;
using Anfragen.Web.Layout;
using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Anfragen.Web.Pages.Assignments;

/// <summary>Eine Zuweisung: what a department is asked for, and where a contributing one writes it.</summary>
public sealed class GetAssignmentModel(IMediator mediator) : PageModel, IShowsAgain
{
    [FromRoute, BindProperty(SupportsGet = true)]
    public AssignmentId Id { get; set; }

    [BindProperty]
    public SubmitContribution Input { get; set; } = new() { Id = default };

    public AssignmentDetails Assignment { get; private set; } = null!;

    public MarkdownPreview Preview { get; private set; } = null!;

    /// <summary>Whether the form holds something that is not stored.</summary>
    public bool IsShownAgain => HttpMethods.IsPost(Request.Method);

    public async Task OnGetAsync(CancellationToken cancel)
    {
        Assignment = await mediator.Send(new GetAssignment(Id), cancel);
        var latest = Assignment.Contributions.LastOrDefault();
        Input = new() { Id = Id, Markdown = latest?.Markdown ?? "" };
        Preview = new(latest?.Html ?? "", []);
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        await mediator.Send(Input with { Id = Id }, cancel);
        this.Done("Ihre Zuarbeit ist beim federführenden Amt.");
        return Redirect($"/zuweisungen/{Id}");
    }

    public async Task<IActionResult> OnPostPreviewAsync(CancellationToken cancel) => await Prepare(cancel) ?? Page();

    public async Task<IActionResult?> Prepare(CancellationToken cancel)
    {
        Assignment = await mediator.Send(new GetAssignment(Id), cancel);
        Preview = await mediator.Send(new PreviewMarkdown(Input.Markdown), cancel);
        return null;
    }
}
