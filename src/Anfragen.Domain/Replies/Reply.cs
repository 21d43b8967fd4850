using Anfragen.Domain.Answers;
using Anfragen.Domain.Archive;

namespace Anfragen.Domain.Replies;

/// <summary>
/// Antwortschreiben: a document made of remarks and exact answer versions. Approval and signature name the digest of its content,
/// so any later edit voids the approval.
/// </summary>
public sealed class Reply : Aggregate<ReplyState>
{
    private Reply(
        ReplyId id, InquiryId inquiry, int ordinal, ReplyKind kind, int revision, IReadOnlyList<ReplyItem> items,
        IReadOnlyList<Act> acts, int version, Signature? signature, ImportedLetter? letter)
        : base(Transitions.OfReply, acts, version)
    {
        Id = id;
        InquiryId = inquiry;
        Ordinal = ordinal;
        Kind = kind;
        Revision = revision;
        Items = items;
        Signature = signature;
        Letter = letter;
    }

    public ReplyId Id { get; }

    public InquiryId InquiryId { get; }

    /// <summary>1 to n within the inquiry.</summary>
    public int Ordinal { get; }

    public ReplyKind Kind { get; private set; }

    /// <summary>Counts the versions of the items; earlier ones stay stored.</summary>
    public int Revision { get; private set; }

    /// <summary>The content in reading order.</summary>
    public IReadOnlyList<ReplyItem> Items { get; private set; }

    public Signature? Signature { get; private set; }

    /// <summary>What stands under an old reply; null for one that was made here.</summary>
    public ImportedLetter? Letter { get; private set; }

    /// <summary>The letter's date: of the signature, or as an old letter bears it; null when there is none.</summary>
    public DateOnly? WrittenOn => Signature?.SignedOn ?? Letter?.WrittenOn;

    /// <summary>The file of the letter as a PDF; null before it is signed, and for an old letter that was kept in another format.</summary>
    public string? PdfSha256 => Signature?.PdfSha256 ?? (Letter is { IsPdf: true } letter ? letter.FileSha256 : null);

    /// <summary>Whether it is neither signed nor ended; an inquiry has at most one such reply.</summary>
    public bool IsOpen => State is ReplyState.Composed or ReplyState.InReview or ReplyState.Approved;

    /// <summary>The answers it holds.</summary>
    public IEnumerable<AnswerEntry> Entries => Items.OfType<AnswerEntry>();

    /// <summary>The questions it tells something about: answered or rejected.</summary>
    public IEnumerable<QuestionId> Questions =>
        Entries.SelectMany(entry => entry.Questions).Concat(Items.OfType<RejectedQuestion>().Select(item => item.Question));

    /// <summary>What approval and signature name.</summary>
    public string ContentSha256 => ContentSha256Of(Items);

    /// <summary>Why it was returned last, while it waits to be revised.</summary>
    public string? ReturnReason => State == ReplyState.Composed
        && Acts[^1] is { Step: Step.ReturnReply or Step.ContentChanged } act ? act.Reason : null;

    /// <summary>The digest a reply with these items would have.</summary>
    public static string ContentSha256Of(IReadOnlyList<ReplyItem> items) =>
        Digest.OfText(string.Join("\n\n", items.Select(item => item.Fingerprint)));

    /// <summary>Rehydrates from evidence.</summary>
    public static Reply Load(
        ReplyId id, InquiryId inquiry, int ordinal, ReplyKind kind, int revision, IReadOnlyList<ReplyItem> items,
        IReadOnlyList<Act> acts, int version, Signature? signature, ImportedLetter? letter = null) =>
        new(id, inquiry, ordinal, kind, revision, items, acts, version, signature, letter);

    /// <summary>Puts a reply together.</summary>
    public static Reply Compose(InquiryId inquiry, int ordinal, ReplyKind kind, IReadOnlyList<ReplyItem> items, Occasion occasion)
    {
        ReplyRules.HoldsAnAnswer.BrokenIf(!items.Any(item => item is AnswerEntry));
        var reply = new Reply(ReplyId.New(), inquiry, ordinal, kind, 1, items, [], 0, null, null);
        reply.Take(Step.Compose, occasion, reply.NamesContent() with { Code = kind.ToString() });
        return reply;
    }

    /// <summary>Puts an old reply on record, with what stands under it.</summary>
    public static Reply Import(
        InquiryId inquiry, int ordinal, ReplyKind kind, IReadOnlyList<ReplyItem> items, ImportedLetter letter, Occasion occasion)
    {
        var reply = new Reply(ReplyId.New(), inquiry, ordinal, kind, 1, items, [], 0, null, letter);
        reply.Take(Step.ImportReply, occasion, reply.NamesContent() with { Code = kind.ToString() });
        reply.Take(Step.ImportSignature, occasion, NamesLetter(1, letter));
        return reply;
    }

    /// <summary>Corrects what was read in an old reply; the earlier reading stays stored.</summary>
    public void ReviseImport(ReplyKind kind, IReadOnlyList<ReplyItem> items, ImportedLetter letter, Occasion occasion)
    {
        ImportRules.IsImported.BrokenIf(Letter is null);
        Take(Step.ReviseImportedReply, occasion, new ActSubject(Version: Revision + 1, ContentSha256: ContentSha256Of(items), Code: kind.ToString()));
        Take(Step.ImportSignature, occasion, NamesLetter(Revision + 1, letter));
        (Kind, Items, Letter) = (kind, items, letter);
        Revision++;
    }

