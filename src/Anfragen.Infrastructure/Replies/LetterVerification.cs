using Anfragen.Application.Replies;
using Anfragen.Domain;
using Anfragen.Typesetting;

namespace Anfragen.Infrastructure.Replies;

/// <summary>
/// What a signed letter carries so that others can check it and machines can read it: its data, their digest in print, and a code that
/// leads to the public page. A preview carries none of it.
/// </summary>
internal static class LetterVerification
{
    /// <summary>Name of the embedded file.</summary>
    public const string DataName = "antwort.json";

    /// <summary>The field that the seal fills.</summary>
    private const string SealField = "Siegel der Stadt";

    /// <summary>Points; with 41 squares in a row one is half a millimetre wide, which a telephone reads from a print.</summary>
    private const double CodeWidth = 62;

    private const int GroupLength = 8;

    /// <param name="document">The letter as its template has it.</param>
    /// <param name="letter">The same letter, signed.</param>
    /// <param name="template">Its words.</param>
    /// <param name="address">The public address, or null.</param>
    public static (Document Document, byte[] Data) AddTo(Document document, ReplyLetter letter, ReplyTemplate template, string? address)
    {
        var page = address is null ? null : PublicAddress.OfInquiry(address, letter.Number);
        var data = LetterData.Of(letter, page, document.Language);
        var embedded = new EmbeddedFile(DataName, "application/json", $"Die Antwort zur Anfrage {letter.Number} als Daten", data);
        var verified = document with
        {
            Blocks = [.. document.Blocks, .. Blocks(template, Digest.OfBytes(data), address, page)],
            EmbeddedFiles = [.. document.EmbeddedFiles, embedded],
            SignatureFields = letter.IsToBeSealed ? [SealField] : [],
        };
        return (verified, data);
    }

    private static IEnumerable<Block> Blocks(ReplyTemplate template, string digest, string? address, string? page)
    {
        var ofData = new Paragraph(
            [new TextRun(template.DataDigest), new LineBreakRun(), new TextRun(Grouped(digest))], IsSmallPrint: true);
        if (address is null || page is null) return [ofData];

        var verification = PublicAddress.OfVerification(address);
        return
        [
            new Figure(QrCode.Of(page), CodeWidth, $"QR-Code mit der Adresse {page}",
            [
                new Paragraph([new TextRun($"{template.PublicPage} "), new LinkRun(page, page)]),
                new Paragraph([new TextRun($"{template.Verification} "), new LinkRun(verification, verification)]),
                ofData,
            ]),
        ];
    }

    /// <summary>In groups, because somebody may have to type it from a print.</summary>
    private static string Grouped(string digest) => string.Join(' ', digest.Chunk(GroupLength).Select(group => new string(group)));
}
