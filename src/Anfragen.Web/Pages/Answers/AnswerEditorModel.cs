using Anfragen.Application.Answers;
using Anfragen.Domain;
using Anfragen.Web.Errors;
using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Anfragen.Web.Pages.Answers;

/// <summary>An answer while it is being written: previewed, or with a contribution taken up. Nothing is stored here.</summary>
public abstract class AnswerEditorModel(IMediator mediator) : PageModel, IShowsAgain
{
    /// <summary>From the address alone, so that the form cannot name another answer than the page shows.</summary>
    [FromRoute, BindProperty(SupportsGet = true)]
    public AnswerId Id { get; set; }

    [BindProperty]
    public SaveAnswerVersion Input { get; set; } = new() { Id = default };

    public AnswerDetails Answer { get; private set; } = null!;

    public MarkdownPreview Preview { get; protected set; } = null!;

    /// <summary>The pages of the letter, when they were asked for.</summary>
    public LetterPages? Pages { get; private set; }

    /// <summary>The contribution that was just put at the end of the text.</summary>
    public ContributionOfAnswer? TakenUp { get; private set; }

    /// <summary>Whether the form holds something that is not stored.</summary>
    public bool IsShownAgain => HttpMethods.IsPost(Request.Method);

    protected IMediator Mediator => mediator;

    public async Task<IActionResult> OnPostPreviewAsync(CancellationToken cancel) => await Prepare(cancel) ?? Page();

    public async Task<IActionResult> OnPostPagesAsync(CancellationToken cancel)
    {
        await Prepare(cancel);
        Pages = await mediator.Send(AnswerDraft.Shown(Input with { Id = Id }), cancel);
        return Page();
    }

    public async Task<IActionResult> OnPostTakeUpAsync(AssignmentId contribution, CancellationToken cancel)
    {
        await Load(cancel);
        TakenUp = Answer.Contributions.FirstOrDefault(candidate => candidate.Assignment == contribution);
        if (TakenUp?.Latest is not { } text) return NotFound();
        ModelState.Remove("Input.Markdown");
        Input = AnswerDraft.With(Input, text);
        Preview = await mediator.Send(new PreviewMarkdown(Input.Markdown), cancel);
        return Page();
    }

    public async Task<IActionResult?> Prepare(CancellationToken cancel)
    {
        await Load(cancel);
        Preview = await mediator.Send(new PreviewMarkdown(Input.Markdown), cancel);
        return null;
    }

    protected async Task Load(CancellationToken cancel) => Answer = await mediator.Send(new GetAnswer(Id), cancel);
}
