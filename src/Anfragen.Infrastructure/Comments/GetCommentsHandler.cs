using Anfragen.Application;
using Anfragen.Application.Comments;
using Anfragen.Domain;
using Anfragen.Domain.Cases;
using Anfragen.Infrastructure.Cases;
using Anfragen.Infrastructure.Database;
using MediatR;

namespace Anfragen.Infrastructure.Comments;

internal sealed class GetCommentsHandler(DbSession db, CaseViews views, IComments comments, ICurrentUser user) : IRequestHandler<GetComments, CommentsPage>
{
    private const string SelectNames = """
        SELECT c.id, u.name AS by, o.name AS organization
        FROM comments c JOIN users u ON u.id = c.by_user JOIN organizations o ON o.id = c.organization_id
        WHERE c.inquiry_id = @inquiry
        """;

    public async Task<CommentsPage> Handle(GetComments query, CancellationToken cancel)
    {
        var view = await views.Load(query.Inquiry, cancel);
        var question = view.Details.Questions.FirstOrDefault(question => question.Question.Id == query.Question) ?? throw new NotFound();
        if (!user.Grants.Any(grant => Comment.IsOpenTo(view.Case, grant.Role, grant.Organization))) throw new NotFound();

        var names = (await db.List<NameRow>(SelectNames, new { query.Inquiry }, cancel)).ToDictionary(row => row.Id);
        var said = (await comments.Of(query.Inquiry, cancel)).Where(comment => comment.Question == query.Question);
        return new CommentsPage(
            view.Details, question,
            [.. said.GroupBy(comment => comment.Thread).Select(thread => (IReadOnlyList<CommentDetails>)[.. thread.Select(comment => new CommentDetails(
                comment.Id, names[comment.Id].By, names[comment.Id].Organization, comment.Occasion.At, comment.WithdrawnAt is null ? comment.Text : null,
                comment.WithdrawnAt is null && comment.Occasion.Actor.User == user.Id))])]);
    }

    private sealed record NameRow
    {
        public CommentId Id { get; init; }

        public string By { get; init; } = "";

        public string Organization { get; init; } = "";
    }
}
