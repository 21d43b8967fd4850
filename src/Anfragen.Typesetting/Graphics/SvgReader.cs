using System.Globalization;
using System.Text.RegularExpressions;
using System.Xml;
using System.Xml.Linq;

namespace Anfragen.Typesetting.Graphics;

/// <summary>
/// Reads the part of SVG that coats of arms need: filled shapes in groups, with transforms. What it cannot draw it refuses by name, so that
/// nothing is missing unnoticed.
/// </summary>
internal sealed partial class SvgReader
{
    private static readonly HashSet<string> Silent = ["title", "desc", "metadata", "defs", "namedview"];

    private static readonly Dictionary<string, int> Named = new()
    {
        ["black"] = 0x000000,
        ["white"] = 0xFFFFFF,
        ["red"] = 0xFF0000,
        ["green"] = 0x008000,
        ["blue"] = 0x0000FF,
        ["yellow"] = 0xFFFF00,
        ["silver"] = 0xC0C0C0,
        ["gray"] = 0x808080,
        ["grey"] = 0x808080,
        ["gold"] = 0xFFD700,
        ["orange"] = 0xFFA500,
        ["navy"] = 0x000080,
        ["maroon"] = 0x800000,
        ["purple"] = 0x800080,
    };

    /// <summary>How deep elements may lie in each other; drawings have a handful of levels.</summary>
    private const int Deepest = 64;

    private readonly List<FilledPath> paths = [];

    /// <exception cref="InvalidDataException">The file is none, or holds what cannot be drawn; the message is a German sentence.</exception>
    public static (double Width, double Height, IReadOnlyList<FilledPath> Paths) Read(string svg)
    {
        XElement root = Parse(svg);
        (double left, double top, double width, double height) = ViewBox(root);
        var reader = new SvgReader();
        reader.ReadChildren(root, new Look(new Matrix(1, 0, 0, 1, -left, -top), 0x000000, false).With(root), 1);
        return reader.paths.Count > 0 ? (width, height, reader.paths) : throw new InvalidDataException("Die SVG-Datei zeigt nichts.");
    }

    private static XElement Parse(string svg)
    {
        try
        {
            using var reader = XmlReader.Create(new StringReader(svg), new XmlReaderSettings { DtdProcessing = DtdProcessing.Ignore, XmlResolver = null });
            XElement root = XDocument.Load(reader, LoadOptions.SetLineInfo).Root!;
            return root.Name.LocalName == "svg" ? root : throw new InvalidDataException("Die Datei ist kein SVG-Bild.");
        }
        catch (XmlException exception)
        {
            throw new InvalidDataException($"Die SVG-Datei ist in Zeile {exception.LineNumber} kein gültiges XML.", exception);
        }
    }

    private static (double Left, double Top, double Width, double Height) ViewBox(XElement root)
    {
        double[] box = root.Attribute("viewBox") is { } viewBox
            ? [.. viewBox.Value.Split([' ', ',', '\t', '\n', '\r'], StringSplitOptions.RemoveEmptyEntries).Select(value => Length(value, root))]
            : [0, 0, Number(root, "width"), Number(root, "height")];
        return box is [var left, var top, > 0 and var width, > 0 and var height]
            ? (left, top, width, height)
            : throw new InvalidDataException("Die SVG-Datei nennt weder „viewBox“ noch Breite und Höhe.");
    }

    private void ReadChildren(XElement parent, Look look, int depth)
    {
        if (depth > Deepest)
        {
            throw At(parent, $"In der Zeichnung liegen mehr als {Deepest} Elemente ineinander.");
        }

        foreach (XElement element in parent.Elements())
        {
            string name = element.Name.LocalName;
            if (Silent.Contains(name) || element.Name.NamespaceName != parent.Name.NamespaceName)
            {
                continue;
            }

            if (name is "g" or "svg" or "a")
            {
                ReadChildren(element, look.With(element), depth + 1);
            }
            else
            {
                Add(Data(element), look.With(element), element);
            }
        }
    }

    private void Add(string data, Look look, XElement element)
    {
        if (look.Fill is { } fill)
        {
            try
            {
                paths.Add(new FilledPath(SvgPath.Parse(data, look.Matrix), fill, look.EvenOdd));
            }
            catch (InvalidDataException exception)
            {
                throw At(element, exception.Message);
            }
        }
    }

