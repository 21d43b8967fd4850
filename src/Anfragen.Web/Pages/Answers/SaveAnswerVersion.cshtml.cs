using Anfragen.Application.Answers;
using Anfragen.Domain.Answers;
using Anfragen.Web.Errors;
using Anfragen.Web.Layout;
using MediatR;
using Microsoft.AspNetCore.Mvc;

namespace Anfragen.Web.Pages.Answers;

/// <summary>Eine Antwort entwerfen: text, preview, contributions and versions; a stale text meets the newer one side by side.</summary>
public sealed class SaveAnswerVersionModel(IMediator mediator) : ReferringEditorModel(mediator)
{
    [FromQuery(Name = "von")]
    public int? From { get; set; }

    [FromQuery(Name = "bis")]
    public int? To { get; set; }

    public bool IsConflict => HttpContext.BrokenRule() == AnswerRules.BasedOnLatestVersion;

    /// <summary>The two versions to compare, when both are there.</summary>
    public (AnswerVersionDetails From, AnswerVersionDetails To)? Compared =>
        Answer.Version(From) is { } from && Answer.Version(To) is { } to ? (from, to) : null;

    public async Task OnGetAsync(CancellationToken cancel)
    {
        await Load(cancel);
        Input = AnswerDraft.Of(Answer);
        Preview = new((Answer.Latest ?? Answer.Corrects?.Version)?.Html ?? "", []);
    }

    public Task<IActionResult> OnPostAsync(CancellationToken cancel) => Save(Input with { Id = Id }, cancel);

    /// <summary>Saves after a conflict on top of the version that was shown beside the text.</summary>
    public Task<IActionResult> OnPostOnTopAsync(int latest, CancellationToken cancel) => Save(Input with { Id = Id, BasedOn = latest }, cancel);

    private async Task<IActionResult> Save(SaveAnswerVersion command, CancellationToken cancel)
    {
        this.Done($"Fassung {await Mediator.Send(command, cancel)} ist gespeichert.");
        return Redirect($"/antworten/{Id}");
    }
}
