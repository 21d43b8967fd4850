using Anfragen.Application;
using Anfragen.Application.Attachments;
using Anfragen.Domain;
using Anfragen.Domain.Attachments;
using Anfragen.Infrastructure.Cases;
using MediatR;

namespace Anfragen.Infrastructure.Attachments;

internal sealed class ListAttachmentsHandler(CaseViews views, AttachmentReader attachments, ICurrentUser user) : IRequestHandler<ListAttachments, AttachmentList>
{
    public async Task<AttachmentList> Handle(ListAttachments query, CancellationToken cancel)
    {
        var view = await views.LoadBy(CaseRepository.FindInquiryOf(query.Holder), new { query.Holder.Id }, cancel);
        if (!views.MaySee(view.Case, query.Holder)) throw new NotFound();
        var listed = await attachments.Of(view, attachment => HangsOn(attachment.Holder, query.Holder), cancel);
        return new AttachmentList
        {
            Inquiry = view.Details,
            // On a page of its own, the answer or reply is named in the heading.
            Attachments = query.Holder.Kind == AttachmentHolderKind.Inquiry ? listed : [.. listed.Select(attachment => attachment with { Place = null })],
            CanChange = user.Grants.Any(grant => grant.Role.Has(Permission.AttachFiles)
                && view.Case.CanAttach(query.Holder, new Actor(user.Id!.Value, grant.Role, grant.Organization))),
        };
    }

    // The page of the inquiry shows what hangs on its questions as well, of an earlier wording too.
    private static bool HangsOn(AttachmentHolder holder, AttachmentHolder asked) =>
        holder == asked || (asked.Kind == AttachmentHolderKind.Inquiry && holder.Kind == AttachmentHolderKind.Question);
}
