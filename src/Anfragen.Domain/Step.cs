namespace Anfragen.Domain;

/// <summary>Schritt: every step a person or the system can take. Stored by name, so a name is never changed or reused.</summary>
public enum Step
{
    // Inquiry
    Revise,
    ConfirmCoAsking,
    Discard,
    Submit,
    Recall,
    Register,
    RejectQuestion,
    ReinstateQuestion,
    WithdrawQuestion,
    ImportInquiry,
    ReviseImport,
    NumberImport,
    SettleDoubt,
    RecordIntake,
    NoteReceipt,
    ReviseIntake,
    DiscardIntake,
    ReferToEarlier,
    AskSupplementary,
    AdmitSupplementary,
    SetMeeting,

    // Assignment
    Assign,
    RequestContribution,
    Accept,
    Decline,
    Reassign,
    SubmitContribution,
    ReturnContribution,
    EndAssignment,
    Escalate,
    Remind,

    // Answer
    OpenAnswer,
    SaveAnswerVersion,
    JoinAnswers,
    SplitAnswer,
    SubmitForCoSignature,
    RequireCoSignature,
    CoSignStage,
    CoSign,
    ReturnForRedraft,
    MoveToDepartment,
    AbandonAnswer,
    DropQuestion,
    LockBySigning,
    UnlockByAnnulment,
    Issue,
    ImportAnswer,
    CoverByImport,
    ReplaceImport,
    OrderCorrection,
    DropCorrection,

    // Reply
    Compose,
    ReviseReply,
    SubmitForReview,
    ReturnReply,
    ContentChanged,
    Approve,
    Sign,
    AnnulSignature,
    Deliver,
    DiscardReply,
    ImportReply,
    ReviseImportedReply,
    ImportSignature,

    // Publication
    Publish,
    Depublish,

    // Attachment
    AddAttachment,
    RemoveAttachment,

    // Promise
    MarkPromise,
    UnmarkPromise,
    KeepPromise,
    MovePromise,
    DropPromise,

    // Deadline
    PinRule,
    SetFirstDue,
    EstablishDueDate,
    ExtendDeadline,
    StopClock,
    RestartClock,
    SendInterimReply,
    MeetDeadline,
    ReopenDeadline,

    // Accounts
    AddAccount,
    GrantRole,
    LockAccount,
    SuspendSignIn,
    EndRole,
    ChangeAccount,
    InviteAccount,
    SetPassword,
    UnlockAccount,

    // Master data
    AddEntry,
    ChangeEntry,
    EndEntry,
}
