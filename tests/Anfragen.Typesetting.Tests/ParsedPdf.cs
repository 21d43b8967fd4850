using System.Globalization;
using System.IO.Compression;
using System.Text;
using System.Text.RegularExpressions;

namespace Anfragen.Typesetting.Tests;

/// <summary>A piece of text as it stands on a page, in points from the bottom left; the width leaves out trailing spaces.</summary>
internal sealed record Piece(int Page, string Tag, int? Number, double X, double Y, double Width, double Size, string Text);

/// <summary>What one marked sequence of a page shows.</summary>
internal sealed record Stretch(int Page, int Number, IReadOnlyList<Piece> Pieces);

/// <summary>An element of the structure tree: children in order, each an element or a stretch of marked content.</summary>
internal sealed record Element(int Id, string Tag, string Dictionary, IReadOnlyList<object> Children)
{
    public IReadOnlyList<Element> Elements { get; } = [.. Children.OfType<Element>()];

    /// <summary>What the element and those within it show, in reading order.</summary>
    public IEnumerable<Piece> Pieces => Children.SelectMany(child => child is Element element ? element.Pieces : ((Stretch)child).Pieces);

    /// <summary>Text as a reader extracts it, hyphens of divided words left out.</summary>
    public string Text => string.Concat(Pieces.Select(piece => piece.Text)).Replace("\u00AD", "");

    public IEnumerable<Element> SelfAndDescendants() => Elements.SelectMany(child => child.SelfAndDescendants()).Prepend(this);
}

/// <summary>
/// Reads back what the writer writes, by its cross-reference table and structure tree. It knows only the notation our writer uses.
/// </summary>
internal sealed partial class ParsedPdf
{
    private readonly byte[] bytes;
    private readonly string latin;
    private readonly Dictionary<int, int> offsets = [];
    private readonly List<int> pageIds;
    private readonly Dictionary<string, TestedFont> fonts = [];
    private readonly Dictionary<(int Page, int Number), List<Piece>> marked = [];
    private readonly Dictionary<int, string> objects = [];

    static ParsedPdf() => Regex.CacheSize = 200;

    public ParsedPdf(byte[] pdf)
    {
        bytes = pdf;
        latin = Encoding.Latin1.GetString(pdf);
        ReadTable();
        Catalog = Object(Number(Trailer(), @"/Root (\d+)"));
        string pageTree = Object(Number(Catalog, @"/Pages (\d+)"));
        pageIds = [.. References().Matches(Regex.Match(pageTree, @"/Kids\[(.*?)\]").Groups[1].Value).Select(match => Int(match.Groups[1].Value))];
        foreach (Match font in Regex.Matches(Regex.Match(Object(pageIds[0]), "/Font<<(.*?)>>").Groups[1].Value, @"/(F\d) (\d+) 0 R"))
        {
            fonts[font.Groups[1].Value] = ReadFont(Int(font.Groups[2].Value));
        }

        Pieces = [.. pageIds.SelectMany((id, page) => ReadPage(id, page))];
        foreach (Piece piece in Pieces.Where(piece => piece.Number is not null))
        {
            marked[(piece.Page, piece.Number!.Value)].Add(piece);
        }

        Root = ReadElement(Number(Object(Number(Catalog, @"/StructTreeRoot (\d+)")), @"/K (\d+)"));
    }

    public string Catalog { get; }

    public int Pages => pageIds.Count;

    public IReadOnlyList<Piece> Pieces { get; }

    public Element Root { get; }

    public IReadOnlyList<int> ObjectNumbers => [.. offsets.Keys];

    public IEnumerable<Piece> Tagged => Pieces.Where(piece => piece.Number is not null);

    /// <summary>Numbers of the marked sequences of a page.</summary>
    public IReadOnlyList<int> MarkedOn(int page) => [.. marked.Keys.Where(key => key.Page == page).Select(key => key.Number).Order()];

    /// <summary>Object number of a page.</summary>
    public int PageId(int page) => pageIds[page];

    public string PageText(int page) => string.Concat(Tagged.Where(piece => piece.Page == page).Select(piece => piece.Text)).Replace("\u00AD", "");

