using Anfragen.Domain.Archive;

namespace Anfragen.Domain.Inquiries;

/// <summary>
/// Anfrage: what a group of the council asks the administration. Registration freezes its text; rejecting and withdrawing happen question by question.
/// </summary>
public sealed class Inquiry : Aggregate<InquiryState>
{
    private readonly List<Originator> _originators;
    private readonly List<Receipt> _receipts;
    private readonly List<Meeting> _meetings;

    private Inquiry(
        InquiryId id, IReadOnlyList<Act> acts, int version, IReadOnlyList<Originator> originators, InquiryText text, IReadOnlyList<Receipt> receipts,
        ArchiveImport? archive, IReadOnlyList<Meeting>? meetings = null)
        : base(Transitions.OfInquiry, acts, version)
    {
        Id = id;
        Text = text;
        Archive = archive;
        _originators = [.. originators];
        _receipts = [.. receipts];
        _meetings = [.. meetings ?? []];
    }

    public InquiryId Id { get; }

    /// <summary>Drucksachennummer as shown, null before registration; of an old case the one that was entered last.</summary>
    public string? Number => (Last(Step.Register) ?? Last(Step.NumberImport))?.Subject.Code;

    /// <summary>The earlier inquiry that this one follows up (Folgeanfrage), or null.</summary>
    public InquiryId? Follows => Last(Step.ReferToEarlier)?.Subject.Other is { } earlier ? new InquiryId(earlier) : null;

    /// <summary>The current wording.</summary>
    public InquiryText Text { get; private set; }

    /// <summary>What was kept of reading the papers of an old case; null when the inquiry was asked here.</summary>
    public ArchiveImport? Archive { get; private set; }

    /// <summary>What is not sure in an old case and nobody has settled yet.</summary>
    public IEnumerable<ImportDoubt> OpenDoubts => Archive?.Doubts.Where(doubt => SettlementOf(doubt) is null) ?? [];

    /// <summary>Who asks, the submitting group first.</summary>
    public IReadOnlyList<Originator> Originators => _originators;

    /// <summary>The askers a reply names: the submitting group and every co-asker that has confirmed.</summary>
    public IEnumerable<Originator> ConfirmedOriginators =>
        _originators.Where(originator => originator.Position == 1 || HasConfirmed(originator));

    /// <summary>The questions that want an answer, less those rejected or withdrawn, and supplementary ones that nobody has admitted yet.</summary>
    public IEnumerable<Question> OpenQuestions =>
        Text.Questions.Where(question => question.IsAsked && IsAdmitted(question) && SettlementOf(question.Id) is null);

    /// <summary>The last round that was admitted; 1 for the inquiry itself.</summary>
    public int AdmittedRound => Last(Step.AdmitSupplementary)?.Subject.Version ?? 1;

    /// <summary>Supplementary questions that wait for the council office.</summary>
    public IEnumerable<Question> PendingQuestions => Text.Questions.Where(question => !IsAdmitted(question) && SettlementOf(question.Id) is null);

    /// <summary>Whether the question is one of the registered wording, or was admitted afterwards.</summary>
    public bool IsAdmitted(Question question) => question.Round <= AdmittedRound;

    /// <summary>What was noted about the original of an intake, oldest first; empty for an inquiry that was handed in here.</summary>
    public IReadOnlyList<Receipt> Receipts => _receipts;

    /// <summary>On which meetings' agendas it was put, oldest first; the last one holds.</summary>
    public IReadOnlyList<Meeting> Meetings => _meetings;

    /// <summary>Whether the council office recorded it from an original that came on paper, by mail or as a file.</summary>
    public bool IsIntake => Acts is [{ Step: Step.RecordIntake }, ..];

    /// <summary>Whether somebody has held the wording against the original; always true for what the askers wrote here themselves.</summary>
    public bool IsSplitChecked => !IsIntake || Last(Step.ReviseIntake) is not null;

    /// <summary>The day it came in: the true one of an intake, else that of its submission, or of the draft.</summary>
    public DateOnly ReceivedOn => _receipts.LastOrDefault()?.ReceivedOn ?? (Last(Step.Submit) ?? Acts[0]).Occasion.Day;

    /// <summary>Rehydrates from evidence.</summary>
    public static Inquiry Load(
        InquiryId id, IReadOnlyList<Act> acts, int version, IReadOnlyList<Originator> originators, InquiryText text,
        IReadOnlyList<Receipt>? receipts = null, ArchiveImport? archive = null, IReadOnlyList<Meeting>? meetings = null) =>
        new(id, acts, version, originators, text, receipts ?? [], archive, meetings);

