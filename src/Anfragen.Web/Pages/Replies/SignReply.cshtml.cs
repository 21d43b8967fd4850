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

    /// <summary>Which of those who can sign stands in the form; the first unless another is chosen.</summary>
    [BindProperty(SupportsGet = true, Name = "zeichnet")]
    public int Chosen { get; set; }

    protected override void Prefill()
    {
        var signatory = Reply.Signatories.ElementAtOrDefault(Chosen) ?? new Signatory();
        Input = new SignReply { Id = Id, SignedOn = Reply.Today, Place = signatory.Place, Name = signatory.Name, Office = signatory.Office };
    }

    public Task<IActionResult> OnPostAsync(CancellationToken cancel) => Take(Input with { Id = Id }, "Das Schreiben ist unterzeichnet.", cancel);
}
