using Anfragen.Domain.Answers;
using Anfragen.Domain.Assignments;
using Anfragen.Domain.Attachments;
using Anfragen.Domain.Deadlines;
using Anfragen.Domain.Inquiries;
using Anfragen.Domain.Promises;
using Anfragen.Domain.Publication;
using Anfragen.Domain.Replies;
using static Anfragen.Domain.Relation;
using static Anfragen.Domain.Step;

namespace Anfragen.Domain;

/// <summary>Bezug: how the person who acts must stand to the thing. Roles stand on requests, never here.</summary>
public enum Relation
{
    /// <summary>The role on the request is enough: council office, mayor's office, system.</summary>
    Anyone,

    /// <summary>The submitting group.</summary>
    Asker,

    /// <summary>The submitting group, if it handed the inquiry in itself: of what came on paper, the paper is the original.</summary>
    Submitter,

    /// <summary>A group named beside the submitting one.</summary>
    CoAsker,

    /// <summary>The council office, if it recorded the inquiry from an original.</summary>
    Recorder,

    /// <summary>The department of the assignment.</summary>
    AssignedDepartment,

    /// <summary>The department of an assignment to contribute.</summary>
    ContributingDepartment,

    /// <summary>The department that leads the answer.</summary>
    LeadDepartment,

    /// <summary>The organisation whose head co-signs next.</summary>
    DueCoSigner,

    /// <summary>The department that sees to a promise, and the council office, which watches all of them.</summary>
    PromiseKeeper,
}

/// <summary>Übergang: in this state this step is open to those who stand so, and leads there. <c>null</c> is "not there yet".</summary>
public sealed record Transition<TState>(TState? From, Step Step, Relation Relation, TState To) where TState : struct, Enum;

/// <summary>
/// Übergangstabelle: the only place that says which step is possible when. A test explores it and proves that no state is a dead end.
/// </summary>
public static class Transitions
{
    public static readonly IReadOnlyList<Transition<InquiryState>> OfInquiry =
    [
        new(null, Revise, Asker, InquiryState.Draft),
        new(InquiryState.Draft, Revise, Asker, InquiryState.Draft),
        new(InquiryState.Draft, ConfirmCoAsking, CoAsker, InquiryState.Draft),
        new(InquiryState.Draft, ReferToEarlier, Asker, InquiryState.Draft),
        new(InquiryState.Draft, Discard, Asker, InquiryState.Discarded),
        new(InquiryState.Draft, Submit, Asker, InquiryState.Submitted),
        new(InquiryState.Submitted, ConfirmCoAsking, CoAsker, InquiryState.Submitted),
        new(InquiryState.Submitted, Recall, Submitter, InquiryState.Draft),
        new(InquiryState.Submitted, ReferToEarlier, Anyone, InquiryState.Submitted),
        new(InquiryState.Submitted, Register, Anyone, InquiryState.Registered),
        new(InquiryState.Submitted, RejectQuestion, Anyone, InquiryState.Submitted),
        new(InquiryState.Submitted, ReinstateQuestion, Anyone, InquiryState.Submitted),
        new(InquiryState.Submitted, WithdrawQuestion, Asker, InquiryState.Submitted),
        new(InquiryState.Registered, ConfirmCoAsking, CoAsker, InquiryState.Registered),
        new(InquiryState.Registered, AskSupplementary, Asker, InquiryState.Registered),
        new(InquiryState.Registered, AdmitSupplementary, Anyone, InquiryState.Registered),
        new(InquiryState.Registered, ReferToEarlier, Anyone, InquiryState.Registered),
        new(InquiryState.Registered, RejectQuestion, Anyone, InquiryState.Registered),
        new(InquiryState.Registered, ReinstateQuestion, Anyone, InquiryState.Registered),
        new(InquiryState.Registered, WithdrawQuestion, Asker, InquiryState.Registered),
        new(null, ImportInquiry, Anyone, InquiryState.Imported),
        new(InquiryState.Imported, ReviseImport, Anyone, InquiryState.Imported),
        new(InquiryState.Imported, NumberImport, Anyone, InquiryState.Imported),
        new(InquiryState.Imported, SettleDoubt, Anyone, InquiryState.Imported),
        new(null, RecordIntake, Anyone, InquiryState.Submitted),
        new(InquiryState.Submitted, NoteReceipt, Recorder, InquiryState.Submitted),
        new(InquiryState.Submitted, ReviseIntake, Recorder, InquiryState.Submitted),
        new(InquiryState.Submitted, SetMeeting, Anyone, InquiryState.Submitted),
        new(InquiryState.Registered, SetMeeting, Anyone, InquiryState.Registered),
        new(InquiryState.Submitted, DiscardIntake, Recorder, InquiryState.Discarded),
    ];

