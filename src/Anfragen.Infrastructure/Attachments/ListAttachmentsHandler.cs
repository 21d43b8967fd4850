using Anfragen.Application;
using Anfragen.Application.Attachments;
using Anfragen.Application.Documents;
using Anfragen.Domain;
using Anfragen.Domain.Attachments;
using Anfragen.Infrastructure.Cases;
using Anfragen.Infrastructure.Database;
using MediatR;

namespace Anfragen.Infrastructure.Attachments;

internal sealed class ListAttachmentsHandler(DbSession db, CaseViews views, ICurrentUser user) : IRequestHandler<ListAttachments, AttachmentList>
{
    private const string SelectFiles = """
        SELECT a.id, f.size, f.media_type FROM attachments a JOIN files f ON f.sha256 = a.file_sha256
        WHERE a.inquiry_id = @inquiry
        """;

    private const string SelectFindings = """
        SELECT n.attachment_id, n.text FROM attachments a JOIN attachment_findings n ON n.attachment_id = a.id
        WHERE a.inquiry_id = @inquiry
        ORDER BY n.attachment_id, n.position
        """;

    public async Task<AttachmentList> Handle(ListAttachments query, CancellationToken cancel)
    {
        var view = await views.LoadBy(CaseRepository.FindInquiryOf(query.Holder), new { query.Holder.Id }, cancel);
        if (!views.MaySee(view.Case, query.Holder)) throw new NotFound();
        var inquiry = new { inquiry = view.Case.Inquiry.Id };
        var files = (await db.List<FileRow>(SelectFiles, inquiry, cancel)).ToDictionary(row => row.Id);
        var findings = (await db.List<FindingRow>(SelectFindings, inquiry, cancel)).ToLookup(row => row.AttachmentId, row => row.Text);
        return new AttachmentList
        {
            Inquiry = view.Details,
            Attachments = [.. view.Case.Attachments.Where(attachment => attachment.IsShown && HangsOn(attachment.Holder, query.Holder))
                .Select(attachment => Details(view, attachment, files[attachment.Id], [.. findings[attachment.Id]]))],
            CanChange = user.Grants.Any(grant => grant.Role.Has(Permission.AttachFiles)
                && view.Case.CanAttach(query.Holder, new Actor(user.Id!.Value, grant.Role, grant.Organization))),
        };
    }

    // The page of the inquiry shows what hangs on its questions as well, of an earlier wording too.
    private static bool HangsOn(AttachmentHolder holder, AttachmentHolder asked) =>
        holder == asked || (asked.Kind == AttachmentHolderKind.Inquiry && holder.Kind == AttachmentHolderKind.Question);

    private static AttachmentDetails Details(CaseView view, Attachment attachment, FileRow file, IReadOnlyList<string> findings)
    {
        var added = attachment.Acts[0].Occasion;
        return new AttachmentDetails(
            attachment.Id, attachment.Title, QuestionOf(view, attachment.Holder), FileFormats.OfMediaType(file.MediaType), file.Size,
            view.Names[added.Actor.User], added.At, findings);
    }

    private static string? QuestionOf(CaseView view, AttachmentHolder holder)
    {
        if (holder.Kind != AttachmentHolderKind.Question) return null;
        var question = view.Case.Inquiry.Text.Questions.FirstOrDefault(candidate => candidate.Id.Value == holder.Id);
        return question is null ? "einer Frage im früheren Wortlaut" : $"Frage {(question.Label ?? question.Ordinal).TrimEnd('.', ')')}";
    }

    private sealed record FileRow
    {
        public AttachmentId Id { get; init; }

        public long Size { get; init; }

        public string MediaType { get; init; } = "";
    }

    private sealed record FindingRow
    {
        public AttachmentId AttachmentId { get; init; }

        public string Text { get; init; } = "";
    }
}
