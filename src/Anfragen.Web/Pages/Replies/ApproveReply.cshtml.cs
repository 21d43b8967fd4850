using Anfragen.Application.Replies;
using Anfragen.Domain;
using MediatR;
using Microsoft.AspNetCore.Mvc;

namespace Anfragen.Web.Pages.Replies;

/// <summary>Freigabe: the mayor's office approves exactly the content shown.</summary>
public sealed class ApproveReplyModel(IMediator mediator) : ReplyDeedModel(mediator)
{
    [BindProperty]
    public ApproveReply Input { get; set; } = new() { Id = default };

    protected override Step Step => Step.Approve;

    public Task<IActionResult> OnPostAsync(CancellationToken cancel) => Take(Input with { Id = Id }, "Das Schreiben ist freigegeben.", cancel);
}
