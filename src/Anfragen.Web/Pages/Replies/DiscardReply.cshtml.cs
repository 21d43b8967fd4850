using Anfragen.Application.Replies;
using Anfragen.Domain;
using MediatR;
using Microsoft.AspNetCore.Mvc;

namespace Anfragen.Web.Pages.Replies;

/// <summary>Verwerfen: an unsigned reply is given up.</summary>
public sealed class DiscardReplyModel(IMediator mediator) : ReplyDeedModel(mediator)
{
    protected override Step Step => Step.DiscardReply;

    public Task<IActionResult> OnPostAsync(CancellationToken cancel) => Take(new DiscardReply { Id = Id }, "Das Schreiben ist verworfen. Die Antworten sind noch da.", cancel);
}
