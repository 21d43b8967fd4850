using Anfragen.Application.Comments;
using Anfragen.Domain;
using Anfragen.Domain.Cases;
using Anfragen.Domain.Council;
using Anfragen.Infrastructure.Database;

namespace Anfragen.Infrastructure.Comments;

internal sealed class Comments(DbSession db) : IComments
{
    private const string Select = """
        SELECT id, inquiry_id, question_id, thread_id, by_user, role, organization_id, at, text, withdrawn_at FROM comments
        WHERE inquiry_id = @inquiry
        ORDER BY question_id, at, id
        """;

    private const string Insert = """
        INSERT INTO comments (id, inquiry_id, question_id, thread_id, by_user, role, organization_id, at, text)
        VALUES (@id, @inquiry, @question, @thread, @user, @role, @organization, @at, @text)
        """;

    public async Task<IReadOnlyList<Comment>> Of(InquiryId inquiry, CancellationToken cancel) =>
        [.. (await db.List<Row>(Select, new { inquiry }, cancel)).Select(row => row.ToComment())];

    public Task Add(Comment comment, CancellationToken cancel) => db.Execute(
        Insert,
        new
        {
            comment.Id,
            comment.Inquiry,
            comment.Question,
            comment.Thread,
            comment.Occasion.Actor.User,
            comment.Occasion.Actor.Role,
            comment.Occasion.Actor.Organization,
            comment.Occasion.At,
            comment.Text,
        },
        cancel);

    public Task Update(Comment comment, CancellationToken cancel) => db.Execute(
        "UPDATE comments SET text = @text, withdrawn_at = @withdrawn_at WHERE id = @id", new { comment.Id, comment.Text, comment.WithdrawnAt }, cancel);

    private sealed record Row
    {
        public CommentId Id { get; init; }

        public InquiryId InquiryId { get; init; }

        public QuestionId QuestionId { get; init; }

        public CommentId ThreadId { get; init; }

        public UserId ByUser { get; init; }

        public Role Role { get; init; }

        public OrganizationId OrganizationId { get; init; }

        public DateTimeOffset At { get; init; }

        public string Text { get; init; } = "";

        public DateTimeOffset? WithdrawnAt { get; init; }

        public Comment ToComment() => new()
        {
            Id = Id,
            Inquiry = InquiryId,
            Question = QuestionId,
            Thread = ThreadId,
            Occasion = new Occasion(new Actor(ByUser, Role, OrganizationId), At),
            Text = Text,
            WithdrawnAt = WithdrawnAt,
        };
    }
}
