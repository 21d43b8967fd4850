using Anfragen.Domain.Attachments;
using Anfragen.Domain.Inquiries;
using Anfragen.Domain.Replies;

namespace Anfragen.Domain.Publication;

/// <summary>Eine veröffentlichte Sache; files are named by digest and shown under the reference, never by the digest alone.</summary>
public sealed record PublishedTarget(PublishedKind Kind, Guid Id, string? FileSha256 = null)
{
    /// <summary>What the journal names: everything that is public now, in whatever order it is listed.</summary>
    public static string Sha256Of(IEnumerable<PublishedTarget> targets) => Digest.OfParts(targets
        .OrderBy(target => target.Kind.ToString(), StringComparer.Ordinal).ThenBy(target => target.Id)
        .SelectMany(target => (string?[])[target.Kind.ToString(), target.Id.ToString("D"), target.FileSha256]));
}

/// <summary>
/// Veröffentlichung einer Anfrage: which of its questions, replies and files the public sees. Nothing is public that is not listed.
/// </summary>
public sealed class InquiryPublication : Aggregate<PublicationState>
{
    private InquiryPublication(InquiryId inquiry, IReadOnlyList<PublishedTarget> targets, IReadOnlyList<Act> acts, int version)
        : base(Transitions.OfPublication, acts, version)
    {
        InquiryId = inquiry;
        Targets = targets;
    }

    public InquiryId InquiryId { get; }

    /// <summary>What is public now; empty when depublished.</summary>
    public IReadOnlyList<PublishedTarget> Targets { get; private set; }

    /// <summary>Rehydrates from evidence.</summary>
    public static InquiryPublication Load(
        InquiryId inquiry, IReadOnlyList<PublishedTarget> targets, IReadOnlyList<Act> acts, int version) =>
        new(inquiry, targets, acts, version);

    /// <summary>Nothing public yet; <see cref="Publish"/> is the first step.</summary>
    public static InquiryPublication NonPublic(InquiryId inquiry) => new(inquiry, [], [], 0);

    /// <summary>Publishes the chosen questions with their answers, the replies that hold them and, when wanted, their files and attachments.</summary>
    /// <param name="inquiry">The inquiry.</param>
    /// <param name="delivered">All delivered replies, newest last.</param>
    /// <param name="attachments">All attachments of the case.</param>
    public void Publish(
        Inquiry inquiry, IReadOnlyCollection<Reply> delivered, IReadOnlyCollection<Attachment> attachments, PublicationChoice choice, Occasion occasion)
    {
        var questions = choice.Questions;
        PublicationRules.ReplyIsDelivered.BrokenIf(delivered.Count == 0 || delivered.Any(reply => reply.State != ReplyState.Delivered));
        PublicationRules.DoubtsAreSettled.BrokenIf(inquiry.OpenDoubts.Any());
        PublicationRules.HasNumber.BrokenIf(inquiry.Number is null);
        PublicationRules.PublishesSomething.BrokenIf(questions.Count == 0);
        PublicationRules.PublisherIsNotSigner.BrokenIf(delivered.Any(reply => reply.WasSignedBy(occasion.Actor)));
        var told = delivered.SelectMany(reply => reply.Questions).ToHashSet();
        PublicationRules.ReplyIsDelivered.BrokenIf(!told.IsSupersetOf(questions));
        foreach (var entry in delivered.SelectMany(reply => reply.Entries))
        {
            var shown = entry.Questions.Count(questions.Contains);
            PublicationRules.JointAnswerNeedsAllItsQuestions.BrokenIf(shown != 0 && shown != entry.Questions.Count);
        }

        var shownReplies = delivered.Where(reply => reply.Questions.Any(questions.Contains)).ToList();
        PublicationRules.FileNeedsAllItsQuestions.BrokenIf(choice.WithFile && shownReplies.Any(reply => !reply.Questions.All(questions.Contains)));
        PublicationRules.FileIsAPdf.BrokenIf(choice.WithFile && shownReplies.Any(reply => reply.PdfSha256 is null));

        var shownAttachments = attachments.Where(attachment => choice.Attachments.Contains(attachment.Id) && attachment.IsShown).ToList();
        PublicationRules.AttachmentHangsOnWhatIsPublic.BrokenIf(
            shownAttachments.Count != choice.Attachments.Count || !shownAttachments.All(attachment => IsChosen(attachment.Holder, shownReplies, questions)));

        Release(Step.Publish, occasion, null,
        [
            new PublishedTarget(PublishedKind.Inquiry, inquiry.Id.Value),
            .. inquiry.Text.Questions.Where(question => questions.Contains(question.Id))
                .Select(question => new PublishedTarget(PublishedKind.Question, question.Id.Value)),
            .. shownReplies.Select(reply => new PublishedTarget(PublishedKind.Reply, reply.Id.Value)),
            .. choice.WithFile
                ? shownReplies.Select(reply => new PublishedTarget(PublishedKind.File, reply.Id.Value, reply.PdfSha256))
                : [],
            .. shownAttachments.Select(attachment => new PublishedTarget(PublishedKind.Attachment, attachment.Id.Value, attachment.FileSha256)),
        ]);
    }

    /// <summary>Takes everything back at once; one person is enough, since harm needs speed.</summary>
    public void Depublish(string reason, Occasion occasion)
    {
        CommonRules.ReasonIsGiven.BrokenIf(string.IsNullOrWhiteSpace(reason));
        Release(Step.Depublish, occasion, reason, []);
    }

    protected override bool Stands(Relation relation, Actor actor) => relation == Relation.Anyone;

    /// <summary>Whether something hangs on what is public when these questions of these replies are.</summary>
    internal static bool IsChosen(AttachmentHolder holder, IReadOnlyCollection<Reply> replies, IReadOnlySet<QuestionId> questions) => holder.Kind switch
    {
        AttachmentHolderKind.Inquiry => true,
        AttachmentHolderKind.Question => questions.Any(question => question.Value == holder.Id),
        AttachmentHolderKind.Answer => replies.SelectMany(reply => reply.Entries)
            .Any(entry => entry.Answer.Value == holder.Id && entry.Questions.Any() && entry.Questions.All(questions.Contains)),
        AttachmentHolderKind.Reply => replies.Any(reply => reply.Id.Value == holder.Id && reply.Questions.All(questions.Contains)),
        _ => false,
    };

    private void Release(Step step, Occasion occasion, string? reason, IReadOnlyList<PublishedTarget> targets)
    {
        Take(step, occasion, new ActSubject(ContentSha256: PublishedTarget.Sha256Of(targets), Other: InquiryId.Value), reason);
        Targets = targets;
    }
}
