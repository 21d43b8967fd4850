using Anfragen.Application.Replies;
using Anfragen.Domain;
using Anfragen.Web.Errors;
using MediatR;
using Microsoft.AspNetCore.Mvc;

namespace Anfragen.Web.Pages.Replies;

/// <summary>Überarbeiten: newer versions of the answers, other remarks.</summary>
public sealed class ReviseReplyModel(IMediator mediator) : ReplyDeedModel(mediator)
{
    [BindProperty]
    public ReviseReply Input { get; set; } = new() { Id = default };

    /// <summary>Somebody else revised the reply while these remarks were being written.</summary>
    public bool IsConflict => HttpContext.BrokenRule() == CommonRules.NotChangedMeanwhile;

    protected override Step Step => Step.ReviseReply;

    protected override void Prefill() => Input = new ReviseReply { Id = Id, Preliminary = Reply.Preliminary, Closing = Reply.Closing };

    public Task<IActionResult> OnPostAsync(CancellationToken cancel) =>
        Take(Input with { Id = Id }, "Das Schreiben ist neu zusammengestellt.", cancel);
}