    public static readonly IReadOnlyList<Transition<AssignmentState>> OfAssignment =
    [
        new(null, Assign, Anyone, AssignmentState.Offered),
        new(null, RequestContribution, Anyone, AssignmentState.Offered),
        new(AssignmentState.Offered, Accept, AssignedDepartment, AssignmentState.Accepted),
        new(AssignmentState.Offered, Decline, AssignedDepartment, AssignmentState.Declined),
        new(AssignmentState.Offered, Escalate, Anyone, AssignmentState.Offered),
        new(AssignmentState.Offered, Remind, Anyone, AssignmentState.Offered),
        new(AssignmentState.Offered, Reassign, Anyone, AssignmentState.Ended),
        new(AssignmentState.Offered, EndAssignment, Anyone, AssignmentState.Ended),
        new(AssignmentState.Accepted, Reassign, Anyone, AssignmentState.Ended),
        new(AssignmentState.Accepted, EndAssignment, Anyone, AssignmentState.Ended),
        new(AssignmentState.Accepted, SubmitContribution, ContributingDepartment, AssignmentState.Contributed),
        new(AssignmentState.Contributed, SubmitContribution, ContributingDepartment, AssignmentState.Contributed),
        new(AssignmentState.Contributed, ReturnContribution, Anyone, AssignmentState.Accepted),
        new(AssignmentState.Contributed, EndAssignment, Anyone, AssignmentState.Ended),
    ];

    public static readonly IReadOnlyList<Transition<AnswerState>> OfAnswer =
    [
        new(null, OpenAnswer, LeadDepartment, AnswerState.Drafting),
        new(AnswerState.Drafting, SaveAnswerVersion, LeadDepartment, AnswerState.Drafting),
        new(AnswerState.Drafting, JoinAnswers, LeadDepartment, AnswerState.Drafting),
        new(AnswerState.Drafting, SplitAnswer, LeadDepartment, AnswerState.Drafting),
        new(AnswerState.Drafting, DropQuestion, Anyone, AnswerState.Drafting),
        new(AnswerState.Drafting, SubmitForCoSignature, LeadDepartment, AnswerState.ForCoSignature),
        new(AnswerState.Drafting, MoveToDepartment, Anyone, AnswerState.Drafting),
        new(AnswerState.Drafting, AbandonAnswer, Anyone, AnswerState.Abandoned),
        new(AnswerState.ForCoSignature, SaveAnswerVersion, LeadDepartment, AnswerState.Drafting),
        new(AnswerState.ForCoSignature, RequireCoSignature, LeadDepartment, AnswerState.ForCoSignature),
        new(AnswerState.ForCoSignature, CoSignStage, DueCoSigner, AnswerState.ForCoSignature),
        new(AnswerState.ForCoSignature, CoSign, DueCoSigner, AnswerState.CoSigned),
        new(AnswerState.ForCoSignature, ReturnForRedraft, DueCoSigner, AnswerState.Returned),
        new(AnswerState.ForCoSignature, DropQuestion, Anyone, AnswerState.Drafting),
        new(AnswerState.ForCoSignature, MoveToDepartment, Anyone, AnswerState.Drafting),
        new(AnswerState.ForCoSignature, AbandonAnswer, Anyone, AnswerState.Abandoned),
        new(AnswerState.Returned, SaveAnswerVersion, LeadDepartment, AnswerState.Drafting),
        new(AnswerState.Returned, SubmitForCoSignature, LeadDepartment, AnswerState.ForCoSignature),
        new(AnswerState.Returned, DropQuestion, Anyone, AnswerState.Drafting),
        new(AnswerState.Returned, MoveToDepartment, Anyone, AnswerState.Drafting),
        new(AnswerState.Returned, AbandonAnswer, Anyone, AnswerState.Abandoned),
        new(AnswerState.CoSigned, SaveAnswerVersion, LeadDepartment, AnswerState.Drafting),
        new(AnswerState.CoSigned, ReturnForRedraft, Anyone, AnswerState.Returned),
        new(AnswerState.CoSigned, DropQuestion, Anyone, AnswerState.Drafting),
        new(AnswerState.CoSigned, MoveToDepartment, Anyone, AnswerState.Drafting),
        new(AnswerState.CoSigned, AbandonAnswer, Anyone, AnswerState.Abandoned),
        new(AnswerState.CoSigned, LockBySigning, Anyone, AnswerState.Signed),
        new(AnswerState.Signed, UnlockByAnnulment, Anyone, AnswerState.CoSigned),
        new(AnswerState.Signed, Issue, Anyone, AnswerState.Issued),
        new(null, ImportAnswer, Anyone, AnswerState.Issued),
        new(AnswerState.Issued, CoverByImport, Anyone, AnswerState.Issued),
        new(AnswerState.Issued, ReplaceImport, Anyone, AnswerState.Abandoned),
        new(AnswerState.Issued, OrderCorrection, Anyone, AnswerState.Issued),
        new(AnswerState.Issued, DropCorrection, Anyone, AnswerState.Issued),
    ];

