using Anfragen.Application;
using Anfragen.Application.Replies;
using Anfragen.Domain;
using MediatR;
using Microsoft.AspNetCore.Mvc;

namespace Anfragen.Web.Pages.Replies;

/// <summary>Rückgabe an das Amt: one answer out of a reply under review.</summary>
public sealed class ReturnAnswerInReviewModel(IMediator mediator) : ReplyDeedModel(mediator)
{
    [FromRoute, BindProperty(SupportsGet = true)]
    public AnswerId Answer { get; set; }

    [BindProperty]
    public ReturnAnswerInReview Input { get; set; } = new() { Id = default, Answer = default };

    /// <summary>The answer within the reply.</summary>
    public ReplyPart Part => Reply.Parts.FirstOrDefault(part => part.Source?.Answer == Answer) ?? throw new NotFound();

    protected override Step Step => Step.ReturnReply;

    public Task<IActionResult> OnPostAsync(CancellationToken cancel) =>
        Take(Input with { Id = Id, Answer = Answer }, "Die Antwort ist zurück beim Amt.", cancel);
}
