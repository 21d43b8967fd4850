using Anfragen.Application.Answers;
using Anfragen.Domain;
using Anfragen.Domain.Answers;
using Anfragen.Web.Errors;
using Anfragen.Web.Layout;
using Anfragen.Web.Pages.Attachments;
using MediatR;
using Microsoft.AspNetCore.Mvc;

namespace Anfragen.Web.Pages.Answers;

/// <summary>Eine Antwort entwerfen: text, preview, contributions and versions; a stale text meets the newer one side by side.</summary>
[RequestSizeLimit(AttachmentForm.LargestRequest)]
[RequestFormLimits(MultipartBodyLengthLimit = AttachmentForm.LargestForm)]
public sealed class SaveAnswerVersionModel(IMediator mediator) : ReferringEditorModel(mediator)
{
    [FromQuery(Name = "von")]
    public int? From { get; set; }

    [FromQuery(Name = "bis")]
    public int? To { get; set; }

    /// <summary>Whether the comparison is shown in two columns.</summary>
    [FromQuery(Name = "nebeneinander")]
    public bool IsSideBySide { get; set; }

    /// <summary>The form whose unsaved text this one went on with.</summary>
    [BindProperty]
    public Guid? TakenOverFrom { get; set; }

    /// <summary>Whether somebody else saved while this text was being written, now or before this person came back to it.</summary>
    public bool IsConflict => HttpContext.BrokenRule() == AnswerRules.BasedOnLatestVersion
        || (!IsShownAgain && Input.BasedOn < Answer.Versions.Count);

    /// <summary>The two versions to compare, when both are there.</summary>
    public (AnswerVersionDetails From, AnswerVersionDetails To)? Compared =>
        Answer.Version(From) is { } from && Answer.Version(To) is { } to ? (from, to) : null;

    public async Task OnGetAsync(CancellationToken cancel)
    {
        await Load(cancel);
        Input = AnswerDraft.Of(Answer);
        TakenOverFrom = Answer.WorkingCopy?.Editing;
        Preview = await Mediator.Send(new PreviewMarkdown(Input.Markdown), cancel);
    }

    public Task<IActionResult> OnPostAsync(CancellationToken cancel) => Save(Input with { Id = Id }, cancel);

    /// <summary>Saves after a conflict on top of the version that was shown beside the text.</summary>
    public Task<IActionResult> OnPostOnTopAsync(int latest, CancellationToken cancel) => Save(Input with { Id = Id, BasedOn = latest }, cancel);

    public async Task<IActionResult> OnPostDropAsync(CancellationToken cancel)
    {
        await Mediator.Send(new DropWorkingCopy(Id), cancel);
        this.Done("Ihr Zwischenstand ist verworfen.");
        return Redirect($"/antworten/{Id}");
    }

    private async Task<IActionResult> Save(SaveAnswerVersion command, CancellationToken cancel)
    {
        this.Done($"Fassung {await Mediator.Send(command, cancel)} ist gespeichert.");
        return Redirect($"/antworten/{Id}");
    }
}
