using Anfragen.Domain.Archive;

namespace Anfragen.Domain.Inquiries;

/// <summary>
/// Anfrage: what a group of the council asks the administration. Registration freezes its text; rejecting and withdrawing happen question by question.
/// </summary>
public sealed class Inquiry : Aggregate<InquiryState>
{
    private readonly List<Originator> _originators;

    private Inquiry(
        InquiryId id, IReadOnlyList<Act> acts, int version, IReadOnlyList<Originator> originators, InquiryText text, ArchiveImport? archive)
        : base(Transitions.OfInquiry, acts, version)
    {
        Id = id;
        Text = text;
        Archive = archive;
        _originators = [.. originators];
    }

    public InquiryId Id { get; }

    /// <summary>Drucksachennummer as shown, null before registration; of an old case the one that was entered last.</summary>
    public string? Number => (Last(Step.Register) ?? Last(Step.NumberImport))?.Subject.Code;

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

    /// <summary>The questions that want an answer, less those rejected or withdrawn.</summary>
    public IEnumerable<Question> OpenQuestions => Text.Questions.Where(question => question.IsAsked && SettlementOf(question.Id) is null);

    /// <summary>Rehydrates from evidence.</summary>
    public static Inquiry Load(
        InquiryId id, IReadOnlyList<Act> acts, int version, IReadOnlyList<Originator> originators, InquiryText text,
        ArchiveImport? archive = null) =>
        new(id, acts, version, originators, text, archive);

    /// <summary>Begins a draft for the actor's group, which must be the first originator.</summary>
    public static Inquiry Draft(InquiryId id, IReadOnlyList<Originator> originators, InquiryText text, Occasion occasion)
    {
        var inquiry = new Inquiry(id, [], 0, originators, text with { Version = 1 }, null);
        inquiry.Take(Step.Revise, occasion, NamesWording(inquiry.Text, originators));
        return inquiry;
    }

    /// <summary>Puts an old inquiry on record, as its papers were read.</summary>
    public static Inquiry Import(
        InquiryId id, IReadOnlyList<Originator> originators, InquiryText text, ArchiveImport archive, Occasion occasion)
    {
        var inquiry = new Inquiry(id, [], 0, originators, text with { Version = 1 }, archive);
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

    /// <summary>Replaces wording and askers; the old wording stays as a version.</summary>
    public void Revise(IReadOnlyList<Originator> originators, InquiryText text, Occasion occasion)
    {
        var next = text with { Version = Text.Version + 1 };
        Take(Step.Revise, occasion, NamesWording(next, originators));
        Text = next;
        _originators.Clear();
        _originators.AddRange(originators);
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
        InquiryRules.HasSubject.BrokenIf(string.IsNullOrWhiteSpace(Text.Subject));
        InquiryRules.AsksSomething.BrokenIf(!Text.Questions.Any(question => question.IsAsked && question.Text.Length > 0));
        InquiryRules.NotTooManyQuestions.BrokenIf(Text.Questions.Count > InquiryRules.MostQuestions);
        Take(Step.Submit, occasion, NamesWording(Text, _originators));
    }

    /// <summary>Takes the inquiry back into draft, as long as it has no number.</summary>
    public void Recall(Occasion occasion) => Take(Step.Recall, occasion);

    /// <summary>Admits the inquiry under a number; text and tree are frozen from here on.</summary>
    public void Register(string number, Occasion occasion)
    {
        InquiryRules.SomethingLeftToAnswer.BrokenIf(!OpenQuestions.Any());
        Take(Step.Register, occasion, new ActSubject(Version: Text.Version, ContentSha256: Text.Sha256, Code: number));
    }

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
    public Settlement? SettlementOf(QuestionId question) =>
        Acts.LastOrDefault(act => act.Subject.Question == question
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

    /// <summary>Whether the group has confirmed the wording as it stands; it does not stand by what was changed afterwards.</summary>
    public bool HasConfirmed(OrganizationId group) =>
        Acts.Any(act => act.Step == Step.ConfirmCoAsking && act.Subject.Other == group.Value && act.Subject.Version == Text.Version);

    /// <inheritdoc cref="HasConfirmed(OrganizationId)"/>
    public bool HasConfirmed(Originator originator) =>
        Archive is not null || (originator.Organization is { } group && HasConfirmed(group));

    protected override bool Stands(Relation relation, Actor actor) => relation switch
    {
        Relation.Anyone => true,
        Relation.Asker => _originators.Any(originator => originator.Position == 1 && originator.Organization == actor.Organization),
        Relation.CoAsker => _originators.Any(originator => originator.Position > 1
            && originator.Organization == actor.Organization && !HasConfirmed(actor.Organization)),
        _ => false,
    };

    private static ActSubject NamesWording(InquiryText text, IEnumerable<Originator> originators) =>
        new(Version: text.Version, ContentSha256: text.Sha256, Code: Originator.Sha256Of(originators));

    private static ActSubject NamesReading(InquiryText text, IEnumerable<Originator> originators, ArchiveImport archive) =>
        new(Version: text.Version, ContentSha256: text.Sha256, Code: archive.Sha256With(originators));

    private void MustBeOpen(QuestionId question)
    {
        InquiryRules.QuestionOfThisInquiry.BrokenIf(!Text.Questions.Any(candidate => candidate.Id == question && candidate.IsAsked));
        InquiryRules.QuestionIsOpen.BrokenIf(SettlementOf(question) is not null);
    }
}
