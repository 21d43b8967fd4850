using System.Globalization;
using System.Xml;
using Anfragen.Application.Documents;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;

namespace Anfragen.Infrastructure.Documents;

/// <summary>Opens Word documents of strangers, and knows what their readers share.</summary>
internal static class WordFile
{
    /// <summary>Bytes of one list of links between parts; opening the document makes objects of all of them.</summary>
    private const int MostLinkBytes = 2 * 1024 * 1024;

    public static T Read<T>(byte[] content, Func<MainDocumentPart, T> read, CancellationToken cancel)
    {
        try
        {
            using var package = Package.Open(content, new InflateBudget(), cancel);
            var isOverlinked = package.Parts.Any(part => part.Length > MostLinkBytes && (part.Name == "[Content_Types].xml" || part.Name.EndsWith(".rels", StringComparison.OrdinalIgnoreCase)));
            if (isOverlinked) throw SafeXml.TooLong();
            using var stream = new MemoryStream();
            stream.Write(content);
            using var word = WordprocessingDocument.Open(stream, isEditable: true, Settings());
            var main = word.MainDocumentPart ?? throw DocumentRefused.Because(ZipDirectory.Broken);
            MustBeReadable(package, main, cancel);
            return read(main);
        }
        catch (Exception exception) when (exception is OpenXmlPackageException or XmlException or InvalidDataException or FormatException or IOException
            or InvalidOperationException or ArgumentException or OverflowException)
        {
            throw DocumentRefused.Because(ZipDirectory.Broken);
        }
    }

    // An address nobody can follow must not keep the text from being read; rewriting it needs a copy that may be written to.
    private static OpenSettings Settings() => new()
    {
        AutoSave = false,
        MaxCharactersInPart = DocumentLimits.TextPartCharacters,
        RelationshipErrorHandlerFactory = RelationshipErrorHandler.CreateRewriterFactory((_, _, _) => "about:blank"),
    };

    private static void MustBeReadable(Package package, MainDocumentPart main, CancellationToken cancel)
    {
        IEnumerable<OpenXmlPart?> parts =
        [
            main, main.NumberingDefinitionsPart, main.StyleDefinitionsPart, main.FootnotesPart, main.EndnotesPart,
            main.WordprocessingCommentsPart, .. main.HeaderParts, .. main.FooterParts,
        ];
        foreach (var part in parts)
        {
            if (part is null) continue;
            SafeXml.MustBeReadable(package.Find(part.Uri.OriginalString) ?? throw DocumentRefused.Because(ZipDirectory.Broken), cancel);
        }
    }

    public static Dictionary<long, FootnoteEndnoteType> ById(OpenXmlPartRootElement? notes)
    {
        var byId = new Dictionary<long, FootnoteEndnoteType>();
        foreach (var note in notes?.Elements<FootnoteEndnoteType>() ?? [])
        {
            if (note.Id?.Value is { } id && note.Type is null) byId.TryAdd(id, note);
        }

        return byId;
    }

    public static OpenXmlElement? Chosen(OpenXmlElement alternatives) =>
        alternatives.ChildElements.FirstOrDefault(child => child.LocalName == "Choice")
        ?? alternatives.ChildElements.FirstOrDefault(child => child.LocalName == "Fallback");

    public static string SymbolOf(SymbolChar? symbol) =>
        int.TryParse(symbol?.Char?.Value, NumberStyles.HexNumber, CultureInfo.InvariantCulture, out var code) && code is >= 0x20 and < 0xD800
            ? ((char)code).ToString()
            : ListLabels.Bullet;

    public static bool IsChecked(OpenXmlElement box)
    {
        var state = box.ChildElements.FirstOrDefault(child => child.LocalName == "checked")
            ?? box.ChildElements.FirstOrDefault(child => child.LocalName == "default");
        return state is not null && !state.GetAttributes().Any(attribute => attribute is { LocalName: "val", Value: "0" or "false" });
    }
}