    /// <summary>Sets the content anew: other remarks, newer versions of the answers.</summary>
    public void Revise(ReplyKind kind, IReadOnlyList<ReplyItem> items, Occasion occasion)
    {
        ReplyRules.HoldsAnAnswer.BrokenIf(!items.Any(item => item is AnswerEntry));
        Take(Step.ReviseReply, occasion, new ActSubject(Version: Revision + 1, ContentSha256: ContentSha256Of(items), Code: kind.ToString()));
        Kind = kind;
        Items = items;
        Revision++;
    }

    /// <summary>Hands the whole reply to the mayor's office.</summary>
    /// <param name="answers">The answers as they stand; each must be co-signed in the version the reply holds.</param>
    public void SubmitForReview(IReadOnlyCollection<Answer> answers, Occasion occasion)
    {
        MustHoldCoSigned(answers);
        Take(Step.SubmitForReview, occasion, NamesContent());
    }

    /// <summary>Freigabe of exactly the content that was shown.</summary>
    public void Approve(string contentSha256, IReadOnlyCollection<Answer> answers, Occasion occasion)
    {
        ReplyRules.ReviewsWhatIsShown.BrokenIf(contentSha256 != ContentSha256);
        MustHoldCoSigned(answers);
        ReplyRules.ApproverIsNotAuthor.BrokenIf(WasWrittenBy(occasion.Actor) || answers.Any(answer => answer.WasWrittenBy(occasion.Actor)));
        Take(Step.Approve, occasion, NamesContent());
    }

    /// <summary>Back to the council office.</summary>
    public void Return(string reason, Occasion occasion)
    {
        CommonRules.ReasonIsGiven.BrokenIf(string.IsNullOrWhiteSpace(reason));
        Take(Step.ReturnReply, occasion, NamesContent(), reason);
    }

    /// <summary>Something it holds changed: review begins anew and approval is void.</summary>
    public void ContentChanged(string reason, Occasion occasion) => Take(Step.ContentChanged, occasion, NamesContent(), reason);

    /// <summary>Schlusszeichnung. Locks the reply; the caller locks its answers in the same transaction.</summary>
    public void Sign(Signature signature, Occasion occasion)
    {
        ReplyRules.SignatoryIsNamed.BrokenIf(
            string.IsNullOrWhiteSpace(signature.Place) || string.IsNullOrWhiteSpace(signature.Name) || string.IsNullOrWhiteSpace(signature.Office));
        ReplyRules.NotSignedInFuture.BrokenIf(signature.SignedOn > occasion.Day);
        ReplyRules.ApprovalHolds.BrokenIf(
            State == ReplyState.Approved && (Last(Step.Approve)?.Subject.ContentSha256 != ContentSha256 || signature.ContentSha256 != ContentSha256));
        Take(Step.Sign, occasion, new ActSubject(Version: Revision, ContentSha256: signature.PdfSha256, Code: signature.Sha256));
        Signature = signature;
    }

    /// <summary>Annuls a signature before delivery; file and signature stay as evidence.</summary>
    public void AnnulSignature(string reason, Occasion occasion)
    {
        CommonRules.ReasonIsGiven.BrokenIf(string.IsNullOrWhiteSpace(reason));
        Take(Step.AnnulSignature, occasion, NamesContent(), reason);
    }

    /// <summary>Zustellung: the askers have it.</summary>
    public void Deliver(Occasion occasion) => Take(Step.Deliver, occasion, NamesContent());

    /// <summary>Throws it away unsigned.</summary>
    public void Discard(Occasion occasion) => Take(Step.DiscardReply, occasion, NamesContent());

    /// <summary>Whether the person signed, in own name, as deputy or through one.</summary>
    public bool WasSignedBy(Actor actor) => Last(Step.Sign) is { } act && actor.SharesAPersonWith(act.Occasion.Actor);

    protected override bool Stands(Relation relation, Actor actor) => relation == Relation.Anyone;

    private bool WasWrittenBy(Actor actor) =>
        Items.Any(item => item is PreliminaryRemark or ClosingRemark)
        && Acts.Any(act => act.Step is Step.Compose or Step.ReviseReply && actor.SharesAPersonWith(act.Occasion.Actor));

    private void MustHoldCoSigned(IReadOnlyCollection<Answer> answers) =>
        ReplyRules.AnswersAreCoSigned.BrokenIf(Entries.Any(entry => !answers.Any(answer =>
            answer.Id == entry.Answer && answer.State == AnswerState.CoSigned && answer.Latest?.No == entry.AnswerVersion
            && answer.Covers.ToHashSet().SetEquals(entry.Questions))));

    private static ActSubject NamesLetter(int revision, ImportedLetter letter) =>
        new(Version: revision, ContentSha256: letter.FileSha256, Code: letter.Sha256);

    private ActSubject NamesContent() => new(Version: Revision, ContentSha256: ContentSha256);
}
