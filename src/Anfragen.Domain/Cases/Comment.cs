using Anfragen.Domain.Assignments;
using Anfragen.Domain.Council;
using Anfragen.Domain.Inquiries;

namespace Anfragen.Domain.Cases;

/// <summary>
/// Kommentar: what those who work on a question say to one another, in threads. It is no evidence and never leaves the house, so it is in no
/// journal, letter or portal; its author can erase it.
/// </summary>
public sealed record Comment
{
    public required CommentId Id { get; init; }

    public required InquiryId Inquiry { get; init; }

    public required QuestionId Question { get; init; }

    /// <summary>The comment that began the thread; its own id for that one.</summary>
    public required CommentId Thread { get; init; }

    /// <summary>Who said it, and when.</summary>
    public required Occasion Occasion { get; init; }

    /// <summary>Plain text; empty once it was taken back.</summary>
    public required string Text { get; init; }

    public DateTimeOffset? WithdrawnAt { get; init; }

    /// <summary>Says something on a question.</summary>
    /// <param name="case">The case of the question.</param>
    /// <param name="question">The question.</param>
    /// <param name="thread">The thread it belongs to; null begins one.</param>
    /// <param name="text">The text.</param>
    /// <param name="occasion">Who, and when.</param>
    public static Comment Say(InquiryCase @case, QuestionId question, Comment? thread, string text, Occasion occasion)
    {
        AssignmentRules.InquiryIsRegistered.BrokenIf(@case.Inquiry.State != InquiryState.Registered);
        InquiryRules.QuestionOfThisInquiry.BrokenIf(!@case.Inquiry.Text.Questions.Any(asked => asked.Id == question) || (thread is not null && thread.Question != question));
        CommonRules.StepIsOpenToActor.BrokenIf(!IsOpenTo(@case, occasion.Actor.Role, occasion.Actor.Organization));
        var id = CommentId.New();
        return new Comment { Id = id, Inquiry = @case.Inquiry.Id, Question = question, Thread = thread?.Thread ?? id, Occasion = occasion, Text = text };
    }

    /// <summary>Whether somebody with this role there takes part: the offices always, a department that the inquiry was ever given to or waited for.</summary>
    public static bool IsOpenTo(InquiryCase @case, Role role, OrganizationId organization) => role switch
    {
        Role.CouncilOffice or Role.MayorsOffice => true,
        Role.DepartmentStaff or Role.HeadOfDepartment => @case.Assignments.Any(assignment => assignment.Department == organization)
            || @case.Answers.Any(answer => answer.EveryCoSigner.Contains(organization)),
        _ => false,
    };

    /// <summary>Its author takes it back: the text is erased, that there was one stays.</summary>
    public Comment Withdraw(Occasion occasion)
    {
        CommentRules.OwnOnly.BrokenIf(Occasion.Actor.User != occasion.Actor.User);
        CommentRules.OnlyOnce.BrokenIf(WithdrawnAt is not null);
        return this with { Text = "", WithdrawnAt = occasion.At };
    }

    /// <summary>Who is told of it: the departments at work on the question and whoever has taken part in the talk, but not its author's own.</summary>
    public IEnumerable<Message> Tells(InquiryCase @case, IEnumerable<Comment> earlier)
    {
        var taken = earlier.Where(comment => comment.Question == Question).Select(comment => comment.Occasion.Actor).ToList();
        var departments = @case.Assignments.Where(assignment => assignment.QuestionId == Question && assignment.IsLive).Select(assignment => assignment.Department)
            .Concat(taken.Where(actor => actor.Role is Role.DepartmentStaff or Role.HeadOfDepartment).Select(actor => actor.Organization));
        foreach (var department in departments.Distinct().Where(department => department != Occasion.Actor.Organization))
        {
            yield return new Message(MessageKind.Commented, department, [Question.Value], [Question], Occasion);
        }

        if (Occasion.Actor.Role != Role.CouncilOffice && taken.Any(actor => actor.Role == Role.CouncilOffice))
        {
            yield return new Message(MessageKind.CommentedForOffice, null, [Question.Value], [Question], Occasion);
        }
    }
}
