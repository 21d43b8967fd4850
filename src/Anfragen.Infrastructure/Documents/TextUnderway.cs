using Anfragen.Application.Documents;

namespace Anfragen.Infrastructure.Documents;

/// <summary>The text of a document while it is read: lines within limits, and a tally of what is left out.</summary>
internal sealed class TextUnderway
{
    private readonly List<string> _lines = [];
    private readonly List<string> _footnotes = [];
    private readonly Omissions _omitted = new();
    private int _characters;

    public void Add(string paragraph)
    {
        _characters += paragraph.Length;
        if (_lines.Count >= DocumentLimits.Paragraphs || _characters > DocumentLimits.TextCharacters) throw SafeXml.TooLong();
        foreach (var line in paragraph.Split('\n')) _lines.Add(line.TrimEnd());
    }

    /// <summary>Reserves the mark that stands in the text.</summary>
    public string AddFootnote(Func<string> text)
    {
        var place = _footnotes.Count;
        _footnotes.Add("");
        var mark = $"[{place + 1}]";
        var read = text();
        _characters += read.Length;
        if (_characters > DocumentLimits.TextCharacters) throw SafeXml.TooLong();
        _footnotes[place] = $"{mark} {read}";
        return mark;
    }

    public void Omit(Omission what, int count = 1) => _omitted.Add(what, count);

    public DocumentText ToText(FileFormat format, IEnumerable<string> margins) => new()
    {
        Format = format,
        Lines = [.. WithoutBlankEdges()],
        Margins = [.. margins.Where(line => !string.IsNullOrWhiteSpace(line)).Distinct()],
        Footnotes = _footnotes,
        Unread = _omitted.Sentences(),
    };

    private IEnumerable<string> WithoutBlankEdges()
    {
        var first = _lines.FindIndex(line => !string.IsNullOrWhiteSpace(line));
        return first < 0 ? [] : _lines[first..(_lines.FindLastIndex(line => !string.IsNullOrWhiteSpace(line)) + 1)];
    }
}

/// <summary>What a text leaves out.</summary>
internal enum Omission
{
    Deletion,
    Hidden,
    Comment,
    Picture,
    Chart,
    Embedded,
    Form,
}

/// <summary>A tally of what is left out, and the German sentences about it.</summary>
internal sealed class Omissions
{
    private readonly SortedDictionary<Omission, int> _counts = [];

    public void Add(Omission what, int count = 1)
    {
        if (count > 0) _counts[what] = _counts.GetValueOrDefault(what) + count;
    }

    public IReadOnlyList<string> Sentences() => [.. _counts.Select(pair => Sentence(pair.Key, pair.Value))];

    private static string Sentence(Omission what, int count) => what switch
    {
        Omission.Deletion => $"Als gelöscht markierter Text steht nicht im gelesenen Text (Stellen: {count}).",
        Omission.Hidden => $"Ausgeblendeter Text steht nicht im gelesenen Text (Stellen: {count}).",
        Omission.Comment => $"Kommentare stehen nicht im gelesenen Text (Anzahl: {count}).",
        Omission.Picture => $"Bilder wurden nicht gelesen (Anzahl: {count}).",
        Omission.Chart => $"Diagramme und Schaubilder wurden nicht gelesen (Anzahl: {count}).",
        Omission.Embedded => $"Eingebettete Dateien wurden nicht gelesen (Anzahl: {count}).",
        Omission.Form => $"Steuerelemente eines Formulars wurden nicht gelesen (Anzahl: {count}).",
        _ => throw new ArgumentOutOfRangeException(nameof(what)),
    };
}
