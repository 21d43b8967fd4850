using Anfragen.Domain.Answers;
using Anfragen.Domain.Assignments;
using Anfragen.Domain.Cases;
using Anfragen.Domain.Inquiries;
using Anfragen.Domain.Publication;
using Anfragen.Domain.Replies;

namespace Anfragen.Domain.Tests.Exploration;

/// <summary>What holds in every state and across every step, whoever did what before.</summary>
internal static class Invariants
{
    /// <summary>All questions are settled or delivered, nothing is half done, and what was answered is public.</summary>
    public static bool IsDone(InquiryCase @case)
    {
        var issued = Issued(@case);
        var isOld = @case.Inquiry.State == InquiryState.Imported;
        return (isOld || @case.Inquiry.State is InquiryState.Submitted or InquiryState.Registered)
            && (isOld || @case.Inquiry.OpenQuestions.All(question => issued.Contains(question.Id)))
            && (!isOld || (issued.Count > 0 && !@case.Inquiry.OpenDoubts.Any()))
            && !@case.Replies.Any(reply => reply.IsOpen || reply.State == ReplyState.Signed)
            && issued.All(question => IsPublic(@case, question))
            && !@case.Inquiry.PendingQuestions.Any()
            && !@case.Answers.Any(@case.IsBeingCorrected);
    }

    public static IEnumerable<string> BrokenIn(InquiryCase @case)
    {
        var issued = Issued(@case);
        foreach (var question in @case.Inquiry.Text.Questions)
        {
            var open = @case.Answers.Count(answer => answer.IsOpen && answer.Covers.Contains(question.Id));
            var leads = @case.Assignments.Where(assignment => assignment.QuestionId == question.Id && assignment.IsLive).ToList();
            var settled = @case.Inquiry.SettlementOf(question.Id) is not null;
            if (open > 1) yield return "two open answers cover one question";
            var isDone = issued.Contains(question.Id) && !@case.IsBeingCorrected(question.Id);
            if (open > 0 && isDone) yield return "a delivered question is being answered again";
            if (leads.Count(assignment => assignment.Part == AssignmentPart.Lead) > 1) yield return "two departments lead one question";
            if (!@case.Inquiry.IsAdmitted(question) && (open > 0 || leads.Count > 0)) yield return "somebody works on a question that nobody has admitted";
            if (settled && (open > 0 || leads.Count > 0)) yield return "a settled question is still worked on";
            if (isDone && leads.Count > 0) yield return "a delivered question is still assigned";
            if (IsPublic(@case, question.Id) && !Told(@case).Contains(question.Id)) yield return "a question is public that no delivered reply holds";
        }

        foreach (var answer in @case.Answers.Where(answer => answer.IsOpen))
        {
            var leads = answer.Covers.Select(@case.LeadOf).ToList();
            if (answer.Covers.Count == 0) yield return "an open answer covers nothing";
            if (leads.Any(lead => lead is not null && lead.Department != answer.Department)) yield return "a department leads a question whose answer another one holds";
            if (answer.State != AnswerState.Drafting && leads.Any(lead => lead?.State != AssignmentState.Accepted))
            {
                yield return "an answer moves on although nobody has accepted its question";
            }
        }

        if (@case.Replies.Count(reply => reply.IsOpen || reply.State == ReplyState.Signed) > 1) yield return "two replies are in the making";
        foreach (var reply in @case.Replies)
        {
            AnswerState? demanded = reply.State switch
            {
                ReplyState.InReview or ReplyState.Approved => AnswerState.CoSigned,
                ReplyState.Signed => AnswerState.Signed,
                ReplyState.Delivered => AnswerState.Issued,
                _ => null,
            };
            if (demanded is null) continue;
            foreach (var entry in reply.Entries)
            {
                var answer = @case.Answer(entry.Answer);
                var coSigned = answer.Acts.LastOrDefault(act => act.Step == Step.CoSign);
                if (answer.State != demanded) yield return $"a reply {reply.State} holds an answer {answer.State}";
                if (entry.AnswerVersion != answer.Latest?.No || entry.AnswerSha256 != answer.Latest.Sha256) yield return "a reply under way holds an older version";
                if (!entry.Questions.ToHashSet().SetEquals(answer.Covers)) yield return "a reply under way tells other questions than its answer covers";
                if (reply.Letter is not null) continue;
                if (answer.CoSignatures.Any(signature => signature.Given is null)) yield return "a reply under way holds an answer that lacks a co-signature";
                if (answer.CoSignatures.Any(signature => signature.Given is { } given && given.Occasion.Actor.Organization != signature.Organization))
                {
                    yield return "somebody co-signed for an organisation that is not theirs";
                }

                if (coSigned?.Subject.Version != entry.AnswerVersion
                    || answer.Acts.Any(act => act.No > coSigned.No && act.Step is Step.SaveAnswerVersion or Step.JoinAnswers or Step.SplitAnswer))
                {
                    yield return "a reply under way holds a version that nobody co-signed";
                }
            }

            if (reply.State is not ReplyState.Delivered
                && reply.Items.OfType<RejectedQuestion>().Any(item => @case.Inquiry.SettlementOf(item.Question) is not Settlement.Rejected))
            {
                yield return "a reply under way tells a question rejected that is not";
            }

            if (reply.State is ReplyState.Approved or ReplyState.Signed
                && reply.Acts.Last(act => act.Step == Step.Approve).Subject.ContentSha256 != reply.ContentSha256)
            {
                yield return "a reply holds an approval of something else";
            }
        }

        if (@case.Inquiry.State is InquiryState.Submitted or InquiryState.Registered && Work.Of(@case).Count == 0
            && (@case.Inquiry.OpenQuestions.Any(question => !issued.Contains(question.Id)) || @case.OpenReply is not null))
        {
            yield return "something is unfinished and waits for nobody";
        }

        if (@case.Inquiry.State == InquiryState.Imported)
        {
            if (Work.Of(@case).Count == 0 && @case.Publication.Acts.Count == 0) yield return "an old case waits for nobody";
            if (Work.Of(@case).Any(item => item.Kind is not (WorkKind.SettleImport or WorkKind.Publish))) yield return "somebody works on an old case";
            if (@case.Status() is not (InquiryStatus.Delivered or InquiryStatus.Published or InquiryStatus.Depublished)) yield return "an old case is not delivered";
            if (@case.Publication.Targets.Count > 0 && (@case.Inquiry.OpenDoubts.Any() || @case.Inquiry.Number is null)) yield return "an old case is public that is not settled";
        }

        var status = @case.Status();
        if (issued.Count == 0 && status is InquiryStatus.Delivered or InquiryStatus.Published or InquiryStatus.Depublished)
        {
            yield return $"nothing is delivered but the inquiry is {status}";
        }
    }

