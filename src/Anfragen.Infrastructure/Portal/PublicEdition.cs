using System.Text.Json;
using Anfragen.Application.Portal;
using Anfragen.Application.Replies;
using Anfragen.Domain;
using Anfragen.Domain.Cases;
using Anfragen.Domain.Figures;
using Anfragen.Domain.Inquiries;
using Anfragen.Domain.Publication;
using Anfragen.Domain.Replies;
using Anfragen.Infrastructure.Database;

namespace Anfragen.Infrastructure.Portal;

/// <summary>
/// Copies what was published, and only that, into the public tables, and empties them when it is taken back.
/// The portal reads these tables alone, so nothing non-public can leak from it.
/// </summary>
internal sealed class PublicEdition(DbSession db, PublicPages pages)
{
    private const string PaperType = "Paper";

    private const string UpsertObject = """
        INSERT INTO public_objects (public_id, type, source_id, created_at, modified_at) VALUES (@id, @type, @source, @at, @at)
        ON CONFLICT (source_id) DO UPDATE SET modified_at = excluded.modified_at, deleted_at = NULL
        RETURNING public_id
        """;

    private const string InsertInquiry = """
        INSERT INTO public_inquiries (public_id, slug, number, number_sort, subject, originators, page, published_at, follows_source)
        VALUES (@id, @slug, @number, @number_sort, @subject, @originators, @page, @at, @follows)
        """;

    private const string SelectPage =
        "SELECT i.page FROM public_objects o JOIN public_inquiries i ON i.public_id = o.public_id WHERE o.source_id = @source";

    private const string UpdatePage =
        "UPDATE public_inquiries SET page = @page WHERE public_id = (SELECT public_id FROM public_objects WHERE source_id = @source)";

    private const string InsertAttachment = "INSERT INTO public_files (public_id, file_name, sha256) VALUES (@id, @name, @sha256)";

    private const string InsertFile = """
        INSERT INTO public_files (public_id, file_name, sha256, standing, written_on, is_imported, is_data)
        VALUES (@id, @name, @sha256, @standing, @written_on, @is_imported, @is_data)
        """;

    private const string InsertFigures = """
        INSERT INTO public_figures (public_id, received_on, is_open, is_answered, kind, askers, departments, first_due_on, overdue_since, met_on, extensions, interims)
        VALUES (@id, @received_on, @is_open, @is_answered, @kind, @askers, @departments, @first_due_on, @overdue_since, @met_on, @extensions, @interims)
        """;

    private const string UpdateFigures = """
        UPDATE public_figures SET is_open = @is_open, is_answered = @is_answered, first_due_on = @first_due_on, overdue_since = @overdue_since,
               met_on = @met_on, extensions = @extensions, interims = @interims
        WHERE public_id = (SELECT public_id FROM public_objects WHERE source_id = @source)
        """;

    /// <summary>Brings the public tables to what the publication lists.</summary>
    public async Task Write(InquiryCase @case, CancellationToken cancel)
    {
        var inquiry = @case.Inquiry.Id;
        var at = @case.Publication.Acts[^1].Occasion.At;
        await Clear(inquiry, cancel);
        if (@case.Publication.State == PublicationState.Depublished)
        {
            await db.Execute(
                "UPDATE public_objects SET deleted_at = @at, modified_at = @at WHERE source_id = @source", new { at, source = inquiry.Value }, cancel);
            return;
        }

        // Version 4, not 7: an id made by time would tell the public when drafting began.
        var id = await db.Single<Guid>(UpsertObject, new { id = RandomId(), type = PaperType, source = inquiry.Value, at }, cancel);
        var page = await pages.Of(@case, Chosen(@case), Berlin.Day(at), cancel);
        await db.Execute(
            InsertInquiry,
            new
            {
                id,
                page.Slug,
                page.Number,
                number_sort = await pages.SortKey(inquiry, cancel),
                page.Subject,
                originators = string.Join(", ", page.Originators),
                page = JsonSerializer.Serialize(page),
                at,
                @case.Inquiry.Follows,
            },
            cancel);
        await InsertFiguresOf(@case, id, page, cancel);
        await db.ExecuteEach(
            InsertAttachment,
            page.Attachments.Select(attachment => new { id, name = PublicPages.AttachmentName(attachment.FileName), attachment.Sha256 }), cancel);
        foreach (var reply in @case.Delivered.Where(reply => IsReleased(@case, reply))) await WriteFiles(id, @case, reply, page.PdfSha256, cancel);
    }

