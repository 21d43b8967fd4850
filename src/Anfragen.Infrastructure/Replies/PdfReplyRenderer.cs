using Anfragen.Application.Replies;
using Anfragen.Domain;
using Anfragen.Infrastructure.Council;
using Anfragen.Typesetting;

namespace Anfragen.Infrastructure.Replies;

/// <summary>The letters by <c>Anfragen.Typesetting</c>. Register one for the whole host: fonts, patterns and the coat of arms are read with the first letter and shared by all threads.</summary>
/// <param name="templates">The city's templates.</param>
/// <param name="fontFolder">Where the four faces and <c>hyphen-de.txt</c> lie; the build puts them into <c>fonts</c> beside the binaries.</param>
/// <param name="publicAddress">Under which address the public finds what is published; null for letters without a code that leads there.</param>
public sealed class PdfReplyRenderer(TemplateFolder templates, string fontFolder, string? publicAddress = null) : IReplyRenderer
{
    private readonly Lazy<Typesetter> typesetter = new(() => Load(fontFolder));

    private DrawnEmblem? lastEmblem;

    public RenderedReply Render(ReplyLetter letter)
    {
        var template = templates.Reply(letter.Kind);
        var (document, warnings) = LetterDocument.From(letter, template, Drawn(letter.Frame.Emblem));
        byte[]? data = null;
        if (letter.Signature is not null) (document, data) = LetterVerification.AddTo(document, letter, publicAddress);
        return Set(document, template, letter.Frame, warnings) with { Data = data };
    }

    public RenderedReply Render(NoticeLetter letter)
    {
        var template = templates.Notice(letter.Kind);
        return Set(NoticeDocument.From(letter, template, Drawn(letter.Frame.Emblem)), template, letter.Frame, []);
    }

    private RenderedReply Set(Document document, LetterTemplate template, LetterFrame frame, IReadOnlyList<string> warnings)
    {
        var typeset = typesetter.Value.Typeset(document);
        return new RenderedReply(typeset.Pdf, typeset.Pages, Digest.OfParts([template.Sha256, frame.Sha256]), [.. warnings, .. typeset.Warnings]);
    }

    // A city has one, so the last one read is the one wanted.
    private Artwork? Drawn(LetterEmblem? emblem)
    {
        if (emblem is null) return null;
        var last = lastEmblem;
        if (last?.Sha256 != emblem.Sha256) lastEmblem = last = new DrawnEmblem(emblem.Sha256, Emblems.Read(emblem.File));
        return last.Artwork;
    }

    private static Typesetter Load(string folder)
    {
        var typeface = Typeface.Load(Face("Regular"), Face("Bold"), Face("Italic"), Face("BoldItalic"));
        return new Typesetter(typeface, new Hyphenator(File.ReadLines(Path.Combine(folder, "hyphen-de.txt"))));

        byte[] Face(string style) => File.ReadAllBytes(Path.Combine(folder, $"SourceSans3-{style}.ttf"));
    }

    private sealed record DrawnEmblem(string Sha256, Artwork Artwork);
}