    /// <summary>Puts it on the agenda of a meeting, or of another one.</summary>
    public void SetMeeting(DateOnly on, string committee, Occasion occasion)
    {
        var meeting = new Meeting(_meetings.Count + 1, on, committee);
        InquiryRules.MeetingIsAnother.BrokenIf(_meetings.LastOrDefault() is { } last && last.Sha256 == meeting.Sha256);
        Take(Step.SetMeeting, occasion, new ActSubject(Version: meeting.Version, ContentSha256: meeting.Sha256));
        _meetings.Add(meeting);
    }

    /// <summary>Begins a draft for the actor's group, which must be the first originator.</summary>
    public static Inquiry Draft(InquiryId id, IReadOnlyList<Originator> originators, InquiryText text, Occasion occasion)
    {
        var inquiry = new Inquiry(id, [], 0, originators, text with { Version = 1 }, [], null);
        inquiry.Take(Step.Revise, occasion, NamesWording(inquiry.Text, originators));
        return inquiry;
    }

    /// <summary>Puts an old inquiry on record, as its papers were read.</summary>
    public static Inquiry Import(
        InquiryId id, IReadOnlyList<Originator> originators, InquiryText text, ArchiveImport archive, Occasion occasion)
    {
        var inquiry = new Inquiry(id, [], 0, originators, text with { Version = 1 }, [], archive);
        inquiry.Take(Step.ImportInquiry, occasion, NamesReading(inquiry.Text, originators, archive));
        return inquiry;
    }

    /// <summary>Corrects what was read in the papers of an old inquiry; the earlier reading stays as a version.</summary>
    public void ReviseImport(
        IReadOnlyList<Originator> originators, InquiryText text, DateOnly? writtenOn, DateOnly? receivedOn, Occasion occasion)
    {
        ImportRules.IsImported.BrokenIf(Archive is null);
        var next = text with { Version = Text.Version + 1 };
        var archive = Archive with { WrittenOn = writtenOn, ReceivedOn = receivedOn };
        Take(Step.ReviseImport, occasion, NamesReading(next, originators, archive));
        Text = next;
        Archive = archive;
        _originators.Clear();
        _originators.AddRange(originators);
    }

    /// <summary>Enters the number that the old paper bears.</summary>
    public void NumberImport(string number, Occasion occasion) =>
        Take(Step.NumberImport, occasion, new ActSubject(Version: Text.Version, ContentSha256: Text.Sha256, Code: number));

    /// <summary>A person has looked at what was not sure.</summary>
    public void SettleDoubt(int no, Occasion occasion)
    {
        ImportRules.DoubtIsOpen.BrokenIf(!OpenDoubts.Any(doubt => doubt.No == no));
        Take(Step.SettleDoubt, occasion, new ActSubject(Version: no));
    }

    /// <summary>The step by which a doubt was settled, or null.</summary>
    public Act? SettlementOf(ImportDoubt doubt) => Acts.LastOrDefault(act => act.Step == Step.SettleDoubt && act.Subject.Version == doubt.No);

    /// <summary>
    /// Records an inquiry that came on paper, by mail or as a file, at once and as it was read: subject and questions may still be missing.
    /// </summary>
    public static Inquiry RecordIntake(
        InquiryId id, IReadOnlyList<Originator> originators, InquiryText text, Receipt receipt, Occasion occasion)
    {
        var inquiry = new Inquiry(id, [], 0, originators, text with { Version = 1 }, [], null);
        inquiry.Take(Step.RecordIntake, occasion, NamesWording(inquiry.Text, originators));
        inquiry.NoteReceipt(receipt, occasion);
        return inquiry;
    }

    /// <summary>
    /// The wording as it stands in the original, held against it by a person; until registration as often as needed. Questions that were
    /// rejected or withdrawn would be new ones afterwards, so nothing of the kind may have happened.
    /// </summary>
    public void ReviseIntake(
        IReadOnlyList<Originator> originators, InquiryText text, DateOnly receivedOn, IntakeChannel channel, Occasion occasion)
    {
        var next = text with { Version = Text.Version + 1 };
        MustBeWhole(next);
        InquiryRules.NothingIsSettled.BrokenIf(Text.Questions.Any(question => SettlementOf(question.Id) is not null));
        Take(Step.ReviseIntake, occasion, NamesWording(next, originators));
        Text = next;
        _originators.Clear();
        _originators.AddRange(originators);
        NoteReceipt(_receipts[^1] with { ReceivedOn = receivedOn, Channel = channel }, occasion);
    }

    /// <summary>Takes an intake out again, because it was recorded twice or is no inquiry at all.</summary>
    public void DiscardIntake(string reason, Occasion occasion)
    {
        CommonRules.ReasonIsGiven.BrokenIf(string.IsNullOrWhiteSpace(reason));
        Take(Step.DiscardIntake, occasion, reason: reason);
    }

