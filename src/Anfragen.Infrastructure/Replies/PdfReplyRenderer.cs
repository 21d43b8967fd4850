using Anfragen.Application.Answers;
using Anfragen.Application.Replies;
using Anfragen.Domain;
using Anfragen.Infrastructure.Council;
using Anfragen.Typesetting;

namespace Anfragen.Infrastructure.Replies;

/// <summary>The letters by <c>Anfragen.Typesetting</c>. Register one for the whole host: fonts, patterns and the coat of arms are read with the first letter and shared by all threads.</summary>
/// <param name="templates">The city's templates.</param>
/// <param name="fontFolder">Where the faces and <c>hyphen-de.txt</c> lie; the build puts them into <c>fonts</c> beside the binaries.</param>
/// <param name="publicAddress">Under which address the public finds what is published; null for letters without a code that leads there.</param>
public sealed class PdfReplyRenderer(TemplateFolder templates, string fontFolder, string? publicAddress = null) : IReplyRenderer
{
    /// <summary>What the family does not hold is looked for in these, in this order: signs and arrows, formulas, numbers in circles, emoji.</summary>
    private static readonly string[] Fallbacks = ["NotoSansSymbols2", "NotoSansMath", "NotoSansSymbols", "NotoEmoji"];

    private readonly Lazy<Typeface> ownTypeface = new(() => OwnTypeface(fontFolder));
    private readonly Lazy<Hyphenator> hyphenator = new(() => new Hyphenator(File.ReadLines(Path.Combine(fontFolder, "hyphen-de.txt"))));

    private DrawnEmblem? lastEmblem;

    public RenderedReply Render(ReplyLetter letter)
    {
        var template = templates.Reply(letter.Kind);
        var (document, warnings) = LetterDocument.From(letter, template, Drawn(letter.Frame.Emblem));
        byte[]? data = null;
        if (letter.Signature is not null) (document, data) = LetterVerification.AddTo(document, letter, template, publicAddress);
        return Set(document, template, letter.Frame, warnings) with { Data = data };
    }

    public LetterPages Draw(ReplyLetter letter)
    {
        var template = templates.Reply(letter.Kind);
        var (document, warnings) = LetterDocument.From(letter, template, Drawn(letter.Frame.Emblem));
        var drawn = TypesetterFor(template).Draw(document);
        return new LetterPages(drawn.Svg, [.. warnings, .. drawn.Warnings]);
    }

    public RenderedReply Render(NoticeLetter letter)
    {
        var template = templates.Notice(letter.Kind);
        return Set(NoticeDocument.From(letter, template, Drawn(letter.Frame.Emblem)), template, letter.Frame, []);
    }

    private RenderedReply Set(Document document, LetterTemplate template, LetterFrame frame, IReadOnlyList<string> warnings)
    {
        var typeset = TypesetterFor(template).Typeset(document);
        return new RenderedReply(typeset.Pdf, typeset.Pages, Digest.OfParts([template.LooksSha256, frame.Sha256]), [.. warnings, .. typeset.Warnings]);
    }

    private Typesetter TypesetterFor(LetterTemplate template) =>
        new(template.Fonts?.Typeface.WithFallbacksOf(ownTypeface.Value) ?? ownTypeface.Value, hyphenator.Value);

    // A city has one, so the last one read is the one wanted.
    private Artwork? Drawn(LetterEmblem? emblem)
    {
        if (emblem is null) return null;
        var last = lastEmblem;
        if (last?.Sha256 != emblem.Sha256) lastEmblem = last = new DrawnEmblem(emblem.Sha256, Emblems.Read(emblem.File));
        return last.Artwork;
    }

    private static Typeface OwnTypeface(string folder)
    {
        return Typeface.Load(
            Face("SourceSans3-Regular"), Face("SourceSans3-Bold"), Face("SourceSans3-Italic"), Face("SourceSans3-BoldItalic"),
            Fallbacks.Select(name => (Func<byte[]>)(() => Face($"{name}-Regular"))));

        byte[] Face(string name) => File.ReadAllBytes(Path.Combine(folder, $"{name}.ttf"));
    }

    private sealed record DrawnEmblem(string Sha256, Artwork Artwork);
}