    public IEnumerable<string> Artifacts(int page) => Pieces.Where(piece => piece.Page == page && piece.Number is null).Select(piece => piece.Text);

    /// <summary>Tag and text of the elements that hold text themselves, in reading order; links belong to the text around them.</summary>
    public IReadOnlyList<(string Tag, string Text)> Leaves() =>
    [
        .. Root.SelfAndDescendants()
            .Where(element => element.Tag is "P" or "Lbl" or "TH" or "TD" || (element.Tag.Length == 2 && element.Tag[0] == 'H'))
            .Select(element => (element.Tag, element.Text.Trim())),
    ];

    public string Object(int number)
    {
        if (!objects.TryGetValue(number, out string? text))
        {
            text = objects[number] = ReadObject(number);
        }

        return text;
    }

    private string ReadObject(int number)
    {
        int start = offsets[number];
        Match header = Regex.Match(latin.Substring(start, 20), @"^(\d+) 0 obj\n");
        Assert.True(header.Success && Int(header.Groups[1].Value) == number, $"Object {number} is not at its offset.");
        int end = latin.IndexOf("\nendobj\n", start, StringComparison.Ordinal);
        int stream = latin.IndexOf("stream\n", start, end - start, StringComparison.Ordinal);
        return latin[(start + header.Length)..(stream >= 0 ? stream : end)];
    }

    public byte[] Stream(int number)
    {
        string dictionary = Object(number);
        int start = latin.IndexOf("stream\n", offsets[number], StringComparison.Ordinal) + 7;
        byte[] raw = bytes[start..(start + Number(dictionary, @"/Length (\d+)"))];
        if (!dictionary.Contains("/FlateDecode", StringComparison.Ordinal))
        {
            return raw;
        }

        using var inflated = new MemoryStream();
        using var zlib = new ZLibStream(new MemoryStream(raw), CompressionMode.Decompress);
        zlib.CopyTo(inflated);
        return inflated.ToArray();
    }

    public static int Number(string text, string pattern) => Int(Regex.Match(text, pattern).Groups[1].Value);

    public string Trailer() => latin[latin.LastIndexOf("trailer", StringComparison.Ordinal)..];

    private void ReadTable()
    {
        for (int table = Number(latin[^64..], @"startxref\n(\d+)"); table > 0;)
        {
            string[] lines = latin[table..latin.IndexOf("%%EOF", table, StringComparison.Ordinal)].Split('\n');
            Assert.Equal("xref", lines[0]);
            int trailer = Array.FindIndex(lines, line => line.StartsWith("trailer", StringComparison.Ordinal));
            for (int i = 1; i < trailer;)
            {
                (int first, int count) = (Int(lines[i].Split(' ')[0]), Int(lines[i].Split(' ')[1]));
                for (int number = Math.Max(1, first); number < first + count; number++)
                {
                    offsets.TryAdd(number, Int(lines[i + 1 + number - first][..10]));
                }

                i += count + 1;
            }

            table = Regex.Match(lines[trailer + 1], @"/Prev (\d+)") is { Success: true } previous ? Int(previous.Groups[1].Value) : 0;
        }
    }

    private TestedFont ReadFont(int number)
    {
        string font = Object(number);
        string widths = Regex.Match(Object(Number(font, @"/DescendantFonts\[(\d+)")), @"/W\[0\[(.*?)\]").Groups[1].Value;
        string map = Encoding.ASCII.GetString(Stream(Number(font, @"/ToUnicode (\d+)")));
        var characters = new Dictionary<int, string>();
        foreach (Match match in Regex.Matches(map, "^<(....)><(.+)>$", RegexOptions.Multiline))
        {
            string units = string.Concat(match.Groups[2].Value.Chunk(4).Select(unit => (char)Hex(new string(unit))));
            characters[Hex(match.Groups[1].Value)] = units;
        }

        return new TestedFont(characters, [.. widths.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(Double)]);
    }

