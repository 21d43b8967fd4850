using Anfragen.Application.Replies;
using Anfragen.Typesetting;

namespace Anfragen.Infrastructure.Replies;

/// <summary>The letter by <c>Anfragen.Typesetting</c>. Register one for the whole host: fonts and patterns are read with the first letter and shared by all threads.</summary>
/// <param name="templates">The city's templates.</param>
/// <param name="fontFolder">Where the four faces and <c>hyphen-de.txt</c> lie; the build puts them into <c>fonts</c> beside the binaries.</param>
/// <param name="publicAddress">Under which address the public finds what is published; null for letters without a code that leads there.</param>
public sealed class PdfReplyRenderer(TemplateFolder templates, string fontFolder, string? publicAddress = null) : IReplyRenderer
{
    private readonly Lazy<Typesetter> typesetter = new(() => Load(fontFolder));

    public RenderedReply Render(ReplyLetter letter)
    {
        var template = templates.Reply();
        var (document, warnings) = LetterDocument.From(letter, template);
        byte[]? data = null;
        if (letter.Signature is not null) (document, data) = LetterVerification.AddTo(document, letter, publicAddress);
        var typeset = typesetter.Value.Typeset(document);
        return new RenderedReply(typeset.Pdf, typeset.Pages, template.Sha256, [.. warnings, .. typeset.Warnings]) { Data = data };
    }

    private static Typesetter Load(string folder)
    {
        var typeface = Typeface.Load(Face("Regular"), Face("Bold"), Face("Italic"), Face("BoldItalic"));
        return new Typesetter(typeface, new Hyphenator(File.ReadLines(Path.Combine(folder, "hyphen-de.txt"))));

        byte[] Face(string style) => File.ReadAllBytes(Path.Combine(folder, $"SourceSans3-{style}.ttf"));
    }
}