    /// <summary>Replaces wording and askers; the old wording stays as a version.</summary>
    public void Revise(IReadOnlyList<Originator> originators, InquiryText text, Occasion occasion)
    {
        var next = text with { Version = Text.Version + 1 };
        Take(Step.Revise, occasion, NamesWording(next, originators));
        Text = next;
        _originators.Clear();
        _originators.AddRange(originators);
    }

    /// <summary>Folgeanfrage: says which earlier inquiry this one follows up; null takes the reference away. No word of the askers changes by it.</summary>
    public void ReferToEarlier(InquiryId? earlier, Occasion occasion)
    {
        InquiryRules.FollowsAnother.BrokenIf(earlier == Id);
        if (earlier != Follows) Take(Step.ReferToEarlier, occasion, new ActSubject(Other: earlier?.Value));
    }

    /// <summary>A co-asker stands by the inquiry; only then a reply names it.</summary>
    public void ConfirmCoAsking(Occasion occasion)
    {
        Take(Step.ConfirmCoAsking, occasion, new ActSubject(Version: Text.Version, ContentSha256: Text.Sha256, Other: occasion.Actor.Organization.Value));
    }

    /// <summary>Throws the draft away; it was never seen by anybody else.</summary>
    public void Discard(Occasion occasion) => Take(Step.Discard, occasion);

    /// <summary>Hands the inquiry in.</summary>
    public void Submit(Occasion occasion)
    {
        MustBeWhole(Text);
        Take(Step.Submit, occasion, NamesWording(Text, _originators));
    }

    /// <summary>Takes the inquiry back into draft, as long as it has no number.</summary>
    public void Recall(Occasion occasion) => Take(Step.Recall, occasion);

    /// <summary>Admits the inquiry under a number; text and tree are frozen from here on.</summary>
    public void Register(string number, Occasion occasion)
    {
        InquiryRules.SplitIsChecked.BrokenIf(!IsSplitChecked);
        InquiryRules.SomethingLeftToAnswer.BrokenIf(!OpenQuestions.Any());
        Take(Step.Register, occasion, new ActSubject(Version: Text.Version, ContentSha256: Text.Sha256, Code: number));
    }

    /// <summary>
    /// Nachfrage: the askers put one more question to what was answered. The registered wording stays; the question is an addition with a
    /// digest of its own, and waits for the council office.
    /// </summary>
    /// <param name="about">The question it follows; null for the inquiry as a whole.</param>
    /// <param name="text">Verbatim.</param>
    internal Question AskSupplementary(QuestionId? about, string text, Occasion occasion)
    {
        InquiryRules.SupplementaryHasText.BrokenIf(string.IsNullOrWhiteSpace(text));
        var followed = Text.Questions.FirstOrDefault(question => question.Id == about);
        InquiryRules.QuestionOfThisInquiry.BrokenIf(about is not null && followed is null);
        InquiryRules.NotTooManyQuestions.BrokenIf(Text.Questions.Count >= InquiryRules.MostQuestions);
        var number = Text.Questions.Count(question => question.IsSupplementary) + 1;
        var asked = new Question(
            QuestionId.New(), followed?.Id, Text.Questions.Count + 1, followed is null ? $"N{number}" : $"{followed.Ordinal}.N{number}",
            $"Nachfrage {number}", text, true)
        {
            Round = AdmittedRound + 1,
        };
        Take(Step.AskSupplementary, occasion, new ActSubject(Question: asked.Id, Version: asked.Round, ContentSha256: asked.Sha256));
        Text = Text with { Questions = QuestionTree.Arrange(Text.Questions.Append(asked)) };
        return asked;
    }

    /// <summary>Admits the supplementary questions that wait, as one round.</summary>
    internal void AdmitSupplementary(Occasion occasion)
    {
        InquiryRules.SomeArePending.BrokenIf(!PendingQuestions.Any());
        Take(Step.AdmitSupplementary, occasion, new ActSubject(Version: AdmittedRound + 1));
    }

    /// <summary>The day the last question of the round was asked.</summary>
    public DateOnly AskedOn(int round) =>
        Acts.LastOrDefault(act => act.Step == Step.AskSupplementary && act.Subject.Version == round)?.Occasion.Day ?? ReceivedOn;

    /// <summary>Refuses one question as inadmissible, with a written reason.</summary>
    public void RejectQuestion(QuestionId question, string reason, Occasion occasion)
    {
        CommonRules.ReasonIsGiven.BrokenIf(string.IsNullOrWhiteSpace(reason));
        MustBeOpen(question);
        Take(Step.RejectQuestion, occasion, new ActSubject(Question: question), reason);
    }