    private IEnumerable<Piece> ReadPage(int id, int page)
    {
        string content = Encoding.Latin1.GetString(Stream(Number(Object(id), @"/Contents (\d+)")));
        (string tag, int? number, string font, double size, double x, double y) = ("", null, "", 0, 0, 0);
        bool open = false;
        foreach (string line in content.Split('\n'))
        {
            string[] words = line.EndsWith("]TJ", StringComparison.Ordinal) ? [] : line.Split(' ');
            if (line.StartsWith("/Artifact<<", StringComparison.Ordinal))
            {
                Assert.False(open);
                (open, tag, number) = (true, "Artifact", null);
            }
            else if (line.EndsWith(">>BDC", StringComparison.Ordinal))
            {
                Assert.False(open);
                (open, tag, number) = (true, words[0][1..words[0].IndexOf('<')], Int(words[1][..words[1].IndexOf('>')]));
                Assert.True(marked.TryAdd((page, number.Value), []), $"The number {number} stands twice on page {page}.");
            }
            else if (line == "EMC")
            {
                Assert.True(open);
                open = false;
            }
            else if (words is [.., "f" or "f*" or "S"])
            {
                Assert.True(open, "A path outside of marked content.");
            }
            else if (words is [.., "Tf"])
            {
                (font, size) = (words[0][1..], Double(words[1]));
            }
            else if (words is ["1", "0", "0", "1", _, _, "Tm"])
            {
                (x, y) = (Double(words[4]), Double(words[5]));
            }
            else if (words is [])
            {
                Assert.True(open, "Text outside of marked content.");
                (string text, double width) = fonts[font].Read(line[1..^3]);
                yield return new Piece(page, tag, number, x, y, width * size / 1000, size, text);
            }
        }
    }

    private Element ReadElement(int number)
    {
        string dictionary = Object(number);
        int home = Regex.Match(dictionary, @"/Pg (\d+) 0 R ?/(A|K)") is { Success: true } match ? pageIds.IndexOf(Int(match.Groups[1].Value)) : -1;
        int children = dictionary.IndexOf("/K[", StringComparison.Ordinal);
        var read = new List<object>();
        foreach (Match child in Children().Matches(dictionary[(children + 3)..^3]))
        {
            if (child.Groups["mcrPage"].Success)
            {
                read.Add(StretchOf(pageIds.IndexOf(Int(child.Groups["mcrPage"].Value)), Int(child.Groups["mcr"].Value)));
            }
            else if (child.Groups["element"].Success)
            {
                read.Add(ReadElement(Int(child.Groups["element"].Value)));
            }
            else if (child.Groups["mcid"].Success)
            {
                read.Add(StretchOf(home, Int(child.Groups["mcid"].Value)));
            }
        }

        return new Element(number, Regex.Match(dictionary, @"/S/(\w+)").Groups[1].Value, dictionary, read);
    }

    private Stretch StretchOf(int page, int number) => new(page, number, marked[(page, number)]);

    private static int Int(string text) => int.Parse(text, CultureInfo.InvariantCulture);

    private static int Hex(string text) => int.Parse(text, NumberStyles.HexNumber, CultureInfo.InvariantCulture);

    private static double Double(string text) => double.Parse(text, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"(\d+) 0 R")]
    private static partial Regex References();

    [GeneratedRegex(@"<</Type/MCR/Pg (?<mcrPage>\d+) 0 R /MCID (?<mcr>\d+)>>|<</Type/OBJR/Obj \d+ 0 R /Pg \d+ 0 R >>|(?<element>\d+) 0 R|(?<mcid>\d+)")]
    private static partial Regex Children();

    private sealed record TestedFont(Dictionary<int, string> Characters, double[] Widths)
    {
        public (string Text, double Width) Read(string array)
        {
            var text = new StringBuilder();
            double width = 0, visible = 0;
            foreach (string part in array[1..^1].Split('<'))
            {
                string[] codesAndKerning = part.Split('>');
                for (int i = 0; i < codesAndKerning[0].Length; i += 4)
                {
                    int code = Hex(codesAndKerning[0].Substring(i, 4));
                    text.Append(Characters[code]);
                    width += Widths[code];
                    visible = Characters[code] == " " ? visible : width;
                }

                width -= codesAndKerning.Length > 1 ? Double(codesAndKerning[1]) : 0;
            }

            return (text.ToString(), visible);
        }
    }
}