    public static readonly IReadOnlyList<Transition<ReplyState>> OfReply =
    [
        new(null, Compose, Anyone, ReplyState.Composed),
        new(ReplyState.Composed, ReviseReply, Anyone, ReplyState.Composed),
        new(ReplyState.Composed, ContentChanged, Anyone, ReplyState.Composed),
        new(ReplyState.Composed, SubmitForReview, Anyone, ReplyState.InReview),
        new(ReplyState.Composed, DiscardReply, Anyone, ReplyState.Discarded),
        new(ReplyState.InReview, ReturnReply, Anyone, ReplyState.Composed),
        new(ReplyState.InReview, ContentChanged, Anyone, ReplyState.Composed),
        new(ReplyState.InReview, Approve, Anyone, ReplyState.Approved),
        new(ReplyState.Approved, ReturnReply, Anyone, ReplyState.Composed),
        new(ReplyState.Approved, ContentChanged, Anyone, ReplyState.Composed),
        new(ReplyState.Approved, Sign, Anyone, ReplyState.Signed),
        new(ReplyState.Signed, AnnulSignature, Anyone, ReplyState.Annulled),
        new(ReplyState.Signed, Deliver, Anyone, ReplyState.Delivered),
        new(null, ImportReply, Anyone, ReplyState.Delivered),
        new(ReplyState.Delivered, ReviseImportedReply, Anyone, ReplyState.Delivered),
        new(ReplyState.Delivered, ImportSignature, Anyone, ReplyState.Delivered),
    ];

    public static readonly IReadOnlyList<Transition<PublicationState>> OfPublication =
    [
        new(null, Publish, Anyone, PublicationState.Published),
        new(PublicationState.Published, Publish, Anyone, PublicationState.Published),
        new(PublicationState.Published, Depublish, Anyone, PublicationState.Depublished),
        new(PublicationState.Depublished, Publish, Anyone, PublicationState.Published),
    ];

    public static readonly IReadOnlyList<Transition<AttachmentState>> OfAttachment =
    [
        new(null, AddAttachment, Anyone, AttachmentState.Attached),
        new(AttachmentState.Attached, RemoveAttachment, Anyone, AttachmentState.Removed),
    ];

    public static readonly IReadOnlyList<Transition<PromiseState>> OfPromise =
    [
        new(null, MarkPromise, Anyone, PromiseState.Open),
        new(PromiseState.Open, UnmarkPromise, Anyone, PromiseState.Unmarked),
        new(PromiseState.Open, KeepPromise, PromiseKeeper, PromiseState.Kept),
        new(PromiseState.Open, MovePromise, PromiseKeeper, PromiseState.Open),
        new(PromiseState.Open, DropPromise, PromiseKeeper, PromiseState.Dropped),
    ];

    // Nothing leads from overdue back to in time: that is no state but follows from the days, see Deadline.
    public static readonly IReadOnlyList<Transition<DeadlineState>> OfDeadline =
    [
        new(null, PinRule, Anyone, DeadlineState.Unconfirmed),
        new(null, EstablishDueDate, Anyone, DeadlineState.Running),
        new(DeadlineState.Unconfirmed, SetFirstDue, Anyone, DeadlineState.Running),
        new(DeadlineState.Unconfirmed, EstablishDueDate, Anyone, DeadlineState.Running),
        new(DeadlineState.Unconfirmed, SendInterimReply, Anyone, DeadlineState.Unconfirmed),
        new(DeadlineState.Running, ExtendDeadline, Anyone, DeadlineState.Running),
        new(DeadlineState.Running, StopClock, Anyone, DeadlineState.Stopped),
        new(DeadlineState.Running, SendInterimReply, Anyone, DeadlineState.Running),
        new(DeadlineState.Running, MeetDeadline, Anyone, DeadlineState.Met),
        new(DeadlineState.Stopped, RestartClock, Anyone, DeadlineState.Running),
        new(DeadlineState.Stopped, SendInterimReply, Anyone, DeadlineState.Stopped),
        new(DeadlineState.Stopped, MeetDeadline, Anyone, DeadlineState.Met),
        new(DeadlineState.Met, ReopenDeadline, Anyone, DeadlineState.Running),
    ];
}
