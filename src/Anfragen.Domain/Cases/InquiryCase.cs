using Anfragen.Domain.Answers;
using Anfragen.Domain.Archive;
using Anfragen.Domain.Assignments;
using Anfragen.Domain.Attachments;
using Anfragen.Domain.Calendar;
using Anfragen.Domain.Deadlines;
using Anfragen.Domain.Inquiries;
using Anfragen.Domain.Publication;
using Anfragen.Domain.Replies;
using Signature = Anfragen.Domain.Replies.Signature;

namespace Anfragen.Domain.Cases;

/// <summary>
/// Vorgang: an inquiry with all that was made of it. The aggregates keep their own versions and are written by different people;
/// what one step means for the others (an answer ends because its question was withdrawn) is decided here, in one place.
/// </summary>
public sealed class InquiryCase(
    Inquiry inquiry,
    IEnumerable<Assignment> assignments,
    IEnumerable<Answer> answers,
    IEnumerable<Reply> replies,
    InquiryPublication publication,
    IEnumerable<Attachment> attachments,
    IEnumerable<Deadline> deadlines)
{
    private readonly List<Assignment> _assignments = [.. assignments];
    private readonly List<Answer> _answers = [.. answers];
    private readonly List<Reply> _replies = [.. replies];
    private readonly List<Attachment> _attachments = [.. attachments];
    private readonly List<Deadline> _deadlines = [.. deadlines];

    public Inquiry Inquiry { get; } = inquiry;

    public IReadOnlyList<Assignment> Assignments => _assignments;

    public IReadOnlyList<Answer> Answers => _answers;

    public IReadOnlyList<Reply> Replies => _replies;

    public InquiryPublication Publication { get; } = publication;

    /// <summary>Everything that was ever attached, in the order it was added.</summary>
    public IReadOnlyList<Attachment> Attachments => _attachments;

    /// <summary>One for each round of questions; none before registration, nor for old cases.</summary>
    public IReadOnlyList<Deadline> Deadlines => _deadlines;

    /// <summary>The clock of the inquiry itself, or null.</summary>
    public Deadline? Deadline => _deadlines.FirstOrDefault();

    /// <summary>Every step of everything in it, aggregate by aggregate.</summary>
    public IEnumerable<Act> Acts => Inquiry.Acts.Concat(_assignments.SelectMany(assignment => assignment.Acts)).Concat(_answers.SelectMany(answer => answer.Acts))
        .Concat(_replies.SelectMany(reply => reply.Acts)).Concat(Publication.Acts).Concat(_attachments.SelectMany(attachment => attachment.Acts))
        .Concat(_deadlines.SelectMany(deadline => deadline.Acts));

    /// <summary>
    /// The day by which the inquiry stands in lists and figures. An old case stands by its own days; where its papers do not say when it was
    /// asked, by when it was answered or treated.
    /// </summary>
    public DateOnly AskedOn => Inquiry.Archive is { } archive
        ? archive.AskedOn ?? _replies.Select(reply => reply.WrittenOn).Append(archive.MeetingOn).Min() ?? Inquiry.ReceivedOn
        : Inquiry.ReceivedOn;

    /// <summary>Whether an answer is still to be given to somebody.</summary>
    public bool IsOwed => Inquiry.State == InquiryState.Registered && Inquiry.OpenQuestions.Any(question => !IsDelivered(question.Id));

    /// <summary>The questions that were still owed an answer at that instant: neither rejected nor withdrawn, nor answered by a reply delivered by then.</summary>
    public IReadOnlyList<Question> OpenQuestionsAt(DateTimeOffset instant)
    {
        var delivered = _answers.Where(answer => answer.Acts.Any(act => act.Step == Step.Issue && act.Occasion.At <= instant))
            .SelectMany(answer => answer.Covers).ToHashSet();
        return [.. Inquiry.Text.Questions.Where(question =>
            question.IsAsked && Inquiry.SettlementAt(question.Id, instant) is null && !delivered.Contains(question.Id))];
    }

    /// <summary>The reply in the making, or null.</summary>
    public Reply? OpenReply => _replies.FirstOrDefault(reply => reply.IsOpen);

    /// <summary>Replies the askers have.</summary>
    public IReadOnlyList<Reply> Delivered => [.. _replies.Where(reply => reply.State == ReplyState.Delivered)];

    public static InquiryCase Of(Inquiry inquiry) => new(inquiry, [], [], [], InquiryPublication.NonPublic(inquiry.Id), [], []);

    public Assignment Assignment(AssignmentId id) => _assignments.Single(assignment => assignment.Id == id);

    public Answer Answer(AnswerId id) => _answers.Single(answer => answer.Id == id);

    public Reply Reply(ReplyId id) => _replies.Single(reply => reply.Id == id);

    public Attachment Attachment(AttachmentId id) => _attachments.Single(attachment => attachment.Id == id);

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
    public bool IsBeingCorrected(QuestionId question) => IssuedAnswerOf(question) is { IsBeingCorrected: true };

    /// <summary>Whether this answer still stands and is being corrected.</summary>
    public bool IsBeingCorrected(Answer answer) => answer.IsBeingCorrected && Stands(answer);

    /// <summary>Whether it is what the askers have, for one of its questions at least.</summary>
    public bool Stands(Answer answer) => answer.Covers.Any(question => IssuedAnswerOf(question)?.Id == answer.Id);

    /// <summary>Whether nobody has said yet, in a co-signed text, what the administration answers (or answers now).</summary>
    public bool IsToBeAnswered(QuestionId question) => IsBeingCorrected(question) || IssuedAnswerOf(question) is null
        ? OpenAnswerOf(question)?.State is not (AnswerState.CoSigned or AnswerState.Signed)
        : false;

    /// <summary>Whether a department has to be found for the question.</summary>
    public bool NeedsLead(QuestionId question) =>
        Inquiry.State == InquiryState.Registered && LeadOf(question) is null && IsToBeAnswered(question) && Inquiry.SettlementOf(question) is null;

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

    /// <summary>The office says when the answer is due, where no rule does.</summary>
    public void EstablishDueDate(DateOnly due, string reason, Occasion occasion)
    {
        MustBeOwed();
        ClockRules.DueAfterReceipt.BrokenIf(due < Inquiry.ReceivedOn);
        if (Deadline is { } deadline) deadline.Establish(due, reason, occasion);
        else _deadlines.Add(Domain.Deadlines.Deadline.Begin(Inquiry.Id, 1, due, reason, occasion));
    }

    /// <summary>Moves the due date, as far as the rule allows it.</summary>
    public void ExtendDeadline(DateOnly to, string reason, OfficeCalendar calendar, Occasion occasion) =>
        RunningClock().Extend(to, reason, calendar, occasion);

    /// <summary>Lets the clock stand still.</summary>
    public void StopClock(string reason, Occasion occasion) => RunningClock().Stop(reason, occasion);

    /// <summary>Lets the clock go on.</summary>
    public void RestartClock(string? reason, OfficeCalendar calendar, Occasion occasion) => RunningClock().Restart(calendar, reason, occasion);

    /// <summary>Tells the askers when to expect the reply.</summary>
    public void SendInterimReply(DateOnly expectedOn, string reason, Occasion occasion)
    {
        MustBeOwed();
        RunningClock().SendInterim(expectedOn, reason, occasion);
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
    public void SaveAnswerVersion(AnswerId id, int basedOn, AnswerKind kind, string? inNameOf, string markdown, Occasion occasion)
    {
        var answer = Answer(id);
        MustBeLed(answer);
        answer.SaveVersion(basedOn, kind, inNameOf, markdown, occasion);
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

    /// <summary>Puts the next reply to an old inquiry on record: the first is the reply, the others are supplements.</summary>
    public Reply ImportReply(ReplyReading reading, Occasion occasion)
    {
        ImportRules.IsImported.BrokenIf(Inquiry.Archive is null);
        var items = ImportItems(reading, occasion);
        var imported = Domain.Replies.Reply.Import(Inquiry.Id, _replies.Count + 1, ImportKind(_replies.Count + 1, items), items, reading.Letter, occasion);
        _replies.Add(imported);
        return imported;
    }

    /// <summary>
    /// Corrects the reading of an old case as a whole: wording, askers and days, then every reply in its order. The earlier answers end.
    /// </summary>
    public void ReviseImport(
        IReadOnlyList<Originator> originators, InquiryText text, DateOnly? writtenOn, DateOnly? receivedOn, IReadOnlyList<ReplyReading> readings,
        Occasion occasion)
    {
        MustNotBePublic();
        ImportRules.RepliesStay.BrokenIf(readings.Count != _replies.Count);
        Inquiry.ReviseImport(originators, text, writtenOn, receivedOn, occasion);
        foreach (var answer in _answers.Where(answer => answer.State == AnswerState.Issued)) answer.ReplaceImport(occasion);
        foreach (var (reply, reading) in _replies.Zip(readings))
        {
            var items = ImportItems(reading, occasion);
            reply.ReviseImport(ImportKind(reply.Ordinal, items), items, reading.Letter, occasion);
        }
    }

    /// <summary>Enters the number of an old case, or corrects the one that was read.</summary>
    public void NumberImport(string number, Occasion occasion)
    {
        MustNotBePublic();
        Inquiry.NumberImport(number, occasion);
    }

    /// <summary>Keeps the original of an old case with what was read in it.</summary>
    public Attachment AttachOriginal(AttachmentHolder holder, string title, string fileSha256, Occasion occasion)
    {
        ImportRules.IsImported.BrokenIf(Inquiry.Archive is null);
        return Add(holder, title, fileSha256, occasion);
    }

    /// <summary>Hangs a file on something of this inquiry.</summary>
    public Attachment Attach(AttachmentHolder holder, string title, string fileSha256, Occasion occasion)
    {
        MustBeOpenFor(holder, occasion.Actor);
        AttachmentRules.HangsOnSomething.BrokenIf(
            holder.Kind == AttachmentHolderKind.Question && !Inquiry.Text.Questions.Any(question => question.Id.Value == holder.Id));
        AttachmentRules.NotTooMany.BrokenIf(_attachments.Count(other => other.IsShown && other.Holder == holder) >= AttachmentRules.Most);
        return Add(holder, title, fileSha256, occasion);
    }

    /// <summary>Shows an attachment no longer, as long as what it hangs on is still in the making.</summary>
    public void RemoveAttachment(AttachmentId id, Occasion occasion)
    {
        MustBeOpenFor(Attachment(id).Holder, occasion.Actor);
        AttachmentRules.OriginalStays.BrokenIf(IsOriginal(Attachment(id)));
        Attachment(id).Remove(occasion);
    }

    /// <summary>Whether this is the original of an intake or its transcript; it stays with the inquiry.</summary>
    public bool IsOriginal(Attachment attachment) =>
        attachment.Holder == AttachmentHolder.Of(Inquiry.Id) && Inquiry.Receipts.Any(receipt => receipt.Names(attachment.FileSha256));

    /// <summary>Whether the person could add to it or remove from it now.</summary>
    public bool CanAttach(AttachmentHolder holder, Actor actor) => IsInTheMaking(holder) && IsCaredForBy(holder, actor);

    /// <summary>The organisations that work on what the attachment hangs on; none for a reply, on which the council office works.</summary>
    public IEnumerable<OrganizationId> CaretakersOf(AttachmentHolder holder) => holder.Kind switch
    {
        AttachmentHolderKind.Inquiry or AttachmentHolderKind.Question =>
            Inquiry.Originators.Where(originator => originator.Position == 1).Select(originator => originator.Organization).OfType<OrganizationId>()
                .Concat(Inquiry.IsIntake ? [Inquiry.Acts[0].Occasion.Actor.Organization] : []),
        AttachmentHolderKind.Answer => _answers.Where(answer => answer.Id.Value == holder.Id).Select(answer => answer.Department),
        _ => [],
    };

    /// <summary>When the answer is due if it is registered on that day; null where the period begins with something that has not happened by then.</summary>
    public DueDate? FirstDue(DeadlineRule rule, OfficeCalendar calendar, DateOnly today) => rule.Start switch
    {
        DeadlineStart.Received => DueDate.Of(rule, calendar, Inquiry.ReceivedOn),
        DeadlineStart.Registered => DueDate.Of(rule, calendar, today),
        _ => null,
    };

    private Deadline RunningClock()
    {
        CommonRules.StepFitsState.BrokenIf(Deadline is null);
        return Deadline;
    }

    private void FollowClock(Occasion occasion) => Deadline?.Follow(IsOwed, occasion);

    private bool IsDelivered(QuestionId question) => _answers.Any(answer => answer.State == AnswerState.Issued && answer.Covers.Contains(question));

    private void MustBeOwed()
    {
        ClockRules.InquiryIsRegistered.BrokenIf(Inquiry.State != InquiryState.Registered);
        ClockRules.SomethingIsOwed.BrokenIf(!IsOwed);
    }

    private Attachment Add(AttachmentHolder holder, string title, string fileSha256, Occasion occasion)
    {
        var attachment = Domain.Attachments.Attachment.Add(Inquiry.Id, holder, title, fileSha256, occasion);
        _attachments.Add(attachment);
        return attachment;
    }

    private List<ReplyItem> ImportItems(ReplyReading reading, Occasion occasion)
    {
        var questions = Inquiry.Text.Questions;
        ImportRules.AnswersQuestionsOfTheInquiry.BrokenIf(
            reading.Answers.SelectMany(answer => answer.Questions).Any(place => place < 1 || place > questions.Count));
        var items = new List<ReplyItem>();
        if (!string.IsNullOrWhiteSpace(reading.Preliminary)) items.Add(new PreliminaryRemark(reading.Preliminary));
        foreach (var read in reading.Answers)
        {
            QuestionId[] covered = [.. read.Questions.Distinct().Order().Select(place => questions[place - 1].Id)];
            var answer = Domain.Answers.Answer.Import(Inquiry.Id, covered, read.Department, read.Markdown, occasion);
            _answers.Add(answer);
            items.Add(AnswerEntry.Of(answer, covered));
        }

        if (!string.IsNullOrWhiteSpace(reading.Closing)) items.Add(new ClosingRemark(reading.Closing));
        return items;
    }

    private ReplyKind ImportKind(int ordinal, IReadOnlyList<ReplyItem> items)
    {
        if (ordinal > 1) return ReplyKind.Supplement;
        var told = items.OfType<AnswerEntry>().SelectMany(entry => entry.Questions).ToHashSet();
        return Inquiry.OpenQuestions.All(question => told.Contains(question.Id)) ? ReplyKind.Full : ReplyKind.Partial;
    }

    private void MustNotBePublic() => ImportRules.IsNotPublic.BrokenIf(
        Publication.Acts.Count > 0 && Publication.State == PublicationState.Published);

    // Returns the questions for which it is what the askers have.
    private List<QuestionId> MustStand(Answer answer)
    {
        AnswerRules.CorrectsWhatStands.BrokenIf(answer.State == AnswerState.Issued && !Stands(answer));
        return [.. answer.Covers.Where(question => IssuedAnswerOf(question)?.Id == answer.Id)];
    }

    private Assignment NewLead(QuestionId question, OrganizationId department, string? note, Occasion occasion) =>
        Domain.Assignments.Assignment.Lead(Inquiry.Id, question, department, note, occasion);

    private void MustBeOpenFor(AttachmentHolder holder, Actor actor)
    {
        CommonRules.StepIsOpenToActor.BrokenIf(!IsCaredForBy(holder, actor));
        var stillChanges = holder.Kind switch
        {
            AttachmentHolderKind.Answer => AttachmentRules.AnswerIsDrafted,
            AttachmentHolderKind.Reply => AttachmentRules.ReplyIsComposed,
            _ => AttachmentRules.InquiryIsNotRegistered,
        };
        stillChanges.BrokenIf(!IsInTheMaking(holder));
    }

    private bool IsCaredForBy(AttachmentHolder holder, Actor actor) => holder.Kind == AttachmentHolderKind.Reply
        ? actor.Role == Council.Role.CouncilOffice
        : CaretakersOf(holder).Contains(actor.Organization);

    private bool IsInTheMaking(AttachmentHolder holder) => holder.Kind switch
    {
        AttachmentHolderKind.Inquiry => Inquiry.State is InquiryState.Draft or InquiryState.Submitted,
        AttachmentHolderKind.Question => Inquiry.State is InquiryState.Draft or InquiryState.Submitted,
        AttachmentHolderKind.Answer => _answers.Any(answer => answer.Id.Value == holder.Id && answer.State is (AnswerState.Drafting or AnswerState.Returned)),
        AttachmentHolderKind.Reply => _replies.Any(reply => reply.Id.Value == holder.Id && reply.State == ReplyState.Composed),
        _ => false,
    };

    private void MustBeAnswerable(QuestionId question)
    {
        AssignmentRules.InquiryIsRegistered.BrokenIf(Inquiry.State != InquiryState.Registered);
        InquiryRules.QuestionOfThisInquiry.BrokenIf(!Inquiry.Text.Questions.Any(candidate => candidate.Id == question && candidate.IsAsked));
        InquiryRules.QuestionIsOpen.BrokenIf(Inquiry.SettlementOf(question) is not null || IsSigned(question));
    }

    // A reassigned answer waits until the new department has accepted every question of it.
    private void MustBeLed(Answer answer) => AssignmentRules.LeadHasAccepted.BrokenIf(
        answer.IsOpen && answer.State != AnswerState.Signed && answer.Covers.Any(question => LeadOf(question)?.State != AssignmentState.Accepted));

    private bool IsSigned(QuestionId question) =>
        OpenAnswerOf(question)?.State == AnswerState.Signed || IssuedAnswerOf(question) is { IsBeingCorrected: false };

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
