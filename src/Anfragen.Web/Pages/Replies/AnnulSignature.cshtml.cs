using Anfragen.Application.Replies;
using Anfragen.Domain;
using MediatR;
using Microsoft.AspNetCore.Mvc;

namespace Anfragen.Web.Pages.Replies;

/// <summary>Aufhebung: a signature is annulled before delivery.</summary>
public sealed class AnnulSignatureModel(IMediator mediator) : ReplyDeedModel(mediator)
{
    [BindProperty]
    public AnnulSignature Input { get; set; } = new() { Id = default };

    protected override Step Step => Step.AnnulSignature;

    public Task<IActionResult> OnPostAsync(CancellationToken cancel) => Take(Input with { Id = Id }, "Die Unterschrift ist aufgehoben.", cancel);
}
