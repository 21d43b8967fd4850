using Anfragen.Application.Replies;
using Anfragen.Domain;
using MediatR;
using Microsoft.AspNetCore.Mvc;

namespace Anfragen.Web.Pages.Replies;

/// <summary>Zustellung: the askers receive the reply.</summary>
public sealed class DeliverReplyModel(IMediator mediator) : ReplyDeedModel(mediator)
{
    protected override Step Step => Step.Deliver;

    public Task<IActionResult> OnPostAsync(CancellationToken cancel) => Take(new DeliverReply { Id = Id }, "Das Schreiben ist zugestellt.", cancel);
}
