using Anfragen.Domain.Answers;
using Anfragen.Domain.Assignments;
using Anfragen.Domain.Inquiries;

namespace Anfragen.Domain.Cases;

/// <summary>Nachricht: who is told of what by mail. It never holds what was written, because mail leaves the house unencrypted.</summary>
/// <param name="Kind">What of; it names the role.</param>
/// <param name="Organization">The group or department; null where the role has one office only.</param>
/// <param name="Subjects">Ids of the assignments, answers or replies it is about; none when it is about the inquiry.</param>
/// <param name="Questions">The questions it is about; none when it is about the whole inquiry.</param>
/// <param name="Occasion">The step that gave rise to it.</param>
public sealed record Message(
    MessageKind Kind, OrganizationId? Organization, IReadOnlyList<Guid> Subjects, IReadOnlyList<QuestionId> Questions, Occasion Occasion);

/// <summary>Nachrichten eines Vorgangs: what the steps taken since loading tell whom. What one step tells one office is one message.</summary>
public static class Messages
{
    public static IReadOnlyList<Message> Of(InquiryCase @case) =>
        // Nobody waits for what was read in from old papers.
        @case.Inquiry.Archive is not null
            ? []
            : [.. OfInquiry(@case).Concat(OfAssignments(@case)).Concat(OfAnswers(@case)).Concat(OfReplies(@case)).Concat(OfPublication(@case))
                .Concat(OfDeadlines(@case))
                .GroupBy(message => (message.Kind, message.Organization))
                .Select(same => same.First() with
                {
                    Subjects = [.. same.SelectMany(message => message.Subjects).Distinct()],
                    Questions = [.. same.SelectMany(message => message.Questions).Distinct()],
                })];

    private static IEnumerable<Message> OfInquiry(InquiryCase @case) => @case.Inquiry.NewActs.SelectMany(act => act.Step switch
    {
        Step.Submit => [new Message(MessageKind.Submitted, null, [], [], act.Occasion)],
        Step.AskSupplementary => [new Message(MessageKind.SupplementaryAsked, null, [], [act.Subject.Question!.Value], act.Occasion)],
        Step.Register => ToAskers(@case, MessageKind.Registered, act),
        Step.RejectQuestion => ToAskers(@case, MessageKind.Rejected, act, act.Subject.Question!.Value),
        _ => Enumerable.Empty<Message>(),
    });

    private static IEnumerable<Message> OfAssignments(InquiryCase @case) =>
        from assignment in @case.Assignments
        from act in assignment.NewActs
        let lead = @case.LeadOf(assignment.QuestionId)?.Department
        from told in act.Step switch
        {
            Step.Assign => [(MessageKind.Assigned, assignment.Department)],
            Step.RequestContribution => [(MessageKind.ContributionRequested, assignment.Department)],
            Step.ReturnContribution => [(MessageKind.ContributionReturned, assignment.Department)],
            Step.SubmitContribution when lead is not null => [(MessageKind.ContributionSubmitted, lead.Value)],
            Step.Decline when assignment.Part == AssignmentPart.Lead => [(MessageKind.Declined, (OrganizationId?)null)],
            Step.Decline when lead is not null => [(MessageKind.ContributionDeclined, lead.Value)],
            Step.Reassign => [(MessageKind.Reassigned, assignment.Department)],
            Step.EndAssignment when @case.Inquiry.SettlementOf(assignment.QuestionId) is not null => [(MessageKind.NoLongerAsked, assignment.Department)],
            Step.Escalate => [(MessageKind.NobodyReacted, null), (MessageKind.ReactionReminder, assignment.Department)],
            Step.Remind => [(MessageKind.ReactionReminder, assignment.Department)],
            _ => Array.Empty<(MessageKind Kind, OrganizationId? Organization)>(),
        }
        select new Message(told.Kind, told.Organization, [assignment.Id.Value], [assignment.QuestionId], act.Occasion);

    private static IEnumerable<Message> OfAnswers(InquiryCase @case) =>
        from answer in @case.Answers
        from act in answer.NewActs
        let told = act.Step switch
        {
            Step.SubmitForCoSignature or Step.CoSignStage when answer.DueCoSigner is { } due => (MessageKind.ToCoSign, due),
            Step.ReturnForRedraft => (MessageKind.AnswerReturned, answer.Department),
            _ => ((MessageKind Kind, OrganizationId Organization)?)null,
        }
        where told is not null
        select new Message(told.Value.Kind, told.Value.Organization, [answer.Id.Value], answer.Covers, act.Occasion);

    private static IEnumerable<Message> OfReplies(InquiryCase @case) => @case.Replies.SelectMany(reply => reply.NewActs.SelectMany(act => act.Step switch
    {
        Step.SubmitForReview => [new Message(MessageKind.ToReview, null, [reply.Id.Value], [], act.Occasion)],
        Step.ReturnReply => [new Message(MessageKind.ReplyReturned, null, [reply.Id.Value], [], act.Occasion)],
        Step.Approve => [new Message(MessageKind.ToSign, null, [reply.Id.Value], [], act.Occasion)],
        Step.Sign => [new Message(MessageKind.ToDeliver, null, [reply.Id.Value], [], act.Occasion)],
        Step.Deliver => ToAskers(@case, MessageKind.Delivered, act),
        _ => Enumerable.Empty<Message>(),
    }));

    private static IEnumerable<Message> OfPublication(InquiryCase @case) => @case.Publication.NewActs
        .Where(act => act.Step == Step.Publish).SelectMany(act => ToAskers(@case, MessageKind.Published, act));

    private static IEnumerable<Message> OfDeadlines(InquiryCase @case) => @case.Deadlines.SelectMany(deadline => deadline.NewActs)
        .Where(act => act.Step == Step.SendInterimReply).SelectMany(act => ToAskers(@case, MessageKind.InterimReplySent, act));

    private static IEnumerable<Message> ToAskers(InquiryCase @case, MessageKind kind, Act act, params QuestionId[] questions) =>
        @case.Inquiry.Originators.Select(originator => originator.Organization).OfType<OrganizationId>()
            .Select(group => new Message(kind, group, [], questions, act.Occasion));
}
