using Anfragen.Application;
using Anfragen.Application.Comments;
using Anfragen.Domain;
using MediatR;
using Microsoft.AspNetCore.Mvc;

namespace Anfragen.Web.Pages.Comments;

/// <summary>Kommentar zurücknehmen: asks before the text is erased.</summary>
public sealed class WithdrawCommentModel(IMediator mediator) : CommentPageModel(mediator)
{
    [FromRoute, BindProperty(SupportsGet = true)]
    public CommentId Comment { get; set; }

    /// <summary>The comment, which must be one's own.</summary>
    public CommentDetails Own => Talk.Threads.SelectMany(thread => thread).FirstOrDefault(comment => comment.Id == Comment && comment.IsOwn) ?? throw new NotFound();

    protected override void Prefill() => _ = Own;

    public Task<IActionResult> OnPostAsync(CancellationToken cancel) =>
        Take(new WithdrawComment { Inquiry = Id, Comment = Comment }, "Ihr Kommentar ist zurückgenommen.", Address, cancel);
}