    /// <summary>Admits a rejected question after all.</summary>
    public void ReinstateQuestion(QuestionId question, Occasion occasion)
    {
        InquiryRules.QuestionWasRejected.BrokenIf(SettlementOf(question) is not Settlement.Rejected);
        Take(Step.ReinstateQuestion, occasion, new ActSubject(Question: question));
    }

    /// <summary>The asker no longer wants an answer. The number stays used.</summary>
    public void WithdrawQuestion(QuestionId question, Occasion occasion, string? reason = null)
    {
        MustBeOpen(question);
        Take(Step.WithdrawQuestion, occasion, new ActSubject(Question: question), reason);
    }

    /// <summary>How the question was settled without an answer, or null.</summary>
    public Settlement? SettlementOf(QuestionId question) => SettlementAt(question, DateTimeOffset.MaxValue);

    /// <summary>How the question was settled at that instant, or null.</summary>
    public Settlement? SettlementAt(QuestionId question, DateTimeOffset instant) =>
        Acts.LastOrDefault(act => act.Subject.Question == question && act.Occasion.At <= instant
            && act.Step is Step.RejectQuestion or Step.ReinstateQuestion or Step.WithdrawQuestion)?.Step switch
        {
            Step.RejectQuestion => Settlement.Rejected,
            Step.WithdrawQuestion => Settlement.Withdrawn,
            _ => null,
        };

    /// <summary>The written reason with which the question was rejected, or null.</summary>
    public string? RejectionReason(QuestionId question) =>
        SettlementOf(question) is Settlement.Rejected
            ? Acts.Last(act => act.Step == Step.RejectQuestion && act.Subject.Question == question).Reason
            : null;

    /// <summary>
    /// Whether the group has confirmed the wording as it stands; it does not stand by what was changed afterwards. Who is named in an intake
    /// has signed the original.
    /// </summary>
    public bool HasConfirmed(OrganizationId group) => IsIntake
        || Acts.Any(act => act.Step == Step.ConfirmCoAsking && act.Subject.Other == group.Value && act.Subject.Version == Text.Version);

    /// <inheritdoc cref="HasConfirmed(OrganizationId)"/>
    public bool HasConfirmed(Originator originator) =>
        Archive is not null || (originator.Organization is { } group && HasConfirmed(group));

    protected override bool Stands(Relation relation, Actor actor) => relation switch
    {
        Relation.Anyone => true,
        Relation.Asker => _originators.Any(originator => originator.Position == 1 && originator.Organization == actor.Organization),
        Relation.CoAsker => _originators.Any(originator => originator.Position > 1
            && originator.Organization == actor.Organization && !HasConfirmed(actor.Organization)),
        Relation.Submitter => !IsIntake && Stands(Relation.Asker, actor),
        Relation.Recorder => IsIntake,
        _ => false,
    };

    private static ActSubject NamesWording(InquiryText text, IEnumerable<Originator> originators) =>
        new(Version: text.Version, ContentSha256: text.Sha256, Code: Originator.Sha256Of(originators));

    private static ActSubject NamesReading(InquiryText text, IEnumerable<Originator> originators, ArchiveImport archive) =>
        new(Version: text.Version, ContentSha256: text.Sha256, Code: archive.Sha256With(originators));

    private static void MustBeWhole(InquiryText text)
    {
        InquiryRules.HasSubject.BrokenIf(string.IsNullOrWhiteSpace(text.Subject));
        InquiryRules.AsksSomething.BrokenIf(!text.Questions.Any(question => question.IsAsked && question.Text.Length > 0));
        InquiryRules.NotTooManyQuestions.BrokenIf(text.Questions.Count > InquiryRules.MostQuestions);
    }

    private void NoteReceipt(Receipt receipt, Occasion occasion)
    {
        InquiryRules.WasReceived.BrokenIf(receipt.ReceivedOn > occasion.Day);
        if (_receipts.LastOrDefault() is { } last && last.Sha256 == receipt.Sha256) return;
        var noted = receipt with { Version = Text.Version };
        Take(Step.NoteReceipt, occasion, new ActSubject(Version: noted.Version, ContentSha256: noted.Sha256));
        _receipts.Add(noted);
    }

    private void MustBeOpen(QuestionId question)
    {
        InquiryRules.SplitIsChecked.BrokenIf(!IsSplitChecked);
        InquiryRules.QuestionOfThisInquiry.BrokenIf(!Text.Questions.Any(candidate => candidate.Id == question && candidate.IsAsked));
        InquiryRules.QuestionIsOpen.BrokenIf(SettlementOf(question) is not null);
    }
}
