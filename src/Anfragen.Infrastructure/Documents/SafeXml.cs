using System.Xml;
using System.Xml.Linq;
using Anfragen.Application.Documents;

namespace Anfragen.Infrastructure.Documents;

/// <summary>Reads XML of strangers: no DTD, so no entities and nothing from elsewhere; depth and size bounded.</summary>
internal static class SafeXml
{
    /// <summary>Passes each element once, holding none of them.</summary>
    public static void Scan(PackagePart part, Action<XmlReader> onNode, CancellationToken cancel)
    {
        Guarded(() =>
        {
            using var reader = Reader(part.Open(), DocumentLimits.InflatedBytes);
            while (reader.Read())
            {
                if (reader.Depth > DocumentLimits.XmlDepth) throw DocumentRefused.Because("Die Datei ist ungewöhnlich tief verschachtelt.");
                if (reader.NodeType != XmlNodeType.Element && reader.NodeType != XmlNodeType.Text) continue;
                cancel.ThrowIfCancellationRequested();
                part.Budget.TakeNode();
                onNode(reader);
            }
        });
    }

    /// <summary>Loads a part as a tree, after counting that it can be held.</summary>
    public static XElement Load(PackagePart part, CancellationToken cancel)
    {
        MustBeReadable(part, cancel);
        return Guarded(() =>
        {
            using var reader = Reader(part.Open(), DocumentLimits.TextPartCharacters);
            return XElement.Load(reader, LoadOptions.PreserveWhitespace);
        });
    }

    /// <summary>Whether a part is small enough to be held as a tree, by a library of others as well.</summary>
    public static void MustBeReadable(PackagePart part, CancellationToken cancel)
    {
        var elements = 0;
        if (part.Length > DocumentLimits.TextPartCharacters) throw TooLong();
        Scan(
            part,
            node =>
            {
                // An attribute costs about as much as an element.
                elements += 1 + node.AttributeCount;
                if (elements > DocumentLimits.TextPartElements * 2) throw TooLong();
            },
            cancel);
    }

    public static DocumentRefused TooLong() => new("Der Text der Datei ist zu lang, um ihn zu lesen. Bitte laden Sie nur den Teil mit den Fragen hoch.");

    private static XmlReader Reader(Stream stream, long mostCharacters) => XmlReader.Create(new BoundedTags(stream), new XmlReaderSettings
    {
        DtdProcessing = DtdProcessing.Prohibit,
        XmlResolver = null,
        MaxCharactersInDocument = mostCharacters,
        IgnoreComments = true,
        IgnoreProcessingInstructions = true,
        NameTable = new BoundedNames(),
        CloseInput = true,
    });

    private static void Guarded(Action read) => Guarded(() =>
    {
        read();
        return true;
    });

    private static T Guarded<T>(Func<T> read)
    {
        try
        {
            return read();
        }
        catch (Exception exception) when (exception is XmlException or InvalidDataException or IOException)
        {
            throw DocumentRefused.Because(ZipDirectory.Broken);
        }
    }
}
