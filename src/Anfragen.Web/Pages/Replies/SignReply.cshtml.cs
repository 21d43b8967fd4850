using Anfragen.Application.Replies;
using Anfragen.Domain;
using MediatR;
using Microsoft.AspNetCore.Mvc;

namespace Anfragen.Web.Pages.Replies;

/// <summary>Schlusszeichnung: the letter gets place, date, name and office.</summary>
public sealed class SignReplyModel(IMediator mediator) : ReplyDeedModel(mediator)
{
    [BindProperty]
    public SignReply Input { get; set; } = new() { Id = default };

    protected override Step Step => Step.Sign;

    protected override void Prefill() => Input = new SignReply
    {
        Id = Id,
        SignedOn = Reply.Today,
        Place = Reply.Signatory?.Place ?? "",
        Name = Reply.Signatory?.Name ?? "",
        Office = Reply.Signatory?.Office ?? "",
    };

    public Task<IActionResult> OnPostAsync(CancellationToken cancel) => Take(Input with { Id = Id }, "Das Schreiben ist unterzeichnet.", cancel);
}
