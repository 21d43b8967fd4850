using Anfragen.Application.Comments;
using Anfragen.Domain;
using Anfragen.Web.Layout;
using MediatR;
using Microsoft.AspNetCore.Mvc;

namespace Anfragen.Web.Pages.Comments;

/// <summary>A page about the talk on a question.</summary>
public abstract class CommentPageModel(IMediator mediator) : FormModel<CommentsPage>(mediator)
{
    [FromRoute, BindProperty(SupportsGet = true)]
    public InquiryId Id { get; set; }

    [FromRoute, BindProperty(SupportsGet = true)]
    public QuestionId Question { get; set; }

    public CommentsPage Talk => Surroundings;

    /// <summary>The page with the whole talk.</summary>
    public string Address => $"/vorgaenge/{Id}/fragen/{Question}/kommentare";

    protected override IRequest<CommentsPage> Query => new GetComments(Id, Question);
}
