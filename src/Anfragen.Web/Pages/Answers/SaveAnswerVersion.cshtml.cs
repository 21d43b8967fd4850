using Anfragen.Application.Answers;
using Anfragen.Domain;
using Anfragen.Domain.Answers;
using Anfragen.Web.Errors;
using Anfragen.Web.Layout;
using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Anfragen.Web.Pages.Answers;

/// <summary>Eine Antwort entwerfen: text, preview, contributions and versions; a stale text meets the newer one side by side.</summary>
public sealed class SaveAnswerVersionModel(IMediator mediator) : PageModel, IShowsAgain
{
    [FromRoute, BindProperty(SupportsGet = true)]
    public AnswerId Id { get; set; }

    [BindProperty]
    public SaveAnswerVersion Input { get; set; } = new() { Id = default };

    [FromQuery(Name = "von")]
    public int? From { get; set; }

    [FromQuery(Name = "bis")]
    public int? To { get; set; }

    public AnswerDetails Answer { get; private set; } = null!;

    public MarkdownPreview Preview { get; private set; } = null!;

    /// <summary>The contribution that was just put at the end of the text.</summary>
    public ContributionOfAnswer? TakenUp { get; private set; }

    public bool IsConflict => HttpContext.BrokenRule() == AnswerRules.BasedOnLatestVersion;

    /// <summary>Whether the form holds something that is not stored.</summary>
    public bool IsShownAgain => HttpMethods.IsPost(Request.Method);

    /// <summary>The two versions to compare, when both are there.</summary>
    public (AnswerVersionDetails From, AnswerVersionDetails To)? Compared =>
        Version(From) is { } from && Version(To) is { } to ? (from, to) : null;

    public async Task OnGetAsync(CancellationToken cancel)
    {
        Answer = await mediator.Send(new GetAnswer(Id), cancel);
        var latest = Answer.Latest;
        Input = new()
        {
            Id = Id,
            SubmissionKey = Guid.CreateVersion7(),
            BasedOn = latest?.No ?? 0,
            Kind = latest?.Kind ?? default,
            InNameOf = latest?.InNameOf,
            Markdown = latest?.Markdown ?? "",
        };
        Preview = new(latest?.Html ?? "", []);
    }

    public Task<IActionResult> OnPostAsync(CancellationToken cancel) => Save(Input with { Id = Id }, cancel);

    /// <summary>Saves after a conflict on top of the version that was shown beside the text.</summary>
    public Task<IActionResult> OnPostOnTopAsync(int latest, CancellationToken cancel) => Save(Input with { Id = Id, BasedOn = latest }, cancel);

    public async Task<IActionResult> OnPostPreviewAsync(CancellationToken cancel) => await Prepare(cancel) ?? Page();

    public async Task<IActionResult> OnPostTakeUpAsync(AssignmentId contribution, CancellationToken cancel)
    {
        Answer = await mediator.Send(new GetAnswer(Id), cancel);
        TakenUp = Answer.Contributions.FirstOrDefault(candidate => candidate.Assignment == contribution);
        if (TakenUp?.Latest is not { } text) return NotFound();
        ModelState.Remove("Input.Markdown");
        Input = Input with { Markdown = $"{Input.Markdown.TrimEnd()}\n\n{text.Markdown}".TrimStart() };
        Preview = await mediator.Send(new PreviewMarkdown(Input.Markdown), cancel);
        return Page();
    }

    public async Task<IActionResult?> Prepare(CancellationToken cancel)
    {
        Answer = await mediator.Send(new GetAnswer(Id), cancel);
        Preview = await mediator.Send(new PreviewMarkdown(Input.Markdown), cancel);
        return null;
    }

    private async Task<IActionResult> Save(SaveAnswerVersion command, CancellationToken cancel)
    {
        this.Done($"Fassung {await mediator.Send(command, cancel)} ist gespeichert.");
        return Redirect($"/antworten/{Id}");
    }

    private AnswerVersionDetails? Version(int? no) => Answer.Versions.FirstOrDefault(version => version.No == no);
}
