using Anfragen.Application.Comments;
using Anfragen.Domain;
using MediatR;
using Microsoft.AspNetCore.Mvc;

namespace Anfragen.Web.Pages.Comments;

/// <summary>Kommentare zu einer Frage, and a form to say more; with <c>antwort</c> within a thread.</summary>
public sealed class AddCommentModel(IMediator mediator) : CommentPageModel(mediator)
{
    /// <summary>The comment that is answered.</summary>
    [BindProperty(SupportsGet = true, Name = "antwort")]
    public CommentId? Thread { get; set; }

    [BindProperty]
    public AddComment Input { get; set; } = new() { Inquiry = default, Question = default };

    public Task<IActionResult> OnPostAsync(CancellationToken cancel) => Take(
        Input with { Inquiry = Id, Question = Question, Thread = Thread }, "Ihr Kommentar steht da.", comment => $"{Address}#{comment}", cancel);
}