    public static IEnumerable<string> BrokenBy(InquiryCase before, InquiryCase after)
    {
        foreach (var reply in before.Replies.Where(reply => reply.State is ReplyState.Signed or ReplyState.Delivered))
        {
            var later = after.Reply(reply.Id);
            if (reply.Letter is not null)
            {
                if (before.Publication.Targets.Count > 0 && later.Revision != reply.Revision) yield return "a public old reply changed";
                continue;
            }

            if (later.ContentSha256 != reply.ContentSha256 || later.Signature != reply.Signature) yield return "a signed reply changed";
            if (later.State == ReplyState.Annulled) continue;
            if (reply.Entries.Any(entry => after.Answer(entry.Answer).Latest != before.Answer(entry.Answer).Latest)) yield return "a signed answer changed";
        }

        foreach (var answer in before.Answers)
        {
            if (!after.Answer(answer.Id).Versions.Take(answer.Versions.Count).SequenceEqual(answer.Versions)) yield return "a saved version changed";
            if (!after.Answer(answer.Id).Covers.ToHashSet().SetEquals(answer.Covers) && after.Answer(answer.Id).Acts.Count == answer.Acts.Count)
            {
                yield return "the questions of an answer changed without evidence";
            }
        }
    }

    private static HashSet<QuestionId> Issued(InquiryCase @case) =>
        [.. @case.Answers.Where(answer => answer.State == AnswerState.Issued).SelectMany(answer => answer.Covers)];

    private static HashSet<QuestionId> Told(InquiryCase @case) =>
    [
        .. @case.Delivered.SelectMany(reply => reply.Entries).SelectMany(entry => entry.Questions),
        .. @case.Delivered.SelectMany(reply => reply.Items.OfType<RejectedQuestion>()).Select(item => item.Question),
    ];

    private static bool IsPublic(InquiryCase @case, QuestionId question) =>
        @case.Publication.Targets.Any(target => target.Kind == PublishedKind.Question && target.Id == question.Value);
}