    /// <summary>
    /// The clock of what is not answered yet goes on in public too. Nothing else of the page is made anew: later letters are not released by it.
    /// </summary>
    public async Task WriteDeadline(InquiryCase @case, CancellationToken cancel)
    {
        var source = @case.Inquiry.Id.Value;
        if (await db.SingleOrDefault<string>(SelectPage, new { source }, cancel) is not { } stored) return;
        var page = JsonSerializer.Deserialize<PublishedInquiry>(stored)! with { Deadline = PublicPages.DeadlineOf(@case.FirstDeadline) };
        await db.Execute(UpdatePage, new { source, page = JsonSerializer.Serialize(page) }, cancel);
        var facts = InquiryFacts.Of(@case);
        await db.Execute(
            UpdateFigures,
            new { source, facts.IsOpen, facts.IsAnswered, facts.FirstDueOn, facts.OverdueSince, facts.MetOn, facts.Extensions, facts.Interims }, cancel);
    }

    // With the names of the page, so that the figures tell no department and no asker that the page does not tell.
    private Task InsertFiguresOf(InquiryCase @case, Guid id, PublishedInquiry page, CancellationToken cancel)
    {
        var facts = InquiryFacts.Of(@case);
        return db.Execute(
            InsertFigures,
            new
            {
                id,
                facts.ReceivedOn,
                facts.IsOpen,
                facts.IsAnswered,
                kind = @case.Deadline?.Pinned?.Rule.Title,
                askers = JsonSerializer.Serialize(page.Originators),
                departments = JsonSerializer.Serialize(page.Departments),
                facts.FirstDueOn,
                facts.OverdueSince,
                facts.MetOn,
                facts.Extensions,
                facts.Interims,
            },
            cancel);
    }

    /// <summary>Another reference holds in public at once, too; the portal shows it only while both inquiries are public.</summary>
    public Task WriteEarlier(Inquiry inquiry, CancellationToken cancel) => db.Execute(
        "UPDATE public_inquiries SET follows_source = @follows WHERE public_id = (SELECT public_id FROM public_objects WHERE source_id = @id)",
        new { inquiry.Id, inquiry.Follows }, cancel);

    /// <summary>
    /// The file of a letter and its data. The portal shows the latest letter; the others are known by their digest, so that whoever has one learns
    /// that it is real and what came after it.
    /// </summary>
    private async Task WriteFiles(Guid id, InquiryCase @case, Reply reply, string? shown, CancellationToken cancel)
    {
        var standing = LetterStandings.Of(reply.State, [.. @case.Delivered.Where(later => later.Ordinal > reply.Ordinal).Select(later => later.Kind)]);
        var isImported = reply.Letter is not null;
        var name = reply.PdfSha256 == shown ? PublicPages.PdfName : PublicPages.LetterName(reply.Ordinal);
        await Insert(name, reply.PdfSha256!, isData: false);
        if (reply.Signature?.DataSha256 is { } data) await Insert(Path.ChangeExtension(name, ".json"), data, isData: true);

        Task Insert(string fileName, string sha256, bool isData) => db.Execute(
            InsertFile, new { id, name = fileName, sha256, standing, reply.WrittenOn, isImported, isData }, cancel);
    }

    private async Task Clear(InquiryId inquiry, CancellationToken cancel)
    {
        var of = new { source = inquiry.Value };
        await db.Execute("DELETE FROM public_files WHERE public_id IN (SELECT public_id FROM public_objects WHERE source_id = @source)", of, cancel);
        await db.Execute("DELETE FROM public_figures WHERE public_id IN (SELECT public_id FROM public_objects WHERE source_id = @source)", of, cancel);
        await db.Execute("DELETE FROM public_inquiries WHERE public_id IN (SELECT public_id FROM public_objects WHERE source_id = @source)", of, cancel);
    }

    private static PublicationChoice Chosen(InquiryCase @case)
    {
        var targets = @case.Publication.Targets.ToLookup(target => target.Kind, target => target.Id);
        return new PublicationChoice(targets[PublishedKind.Question].Select(QuestionId.From).ToHashSet(), targets[PublishedKind.File].Any())
        {
            Attachments = targets[PublishedKind.Attachment].Select(AttachmentId.From).ToHashSet(),
        };
    }

    private static bool IsReleased(InquiryCase @case, Reply reply) =>
        @case.Publication.Targets.Any(target => target.Kind == PublishedKind.File && target.Id == reply.Id.Value);

    private static Guid RandomId()
    {
        var bytes = System.Security.Cryptography.RandomNumberGenerator.GetBytes(16);
        bytes[6] = (byte)((bytes[6] & 0x0F) | 0x40);
        bytes[8] = (byte)((bytes[8] & 0x3F) | 0x80);
        return new Guid(bytes, bigEndian: true);
    }
}
