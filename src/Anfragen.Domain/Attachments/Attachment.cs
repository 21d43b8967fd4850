namespace Anfragen.Domain.Attachments;

/// <summary>
/// Anlage: a file that hangs on an inquiry, a question, an answer or a reply. Whoever sees that sees the attachment inside the house and
/// as asker; for the public it is there only when it is published. Removing it hides it; the file stays as evidence.
/// </summary>
public sealed class Attachment : Aggregate<AttachmentState>
{
    private Attachment(AttachmentId id, InquiryId inquiry, AttachmentHolder holder, string title, string fileSha256, IReadOnlyList<Act> acts, int version)
        : base(Transitions.OfAttachment, acts, version)
    {
        Id = id;
        InquiryId = inquiry;
        Holder = holder;
        Title = title;
        FileSha256 = fileSha256;
    }

    public AttachmentId Id { get; }

    public InquiryId InquiryId { get; }

    /// <summary>What it hangs on.</summary>
    public AttachmentHolder Holder { get; }

    /// <summary>What it is called where it is shown.</summary>
    public string Title { get; }

    /// <summary>Exactly this file.</summary>
    public string FileSha256 { get; }

    /// <summary>Whether it is still shown.</summary>
    public bool IsShown => State == AttachmentState.Attached;

    /// <summary>What the journal names of a title.</summary>
    public static string Sha256OfTitle(string title) => Digest.OfParts([title]);

    /// <summary>Rehydrates from evidence.</summary>
    public static Attachment Load(
        AttachmentId id, InquiryId inquiry, AttachmentHolder holder, string title, string fileSha256, IReadOnlyList<Act> acts) =>
        new(id, inquiry, holder, title, fileSha256, acts, acts.Count);

    /// <summary>Hangs a file on something of the inquiry; the case says whether it is open for it.</summary>
    internal static Attachment Add(InquiryId inquiry, AttachmentHolder holder, string title, string fileSha256, Occasion occasion)
    {
        AttachmentRules.HasTitle.BrokenIf(string.IsNullOrWhiteSpace(title));
        var attachment = new Attachment(AttachmentId.New(), inquiry, holder, title, fileSha256, [], 0);
        attachment.Take(Step.AddAttachment, occasion, attachment.NamesFile());
        return attachment;
    }

    /// <summary>Shows it no longer.</summary>
    internal void Remove(Occasion occasion) => Take(Step.RemoveAttachment, occasion, NamesFile());

    /// <summary>Who may change it depends on what it hangs on, which the case knows.</summary>
    protected override bool Stands(Relation relation, Actor actor) => relation == Relation.Anyone;

    private ActSubject NamesFile() => new(
        Question: Holder.Kind == AttachmentHolderKind.Question ? new QuestionId(Holder.Id) : null, ContentSha256: FileSha256, Other: Holder.Id, Code: Sha256OfTitle(Title));
}

/// <summary>Bezug einer Anlage: what an attachment hangs on.</summary>
public sealed record AttachmentHolder(AttachmentHolderKind Kind, Guid Id)
{
    public static AttachmentHolder Of(InquiryId inquiry) => new(AttachmentHolderKind.Inquiry, inquiry.Value);

    public static AttachmentHolder Of(QuestionId question) => new(AttachmentHolderKind.Question, question.Value);

    public static AttachmentHolder Of(AnswerId answer) => new(AttachmentHolderKind.Answer, answer.Value);

    public static AttachmentHolder Of(ReplyId reply) => new(AttachmentHolderKind.Reply, reply.Value);
}

/// <summary>Art des Bezugs einer Anlage. Stored by name, so a name is never changed or reused.</summary>
public enum AttachmentHolderKind
{
    Inquiry,
    Question,
    Answer,
    Reply,
}

/// <summary>Stand einer Anlage.</summary>
public enum AttachmentState
{
    /// <summary>angehängt.</summary>
    Attached,

    /// <summary>entfernt: no longer shown, kept as evidence.</summary>
    Removed,
}
