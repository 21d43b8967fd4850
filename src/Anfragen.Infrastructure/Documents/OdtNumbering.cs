using System.Xml.Linq;

namespace Anfragen.Infrastructure.Documents;

/// <summary>Counts the lists of an OpenDocument text by its list styles.</summary>
internal sealed class OdtNumbering
{
    private const int Levels = 10;

    private readonly Dictionary<string, Dictionary<int, XElement>> _styles = [];
    private readonly Dictionary<string, int?[]> _lastOfStyle = [];
    private readonly Dictionary<string, int?[]> _byId = [];
    private readonly int?[] _outline = new int?[Levels];

    public OdtNumbering(params IEnumerable<XElement?> roots)
    {
        foreach (var style in roots.SelectMany(root => root?.Descendants() ?? []).Where(element => element.Name == Odf.Text + "list-style"))
        {
            if ((string?)style.Attribute(Odf.Style + "name") is { } name) _styles.TryAdd(name, LevelsOf(style));
        }

        OutlineStyle = roots.SelectMany(root => root?.Descendants(Odf.Text + "outline-style") ?? []).Select(LevelsOf).FirstOrDefault() ?? [];
    }

    private Dictionary<int, XElement> OutlineStyle { get; }

    /// <summary>The counters of a list that begins here, or goes on from one before.</summary>
    public OdtList Begin(XElement list)
    {
        var style = (string?)list.Attribute(Odf.Text + "style-name") ?? "";
        int?[]? counters = null;
        if ((string?)list.Attribute(Odf.Text + "continue-list") is { } continued) _byId.TryGetValue(continued, out counters);
        if ((string?)list.Attribute(Odf.Text + "continue-numbering") == "true") counters ??= _lastOfStyle.GetValueOrDefault(style);
        counters ??= new int?[Levels];
        _lastOfStyle[style] = counters;
        if ((string?)list.Attribute(XNamespace.Xml + "id") is { } id) _byId[id] = counters;
        return new OdtList(_styles.GetValueOrDefault(style) ?? [], counters);
    }

    /// <summary>The style of a list within another, its parent's unless it has its own.</summary>
    public OdtList Within(OdtList parent, XElement list) =>
        (string?)list.Attribute(Odf.Text + "style-name") is { } style && _styles.TryGetValue(style, out var levels)
            ? parent with { Styles = levels }
            : parent;

    /// <summary>The number in front of a heading.</summary>
    public string NextHeading(int level) => new OdtList(OutlineStyle, _outline).Next(Math.Clamp(level, 1, Levels), null);

    private static Dictionary<int, XElement> LevelsOf(XElement style)
    {
        var levels = new Dictionary<int, XElement>();
        foreach (var level in style.Elements())
        {
            if (int.TryParse((string?)level.Attribute(Odf.Text + "level"), out var number)) levels.TryAdd(number, level);
        }

        return levels;
    }
}

/// <summary>A list on its way, with how its levels look.</summary>
internal sealed record OdtList(Dictionary<int, XElement> Styles, int?[] Counters)
{
    /// <summary>The label of the next item at a level from 1, with a blank behind; empty when it shows none.</summary>
    public string Next(int level, int? startsAt)
    {
        Counters[level - 1] = startsAt ?? (Counters[level - 1] is { } last ? unchecked(last + 1) : StartOf(level));
        Array.Clear(Counters, level, Counters.Length - level);
        if (!Styles.TryGetValue(level, out var style)) return "";
        var label = style.Name.LocalName == "list-level-style-number" || style.Name.LocalName == "outline-level-style"
            ? Number(style, level)
            : ListLabels.BulletOf((string?)style.Attribute(Odf.Text + "bullet-char"));
        return label.Length == 0 ? "" : label + " ";
    }

    private string Number(XElement style, int level)
    {
        var shown = Math.Clamp((int?)Integer(style, Odf.Text + "display-levels") ?? 1, 1, level);
        var numbers = Enumerable.Range(level - shown + 1, shown).Select(Write).Where(number => number.Length > 0).ToList();
        return numbers.Count == 0 || Write(level).Length == 0
            ? ""
            : $"{(string?)style.Attribute(Odf.Style + "num-prefix")}{string.Join('.', numbers)}{(string?)style.Attribute(Odf.Style + "num-suffix")}".Trim();
    }

    private string Write(int level)
    {
        if (!Styles.TryGetValue(level, out var style)) return "";
        var value = Counters[level - 1] ?? StartOf(level);
        return (string?)style.Attribute(Odf.Style + "num-format") switch
        {
            "1" => ListLabels.Decimal(value),
            "a" => ListLabels.Letter(value),
            "A" => ListLabels.Letter(value).ToUpperInvariant(),
            "i" => ListLabels.Roman(value).ToLowerInvariant(),
            "I" => ListLabels.Roman(value),
            _ => "",
        };
    }

    private int StartOf(int level) => Styles.TryGetValue(level, out var style) ? Integer(style, Odf.Text + "start-value") ?? 1 : 1;

    private static int? Integer(XElement element, XName name) => int.TryParse((string?)element.Attribute(name), out var number) ? number : null;
}

/// <summary>The namespaces of OpenDocument.</summary>
internal static class Odf
{
    public static readonly XNamespace Office = "urn:oasis:names:tc:opendocument:xmlns:office:1.0";
    public static readonly XNamespace Text = "urn:oasis:names:tc:opendocument:xmlns:text:1.0";
    public static readonly XNamespace Style = "urn:oasis:names:tc:opendocument:xmlns:style:1.0";
    public static readonly XNamespace Table = "urn:oasis:names:tc:opendocument:xmlns:table:1.0";
    public static readonly XNamespace Draw = "urn:oasis:names:tc:opendocument:xmlns:drawing:1.0";
}
