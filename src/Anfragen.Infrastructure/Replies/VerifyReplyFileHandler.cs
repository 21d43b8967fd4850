using Anfragen.Application;
using Anfragen.Application.Replies;
using Anfragen.Domain;
using Anfragen.Domain.Replies;
using Anfragen.Infrastructure.Database;
using Anfragen.Typesetting.Signing;
using MediatR;

namespace Anfragen.Infrastructure.Replies;

internal sealed class VerifyReplyFileHandler(DbSession db, Visible visible, ICurrentUser user) : IRequestHandler<VerifyReplyFile, FileVerdict>
{
    /// <summary>Bytes of a file of somebody whose seals are looked at; the longest letter of ours has a tenth of it.</summary>
    private const int LargestSealed = 8 * 1024 * 1024;

    // What is published, and nothing else: a letter that is not must take the same way as a file that nobody knows.
    private const string SelectPublished = """
        SELECT i.number, i.subject, i.slug, p.standing, p.written_on, p.is_imported, p.is_data
        FROM public_files p JOIN public_inquiries i ON i.public_id = p.public_id
        WHERE p.sha256 = @sha256 AND p.standing IS NOT NULL
        ORDER BY i.number_sort
        LIMIT 1
        """;

    private string SelectVisible => $"""
        SELECT i.number, i.subject, p.slug, r.state, found.written_on, found.is_imported, found.is_data,
               (SELECT count(*) FROM replies later WHERE later.inquiry_id = r.inquiry_id AND later.ordinal > r.ordinal AND later.state = 'Delivered') AS later,
               (SELECT count(*) FROM replies later WHERE later.inquiry_id = r.inquiry_id AND later.ordinal > r.ordinal AND later.state = 'Delivered'
                AND later.kind = 'Correction') AS corrections
        FROM (
            SELECT s.reply_id, s.signed_on AS written_on, FALSE AS is_imported, FALSE AS is_data FROM signatures s WHERE s.pdf_sha256 = @sha256
            UNION ALL
            SELECT s.reply_id, s.signed_on, FALSE, TRUE FROM signatures s WHERE s.data_sha256 = @sha256
            UNION ALL
            SELECT l.reply_id, l.written_on, TRUE, FALSE FROM imported_letters l
            JOIN replies old ON old.id = l.reply_id AND old.revision = l.revision
            WHERE l.file_sha256 = @sha256
        ) found
        JOIN replies r ON r.id = found.reply_id
        JOIN inquiries i ON i.id = r.inquiry_id
        LEFT JOIN public_objects o ON o.source_id = i.id
        LEFT JOIN public_inquiries p ON p.public_id = o.public_id
        WHERE {visible.Inquiry} AND (@all = TRUE OR r.state = 'Delivered')
        ORDER BY i.number
        LIMIT 1
        """;

    public async Task<FileVerdict> Handle(VerifyReplyFile query, CancellationToken cancel)
    {
        if (query.Content.Length == 0) return Verdict(query.TypedDigest, isFile: false, await Find(query.TypedDigest, cancel), []);

        var sha256 = Digest.OfBytes(query.Content);
        var found = await Find(sha256, cancel);
        IReadOnlyList<PdfSignature> signatures = found is not null || query.Content.Length <= LargestSealed ? PdfSignatures.Verify(query.Content) : [];
        var verdict = Verdict(sha256, isFile: true, found, signatures);
        return found is null && await FindBeforeFurtherSeals(query.Content, signatures, cancel) is { } issued
            ? verdict with { Letter = issued.Letter, Match = FileMatch.SealedFurther }
            : verdict;
    }

    /// <summary>The file as it was before others signed it as well.</summary>
    private async Task<Found?> FindBeforeFurtherSeals(byte[] content, IReadOnlyList<PdfSignature> signatures, CancellationToken cancel)
    {
        foreach (var signature in signatures.Where(signature => signature is { VouchesForFile: true, ChangedAfter: LaterChange.FurtherSignatures }))
        {
            if (await Find(Digest.OfBytes(content.AsSpan(0, signature.CoveredLength)), cancel) is { } found) return found;
        }

        return null;
    }

    private async Task<Found?> Find(string sha256, CancellationToken cancel)
    {
        var inside = user.Id is null
            ? null
            : await db.SingleOrDefault<VisibleRow>(SelectVisible, new { sha256, all = visible.SeesAllSubmitted, visible.Groups, visible.Departments }, cancel);
        if (inside is not null) return new Found(inside.ToLetter(), inside.IsData);
        return await db.SingleOrDefault<PublishedRow>(SelectPublished, new { sha256 }, cancel) is { } row ? new Found(row.ToLetter(), row.IsData) : null;
    }

    private static FileVerdict Verdict(string sha256, bool isFile, Found? found, IReadOnlyList<PdfSignature> signatures) => new()
    {
        Sha256 = sha256,
        IsFile = isFile,
        Match = found switch { null => FileMatch.None, { IsData: true } => FileMatch.Data, _ => FileMatch.Issued },
        Letter = found?.Letter,
        Seals = [.. signatures.Select(signature => new FileSeal(
            signature.IsIntact && signature.NamesCertificate, signature.ChangedAfter != LaterChange.Other, signature.Signer,
            signature.TimestampedAt ?? signature.SignedAt, signature.TimestampedAt is not null))],
    };

    private sealed record Found(IssuedLetter Letter, bool IsData);

    private sealed record VisibleRow
    {
        public string? Number { get; init; }

        public string Subject { get; init; } = "";

        public string? Slug { get; init; }

        public ReplyState State { get; init; }

        public DateOnly? WrittenOn { get; init; }

        public bool IsImported { get; init; }

        public bool IsData { get; init; }

        public long Later { get; init; }

        public long Corrections { get; init; }

        public IssuedLetter ToLetter() => new()
        {
            Number = Number ?? "ohne Nummer",
            Subject = Subject,
            Slug = Slug,
            WrittenOn = WrittenOn,
            IsImported = IsImported,
            Standing = LetterStandings.Of(
                State, [.. Enumerable.Repeat(ReplyKind.Correction, (int)Corrections), .. Enumerable.Repeat(ReplyKind.Supplement, (int)(Later - Corrections))]),
        };
    }

    private sealed record PublishedRow
    {
        public string Number { get; init; } = "";

        public string Subject { get; init; } = "";

        public string Slug { get; init; } = "";

        public LetterStanding Standing { get; init; }

        public DateOnly? WrittenOn { get; init; }

        public bool IsImported { get; init; }

        public bool IsData { get; init; }

        public IssuedLetter ToLetter() => new()
        {
            Number = Number,
            Subject = Subject,
            Slug = Slug,
            WrittenOn = WrittenOn,
            IsImported = IsImported,
            Standing = Standing,
        };
    }
}
