using Anfragen.Application.Inquiries;
using Anfragen.Domain;

namespace Anfragen.Application.Comments;

/// <summary>The talk on a question, for those who work on it.</summary>
public sealed record GetComments(InquiryId Inquiry, QuestionId Question) : IQuery<CommentsPage>
{
    public static Permission Permission => Permission.CommentOnQuestions;
}

/// <summary>The talk on a question.</summary>
/// <param name="Inquiry">Its inquiry.</param>
/// <param name="Question">The question.</param>
/// <param name="Threads">Oldest first, each with what began it and the answers to that.</param>
public sealed record CommentsPage(InquiryDetails Inquiry, QuestionDetails Question, IReadOnlyList<IReadOnlyList<CommentDetails>> Threads);

/// <summary>A comment.</summary>
/// <param name="Id">Its id.</param>
/// <param name="By">Who said it.</param>
/// <param name="Organization">For which organisation.</param>
/// <param name="At">When.</param>
/// <param name="Text">Null once it was taken back.</param>
/// <param name="IsOwn">Whether this person may take it back.</param>
public sealed record CommentDetails(CommentId Id, string By, string Organization, DateTimeOffset At, string? Text, bool IsOwn);
