using Anfragen.Domain.Answers;
using Anfragen.Domain.Archive;
using Anfragen.Domain.Assignments;
using Anfragen.Domain.Attachments;
using Anfragen.Domain.Calendar;
using Anfragen.Domain.Deadlines;
using Anfragen.Domain.Inquiries;
using Anfragen.Domain.Promises;
using Anfragen.Domain.Publication;
using Anfragen.Domain.Replies;
using Signature = Anfragen.Domain.Replies.Signature;

namespace Anfragen.Domain.Cases;

/// <summary>
/// Vorgang: an inquiry with all that was made of it. The aggregates keep their own versions and are written by different people;
/// what one step means for the others (an answer ends because its question was withdrawn) is decided here, in one place.
/// </summary>
public sealed partial class InquiryCase(
    Inquiry inquiry,
    IEnumerable<Assignment> assignments,
    IEnumerable<Answer> answers,
    IEnumerable<Reply> replies,
    InquiryPublication publication,
    IEnumerable<Attachment> attachments,
    IEnumerable<Deadline> deadlines,
    IEnumerable<Promise>? promises = null)
{
    private readonly List<Assignment> _assignments = [.. assignments];
    private readonly List<Answer> _answers = [.. answers];
    private readonly List<Reply> _replies = [.. replies];
    private readonly List<Attachment> _attachments = [.. attachments];
    private readonly List<Deadline> _deadlines = [.. deadlines];
    private readonly List<Promise> _promises = [.. promises ?? []];

    public Inquiry Inquiry { get; } = inquiry;

    public IReadOnlyList<Assignment> Assignments => _assignments;

    public IReadOnlyList<Answer> Answers => _answers;

    public IReadOnlyList<Reply> Replies => _replies;

    public InquiryPublication Publication { get; } = publication;

    /// <summary>Everything that was ever attached, in the order it was added.</summary>
    public IReadOnlyList<Attachment> Attachments => _attachments;

    /// <summary>One for each round of questions; none before registration, nor for old cases.</summary>
    public IReadOnlyList<Deadline> Deadlines => _deadlines;

    /// <summary>Every passage that was ever marked as a promise, in the order it was.</summary>
    public IReadOnlyList<Promise> Promises => _promises;


    /// <summary>Every step of everything in it, aggregate by aggregate.</summary>
    public IEnumerable<Act> Acts => Inquiry.Acts.Concat(_assignments.SelectMany(assignment => assignment.Acts)).Concat(_answers.SelectMany(answer => answer.Acts))
        .Concat(_replies.SelectMany(reply => reply.Acts)).Concat(Publication.Acts).Concat(_attachments.SelectMany(attachment => attachment.Acts))
        .Concat(_deadlines.SelectMany(deadline => deadline.Acts)).Concat(_promises.SelectMany(promise => promise.Acts));

    /// <summary>The reply in the making, or null.</summary>
    public Reply? OpenReply => _replies.FirstOrDefault(reply => reply.IsOpen);

    /// <summary>Replies the askers have.</summary>
    public IReadOnlyList<Reply> Delivered => [.. _replies.Where(reply => reply.State == ReplyState.Delivered)];

    public static InquiryCase Of(Inquiry inquiry) => new(inquiry, [], [], [], InquiryPublication.NonPublic(inquiry.Id), [], []);

    public Assignment Assignment(AssignmentId id) => _assignments.Single(assignment => assignment.Id == id);

    public Answer Answer(AnswerId id) => _answers.Single(answer => answer.Id == id);

    public Reply Reply(ReplyId id) => _replies.Single(reply => reply.Id == id);

    public Attachment Attachment(AttachmentId id) => _attachments.Single(attachment => attachment.Id == id);

    public Promise Promise(PromiseId id) => _promises.Single(promise => promise.Id == id);

    /// <summary>The open answer that covers the question, or null.</summary>
    public Answer? OpenAnswerOf(QuestionId question) => _answers.FirstOrDefault(answer => answer.IsOpen && answer.Covers.Contains(question));

    /// <summary>The department that leads the question now, or null.</summary>
    public Assignment? LeadOf(QuestionId question) =>
        _assignments.FirstOrDefault(assignment => assignment.QuestionId == question && assignment.Part == AssignmentPart.Lead && assignment.IsLive);

    /// <summary>The departments that lead a question now or gave an answer; an assignment ends with its answer, so it does not say both.</summary>
    public IEnumerable<OrganizationId> LeadingDepartments => _assignments
        .Where(assignment => assignment is { Part: AssignmentPart.Lead, IsLive: true }).Select(assignment => assignment.Department)
        .Concat(_answers.Where(answer => answer.State != AnswerState.Abandoned).Select(answer => answer.Department)).Distinct();

    /// <summary>Reminds every department that has not reacted to an assignment yet.</summary>
    /// <exception cref="RuleViolation">There is none, or all were reminded today.</exception>
    public void RemindDepartments(Occasion occasion)
    {
        var waiting = _assignments.Where(assignment => assignment.State == AssignmentState.Offered).ToList();
        AssignmentRules.SomethingToRemindOf.BrokenIf(waiting.Count == 0);
        foreach (var assignment in waiting) assignment.Remind(occasion);
    }

    /// <summary>Gives every question that no department leads to one.</summary>
    /// <exception cref="RuleViolation">There is none.</exception>
    public void RouteUnrouted(OrganizationId lead, Occasion occasion)
    {
        AssignmentRules.InquiryIsRegistered.BrokenIf(Inquiry.State != InquiryState.Registered);
        var open = Inquiry.OpenQuestions.Where(question => NeedsLead(question.Id)).ToList();
        AssignmentRules.SomethingToRoute.BrokenIf(open.Count == 0);
        foreach (var question in open) Route(question.Id, lead, [], null, occasion);
    }

    /// <summary>The answer the askers have, out of the latest letter that tells it, or null. An answer begun earlier may have been issued later.</summary>
    public Answer? IssuedAnswerOf(QuestionId question) =>
        Delivered.SelectMany(reply => reply.Entries).LastOrDefault(entry => entry.Questions.Contains(question)) is { } entry ? Answer(entry.Answer) : null;

    /// <summary>Whether the question was answered and is being answered again, because that was wrong.</summary>
    public bool IsBeingCorrected(QuestionId question) => IssuedAnswerOf(question) is { CorrectionOrder: not null };

    /// <summary>Whether this answer still stands and is being corrected.</summary>
    public bool IsBeingCorrected(Answer answer) => answer.CorrectionOrder is not null && Stands(answer);

    /// <summary>Whether it is what the askers have, for one of its questions at least.</summary>
    public bool Stands(Answer answer) => answer.Covers.Any(question => IssuedAnswerOf(question)?.Id == answer.Id);

    /// <summary>Whether nobody has said yet, in a co-signed text, what the administration answers (or answers now).</summary>
    public bool IsToBeAnswered(QuestionId question) => IsBeingCorrected(question) || IssuedAnswerOf(question) is null
        ? OpenAnswerOf(question)?.State is not (AnswerState.CoSigned or AnswerState.Signed)
        : false;

    /// <summary>Whether a department has to be found for the question.</summary>
    public bool NeedsLead(QuestionId question) =>
        Inquiry.State == InquiryState.Registered && LeadOf(question) is null && IsToBeAnswered(question)
        && Inquiry.OpenQuestions.Any(open => open.Id == question);

    /// <summary>Contributions asked for and not yet delivered, for the questions an answer covers.</summary>
    public IEnumerable<Assignment> OutstandingContributions(Answer answer) => _assignments.Where(assignment =>
        assignment.Part == AssignmentPart.Contributor && answer.Covers.Contains(assignment.QuestionId)
        && assignment.State is AssignmentState.Offered or AssignmentState.Accepted);

    /// <summary>Admits the inquiry under a number and starts its clock by the rule in force that day, if the city has one.</summary>
    public void Register(string number, PinnedRule? rule, OfficeCalendar calendar, Occasion occasion)
    {
        Inquiry.Register(number, occasion);
        if (rule is not null) _deadlines.Add(Domain.Deadlines.Deadline.Begin(Inquiry.Id, 1, rule, FirstDue(rule.Rule, calendar, occasion.Day), occasion));
    }

    /// <summary>Gives an unrouted question to a lead department, with the answer a former lead left, and asks others for contributions.</summary>
    public void Route(QuestionId question, OrganizationId lead, IEnumerable<OrganizationId> contributors, string? note, Occasion occasion)
    {
        MustBeAnswerable(question);
        AssignmentRules.OneLeadPerQuestion.BrokenIf(LeadOf(question) is not null);
        _assignments.Add(NewLead(question, lead, note, occasion));
        if (OpenAnswerOf(question) is { } left && left.Department != lead) left.MoveTo(lead, occasion);
        foreach (var contributor in contributors) RequestContribution(question, contributor, note, occasion);
    }

    /// <summary>Asks one more department for a contribution.</summary>
    public void RequestContribution(QuestionId question, OrganizationId department, string? note, Occasion occasion)
    {
        MustBeAnswerable(question);
        AssignmentRules.LeadDoesNotContribute.BrokenIf(LeadOf(question)?.Department == department);
        AssignmentRules.OncePerDepartment.BrokenIf(_assignments.Any(assignment =>
            assignment.QuestionId == question && assignment.Department == department && assignment.IsLive));
        _assignments.Add(Domain.Assignments.Assignment.Contributor(Inquiry.Id, question, department, note, occasion));
    }

    /// <summary>Gives the lead to another department; an open answer moves along, jointly answered questions together.</summary>
    public void Reassign(QuestionId question, OrganizationId department, string reason, Occasion occasion)
    {
        MustBeAnswerable(question);
        CommonRules.StepFitsState.BrokenIf(LeadOf(question) is null);
        AssignmentRules.LeadChanges.BrokenIf(LeadOf(question)?.Department == department);
        var answer = OpenAnswerOf(question);
        IReadOnlyList<QuestionId> together = answer is null ? [question] : answer.Covers;
        foreach (var covered in together)
        {
            LeadOf(covered)?.Reassign(reason, occasion);
            foreach (var contribution in _assignments.Where(assignment =>
                assignment.QuestionId == covered && assignment.Department == department && assignment.IsLive))
            {
                contribution.End(occasion);
            }

            _assignments.Add(NewLead(covered, department, reason, occasion));
        }

        answer?.MoveTo(department, occasion);
        if (answer is not null) ReopenReply(answer, reason, occasion);
    }

    /// <summary>The department accepts; a lead thereby opens the answer.</summary>
    public void Accept(AssignmentId id, Occasion occasion)
    {
        var assignment = Assignment(id);
        assignment.Accept(occasion);
        if (assignment.Part == AssignmentPart.Lead && OpenAnswerOf(assignment.QuestionId) is null)
        {
            _answers.Add(Domain.Answers.Answer.Open(Inquiry.Id, assignment.QuestionId, assignment.Department, occasion));
        }
    }

    /// <summary>
    /// The department is not competent and says why. An answer that moved along to it waits for the next lead; out of a joint one only
    /// this question leaves.
    /// </summary>
    public void Decline(AssignmentId id, DeclineReason reason, Occasion occasion)
    {
        var assignment = Assignment(id);
        assignment.Decline(reason, occasion);
        if (assignment.Part == AssignmentPart.Lead && OpenAnswerOf(assignment.QuestionId) is { Covers.Count: > 1 } joint)
        {
            joint.Drop(assignment.QuestionId, occasion);
        }
    }

    /// <summary>The office, or the lead, does without a contribution.</summary>
    public void EndContribution(AssignmentId id, Occasion occasion)
    {
        var assignment = Assignment(id);
        AssignmentRules.ContributorContributes.BrokenIf(assignment.Part != AssignmentPart.Contributor);
        assignment.End(occasion);
    }

    /// <summary>Answers two questions of one department jointly.</summary>
    public void JoinAnswers(AnswerId into, AnswerId other, Occasion occasion)
    {
        MustBeLed(Answer(into));
        MustBeLed(Answer(other));
        Answer(into).Join(Answer(other), occasion);
    }

    /// <summary>Answers a question on its own again.</summary>
    public void SplitAnswer(AnswerId id, QuestionId question, Occasion occasion)
    {
        MustBeLed(Answer(id));
        _answers.Add(Answer(id).Split(question, occasion));
    }

    /// <summary>Saves a version; a reply that held the earlier one goes back to being composed.</summary>
    public void SaveAnswerVersion(AnswerId id, int basedOn, AnswerKind kind, string? inNameOf, string markdown, Occasion occasion, int? effortMinutes = null)
    {
        var answer = Answer(id);
        MustBeLed(answer);
        answer.SaveVersion(basedOn, kind, inNameOf, markdown, occasion, effortMinutes);
        ReopenReply(answer, "Eine enthaltene Antwort hat eine neue Fassung.", occasion);
    }

    /// <summary>Hands an answer to those whom the rule names today.</summary>
    public void SubmitForCoSignature(AnswerId id, CoSignatureRule rule, Occasion occasion)
    {
        var answer = Answer(id);
        MustBeLed(answer);
        var contributors = _assignments
            .Where(assignment => assignment.State == AssignmentState.Contributed && answer.Covers.Contains(assignment.QuestionId))
            .Select(assignment => assignment.Department);
        answer.SubmitForCoSignature(OutstandingContributions(answer).Any(), rule.CoSigners(answer.Department, contributors), occasion);
    }

    /// <summary>Returns an answer to its department, also out of a reply under review.</summary>
    public void ReturnAnswer(AnswerId id, string reason, Occasion occasion)
    {
        var answer = Answer(id);
        answer.ReturnForRedraft(reason, occasion);
        ReopenReply(answer, reason, occasion);
    }

    /// <summary>Refuses questions as inadmissible; what was begun for them ends.</summary>
    public void RejectQuestions(IEnumerable<QuestionId> questions, string reason, Occasion occasion)
    {
        foreach (var question in questions)
        {
            InquiryRules.QuestionNotSigned.BrokenIf(IsSigned(question) || IssuedAnswerOf(question) is not null);
            Inquiry.RejectQuestion(question, reason, occasion);
            EndWork(question, occasion);
        }

        FollowClock(occasion);
    }

    /// <summary>
    /// Berichtigung: a delivered answer is wrong. Its department gets the questions again; what the askers have stays, until a correction is delivered.
    /// </summary>
    public void OrderCorrection(AnswerId id, string reason, Occasion occasion)
    {
        AnswerRules.CorrectsWhatWasMadeHere.BrokenIf(Inquiry.State != InquiryState.Registered);
        var answer = Answer(id);
        var standing = MustStand(answer);
        answer.OrderCorrection(reason, occasion);
        foreach (var question in standing.Where(question => LeadOf(question) is null))
        {
            _assignments.Add(NewLead(question, answer.Department, reason, occasion));
        }
    }

    /// <summary>The delivered answer is right after all; what was begun to correct it ends.</summary>
    public void DropCorrection(AnswerId id, string reason, Occasion occasion)
    {
        var answer = Answer(id);
        var standing = MustStand(answer);
        AnswerRules.CorrectionIsNotSigned.BrokenIf(standing.Any(question => OpenAnswerOf(question)?.State == AnswerState.Signed));
        answer.DropCorrection(reason, occasion);
        foreach (var question in standing) EndWork(question, occasion);
    }

    /// <summary>
    /// The asker withdraws questions, until delivery also those already signed: that signature is annulled and the number stays used.
    /// </summary>
    public void WithdrawQuestions(IEnumerable<QuestionId> questions, string? reason, Occasion occasion)
    {
        foreach (var question in questions)
        {
            InquiryRules.QuestionIsOpen.BrokenIf(_answers.Any(answer => answer.State == AnswerState.Issued && answer.Covers.Contains(question)));
            Inquiry.WithdrawQuestion(question, occasion, reason);
            if (SignedReplyOf(question) is { } signed) Annul(signed, "Eine enthaltene Frage wurde zurückgezogen.", occasion);
            EndWork(question, occasion);
        }

        FollowClock(occasion);
    }

    /// <summary>Admits a rejected question after all, unless a signed reply is about to tell the opposite.</summary>
    public void ReinstateQuestion(QuestionId question, Occasion occasion)
    {
        InquiryRules.QuestionNotSigned.BrokenIf(_replies.Any(reply => reply.State == ReplyState.Signed
            && reply.Items.OfType<RejectedQuestion>().Any(item => item.Question == question)));
        Inquiry.ReinstateQuestion(question, occasion);
        OpenReply?.ContentChanged("Eine Frage wurde wieder zugelassen.", occasion);
        FollowClock(occasion);
    }

    /// <summary>Puts together what is co-signed.</summary>
    public Reply ComposeReply(string? preliminary, string? closing, Occasion occasion)
    {
        ReplyRules.OneOpenReply.BrokenIf(OpenReply is not null || _replies.Any(reply => reply.State == ReplyState.Signed));
        var (kind, items) = ReplyComposition.Of(Inquiry, _answers, Delivered, preliminary, closing);
        var composed = Domain.Replies.Reply.Compose(Inquiry.Id, _replies.Count + 1, kind, items, occasion);
        _replies.Add(composed);
        return composed;
    }

    /// <summary>Takes up the latest co-signed versions and other remarks.</summary>
    public void ReviseReply(ReplyId id, string? preliminary, string? closing, Occasion occasion)
    {
        var (kind, items) = ReplyComposition.Of(Inquiry, _answers, Delivered, preliminary, closing);
        Reply(id).Revise(kind, items, occasion);
    }

    /// <summary>Hands the reply to the mayor's office, if it still tells which questions are answered and which are not.</summary>
    public void SubmitReplyForReview(ReplyId id, Occasion occasion)
    {
        var reply = Reply(id);
        var (kind, items) = ReplyComposition.Of(Inquiry, _answers, Delivered, null, null);
        ReplyRules.TellsWhatWasSettled.BrokenIf(reply.State == ReplyState.Composed
            && (kind != reply.Kind || !items.OfType<RejectedQuestion>().SequenceEqual(reply.Items.OfType<RejectedQuestion>())));
        reply.SubmitForReview(_answers, occasion);
    }

    public void ApproveReply(ReplyId id, string contentSha256, Occasion occasion) => Reply(id).Approve(contentSha256, _answers, occasion);

    /// <summary>Signs the reply and locks what it holds.</summary>
    public void SignReply(ReplyId id, Signature signature, Occasion occasion)
    {
        var reply = Reply(id);
        reply.Sign(signature, occasion);
        foreach (var answer in HeldBy(reply)) answer.LockBySigning(id, occasion);
    }

    /// <summary>Annuls a signature before delivery and unlocks what the reply held.</summary>
    public void AnnulSignature(ReplyId id, string reason, Occasion occasion) => Annul(Reply(id), reason, occasion);

    /// <summary>Delivers the reply; its answers are issued and never change again.</summary>
    public void DeliverReply(ReplyId id, Occasion occasion)
    {
        var reply = Reply(id);
        reply.Deliver(occasion);
        foreach (var answer in HeldBy(reply)) answer.Issue(id, occasion);
        foreach (var assignment in reply.Entries.SelectMany(entry => entry.Questions).SelectMany(LiveAssignments)) assignment.End(occasion);
        FollowClock(occasion);
    }

    /// <summary>Whether an attachment there may be published with the questions that are delivered.</summary>
    public bool CanPublish(AttachmentHolder holder) =>
        InquiryPublication.IsChosen(holder, Delivered, Delivered.SelectMany(reply => reply.Questions).ToHashSet());

    /// <summary>Publishes what is chosen of all delivered replies.</summary>
    public void Publish(PublicationChoice choice, Occasion occasion) => Publication.Publish(Inquiry, Delivered, Attachments, choice, occasion);

    private bool IsDelivered(QuestionId question) => _answers.Any(answer => answer.State == AnswerState.Issued && answer.Covers.Contains(question));

    // Returns the questions for which it is what the askers have.
    private List<QuestionId> MustStand(Answer answer)
    {
        AnswerRules.CorrectsWhatStands.BrokenIf(answer.State == AnswerState.Issued && !Stands(answer));
        return [.. answer.Covers.Where(question => IssuedAnswerOf(question)?.Id == answer.Id)];
    }

    private Assignment NewLead(QuestionId question, OrganizationId department, string? note, Occasion occasion) =>
        Domain.Assignments.Assignment.Lead(Inquiry.Id, question, department, note, occasion);

    private void MustBeAnswerable(QuestionId question)
    {
        AssignmentRules.InquiryIsRegistered.BrokenIf(Inquiry.State != InquiryState.Registered);
        InquiryRules.QuestionOfThisInquiry.BrokenIf(!Inquiry.Text.Questions.Any(candidate => candidate.Id == question && candidate.IsAsked));
        InquiryRules.QuestionIsOpen.BrokenIf(Inquiry.SettlementOf(question) is not null || IsSigned(question));
        InquiryRules.SupplementaryIsAdmitted.BrokenIf(Inquiry.PendingQuestions.Any(pending => pending.Id == question));
    }

    // A reassigned answer waits until the new department has accepted every question of it.
    private void MustBeLed(Answer answer) => AssignmentRules.LeadHasAccepted.BrokenIf(
        answer.IsOpen && answer.State != AnswerState.Signed && answer.Covers.Any(question => LeadOf(question)?.State != AssignmentState.Accepted));

    private bool IsSigned(QuestionId question) =>
        OpenAnswerOf(question)?.State == AnswerState.Signed || IssuedAnswerOf(question) is { CorrectionOrder: null };

    private Reply? SignedReplyOf(QuestionId question) => _replies.FirstOrDefault(reply =>
        reply.State == ReplyState.Signed && reply.Entries.Any(entry => entry.Questions.Contains(question)));

    private IEnumerable<Answer> HeldBy(Reply reply) => reply.Entries.Select(entry => Answer(entry.Answer));

    private List<Assignment> LiveAssignments(QuestionId question) =>
        [.. _assignments.Where(assignment => assignment.QuestionId == question && assignment.IsLive)];

    private void EndWork(QuestionId question, Occasion occasion)
    {
        if (OpenAnswerOf(question) is { } answer) answer.Drop(question, occasion);
        foreach (var assignment in LiveAssignments(question)) assignment.End(occasion);
        if (OpenReply is not { } reply) return;
        reply.ContentChanged("Eine Frage ist entfallen.", occasion);
        if (!_answers.Any(remaining => remaining.IsOpen)) reply.Discard(occasion);
    }

    private void Annul(Reply reply, string reason, Occasion occasion)
    {
        reply.AnnulSignature(reason, occasion);
        foreach (var answer in HeldBy(reply)) answer.UnlockByAnnulment(reply.Id, occasion);
    }

    private void ReopenReply(Answer changed, string reason, Occasion occasion)
    {
        if (OpenReply is { } reply && reply.Entries.Any(entry => entry.Answer == changed.Id)) reply.ContentChanged(reason, occasion);
    }
}
