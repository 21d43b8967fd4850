using Anfragen.Application;
using Anfragen.Application.Replies;
using Anfragen.Domain;
using Anfragen.Domain.Cases;
using Anfragen.Domain.Numbers;
using Anfragen.Domain.Replies;
using Anfragen.Infrastructure.Database;

namespace Anfragen.Infrastructure.Replies;

/// <summary>The file of a reply: the signed one as it was kept, before that a preview made now.</summary>
internal sealed class ReplyFiles(DbSession db, IReplyRenderer renderer, ILetterheads letterheads, TimeProvider clock)
{
    public async Task<ReplyFile> Of(InquiryCase @case, Reply reply, CancellationToken cancel)
    {
        // Of an old letter there is only the original; in another format than PDF it is an attachment.
        if (reply.Letter is not null) return await Original(@case, reply.PdfSha256 ?? throw new NotFound(), cancel);
        var name = $"Antwort-{NumberScheme.Slug(@case.Inquiry.Number!)}";
        if (reply.Signature is { } signature)
        {
            return new ReplyFile(await Bytes(signature.PdfSha256, cancel), name + ".pdf", signature.PdfSha256);
        }

        var pdf = renderer.Render(await LetterOf.Reply(@case, reply, null, clock.GetUtcNow(), letterheads, cancel)).Pdf;
        return new ReplyFile(pdf, name + "-Entwurf.pdf", Digest.OfBytes(pdf));
    }

    private async Task<ReplyFile> Original(InquiryCase @case, string sha256, CancellationToken cancel) => new(
        await Bytes(sha256, cancel), $"Antwort-{(@case.Inquiry.Number is { } number ? NumberScheme.Slug(number) : "ohne-Nummer")}.pdf", sha256);

    private async Task<byte[]> Bytes(string sha256, CancellationToken cancel) =>
        (await db.SingleOrDefault<FileRow>("SELECT bytes FROM files WHERE sha256 = @sha256", new { sha256 }, cancel) ?? throw new NotFound()).Bytes;

    private sealed record FileRow
    {
        public byte[] Bytes { get; init; } = [];
    }
}
