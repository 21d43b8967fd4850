using Anfragen.Domain.Answers;
using Anfragen.Domain.Archive;
using Anfragen.Domain.Attachments;
using Anfragen.Domain.Inquiries;
using Anfragen.Domain.Replies;

namespace Anfragen.Domain.Cases;

/// <content>What hangs on the parts of the case, and who cares for it.</content>
public sealed partial class InquiryCase
{
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

    private Attachment Add(AttachmentHolder holder, string title, string fileSha256, Occasion occasion)
    {
        var attachment = Domain.Attachments.Attachment.Add(Inquiry.Id, holder, title, fileSha256, occasion);
        _attachments.Add(attachment);
        return attachment;
    }

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
}
