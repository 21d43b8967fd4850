using Anfragen.Application.Replies;
using Anfragen.Domain;
using MediatR;
using Microsoft.AspNetCore.Mvc;

namespace Anfragen.Web.Pages.Replies;

/// <summary>Zur Prüfung: the whole reply goes to the mayor's office.</summary>
public sealed class SubmitReplyForReviewModel(IMediator mediator) : ReplyDeedModel(mediator)
{
    protected override Step Step => Step.SubmitForReview;

    public Task<IActionResult> OnPostAsync(CancellationToken cancel) => Take(new SubmitReplyForReview { Id = Id }, "Das Schreiben liegt jetzt beim OB-Büro zur Prüfung.", cancel);
}