    /// <summary>Every shape as the data of a path.</summary>
    private static string Data(XElement element) => element.Name.LocalName switch
    {
        "path" => element.Attribute("d")?.Value ?? "",
        "rect" => Rectangle(Number(element, "x"), Number(element, "y"), Number(element, "width"), Number(element, "height")),
        "circle" => Ellipse(Number(element, "cx"), Number(element, "cy"), Number(element, "r"), Number(element, "r")),
        "ellipse" => Ellipse(Number(element, "cx"), Number(element, "cy"), Number(element, "rx"), Number(element, "ry")),
        "polygon" or "polyline" => $"M {element.Attribute("points")?.Value} Z",
        var other => throw At(element, $"Das Element „{other}“ wird nicht gezeichnet; bitte in Pfade umwandeln."),
    };

    private static string Rectangle(double x, double y, double width, double height) =>
        string.Create(CultureInfo.InvariantCulture, $"M {x} {y} h {width} v {height} h {-width} Z");

    private static string Ellipse(double x, double y, double radiusX, double radiusY) =>
        string.Create(CultureInfo.InvariantCulture, $"M {x - radiusX} {y} a {radiusX} {radiusY} 0 1 0 {2 * radiusX} 0 a {radiusX} {radiusY} 0 1 0 {-2 * radiusX} 0 Z");

    private static double Number(XElement element, string attribute) => element.Attribute(attribute) is { } found ? Length(found.Value, element) : 0;

    private static double Length(string value, XElement element) =>
        LengthPattern().Match(value) is { Success: true } match
            ? double.Parse(match.Groups[1].Value, CultureInfo.InvariantCulture)
            : throw At(element, $"„{value}“ ist kein Maß.");

    private static InvalidDataException At(XElement element, string sentence) => new($"SVG-Datei, Zeile {((IXmlLineInfo)element).LineNumber}: {sentence}");

    [GeneratedRegex(@"^\s*([-+]?(?:\d+\.?\d*|\.\d+)(?:[eE][-+]?\d+)?)\s*(px|pt|mm|cm|in)?\s*$")]
    private static partial Regex LengthPattern();

    /// <summary>What an element hands down to those within it.</summary>
    private readonly record struct Look(Matrix Matrix, int? Fill, bool EvenOdd)
    {
        public Look With(XElement element)
        {
            Dictionary<string, string> style = Style(element);
            RefuseWhatIsNotDrawn(element, style);
            Matrix matrix = element.Attribute("transform") is { } transform ? Matrix.Around(Matrix.Parse(transform.Value)) : Matrix;
            int? fill = style.TryGetValue("fill", out string? color) ? Color(color, element) : Fill;
            bool hidden = style.GetValueOrDefault("display") == "none";
            return new Look(matrix, hidden ? null : fill, style.TryGetValue("fill-rule", out string? rule) ? rule == "evenodd" : EvenOdd);
        }

        /// <summary>Properties from the attribute "style" and from attributes of their own, which count less.</summary>
        private static Dictionary<string, string> Style(XElement element)
        {
            var style = new Dictionary<string, string>();
            foreach (string property in (string[])["fill", "fill-rule", "stroke", "display", "opacity", "fill-opacity", "clip-path", "mask", "filter"])
            {
                if (element.Attribute(property) is { } attribute)
                {
                    style[property] = attribute.Value.Trim();
                }
            }

            foreach (string declaration in (element.Attribute("style")?.Value ?? "").Split(';'))
            {
                if (declaration.Split(':', 2) is [var property, var value])
                {
                    style[property.Trim()] = value.Trim();
                }
            }

            return style;
        }

        private static void RefuseWhatIsNotDrawn(XElement element, Dictionary<string, string> style)
        {
            foreach (string property in (string[])["stroke", "clip-path", "mask", "filter"])
            {
                if (style.TryGetValue(property, out string? value) && value != "none")
                {
                    throw At(element, $"„{property}“ wird nicht gezeichnet; bitte Konturen in Flächen umwandeln.");
                }
            }

            foreach (string property in (string[])["opacity", "fill-opacity"])
            {
                if (style.TryGetValue(property, out string? value) && value is not ("1" or "1.0" or "100%"))
                {
                    throw At(element, "Durchscheinende Flächen werden nicht gezeichnet.");
                }
            }
        }

        private static int? Color(string value, XElement element) => value switch
        {
            "none" or "transparent" => null,
            ['#', var r, var g, var b] when int.TryParse($"{r}{r}{g}{g}{b}{b}", NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out int rgb) => rgb,
            ['#', .. { Length: 6 } digits] when int.TryParse(digits, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out int rgb) => rgb,
            _ when Named.TryGetValue(value, out int rgb) => rgb,
            _ => throw At(element, $"Die Farbe „{value}“ wird nicht gelesen; bitte als #RRGGBB angeben."),
        };
    }
}
