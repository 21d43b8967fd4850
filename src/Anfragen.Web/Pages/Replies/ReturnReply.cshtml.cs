using Anfragen.Application.Replies;
using Anfragen.Domain;
using MediatR;
using Microsoft.AspNetCore.Mvc;

namespace Anfragen.Web.Pages.Replies;

/// <summary>Rückgabe: the mayor's office sends the whole reply back.</summary>
public sealed class ReturnReplyModel(IMediator mediator) : ReplyDeedModel(mediator)
{
    [BindProperty]
    public ReturnReply Input { get; set; } = new() { Id = default };

    protected override Step Step => Step.ReturnReply;

    public Task<IActionResult> OnPostAsync(CancellationToken cancel) => Take(Input with { Id = Id }, "Das Schreiben ist zurück beim Ratsbüro.", cancel);
}
