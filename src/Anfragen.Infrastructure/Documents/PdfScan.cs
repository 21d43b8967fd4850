using System.Buffers;
using System.Globalization;
using System.IO.Compression;
using System.Text;
using System.Text.RegularExpressions;
using Anfragen.Application.Documents;

namespace Anfragen.Infrastructure.Documents;

/// <summary>
/// Looks through the objects of a PDF for what one does not see on its pages. It searches names rather than following references: a
/// finding too many costs a glance, one too few is published.
/// </summary>
internal static partial class PdfScan
{
    private const int TailLength = 4096;
    private const int DictionaryLength = 4096;
    private const int InflatedBytes = 16 * 1024 * 1024;

    private static readonly (string Name, DocumentFindingKind Kind, string Sentence)[] Names =
    [
        ("JavaScript", DocumentFindingKind.Script, "Die Datei enthält ein Skript (JavaScript)."),
        ("JS", DocumentFindingKind.Script, "Die Datei enthält ein Skript (JavaScript)."),
        ("Launch", DocumentFindingKind.Script, "Die Datei kann Programme starten."),
        ("EmbeddedFile", DocumentFindingKind.EmbeddedFile, "In die Datei sind andere Dateien eingebettet."),
        ("EmbeddedFiles", DocumentFindingKind.EmbeddedFile, "In die Datei sind andere Dateien eingebettet."),
        ("FileAttachment", DocumentFindingKind.EmbeddedFile, "In die Datei sind andere Dateien eingebettet."),
        ("RichMedia", DocumentFindingKind.EmbeddedFile, "In die Datei sind Filme oder Töne eingebettet."),
        ("OCGs", DocumentFindingKind.HiddenText, "Die Datei hat Ebenen; Teile können ausgeblendet sein."),
        ("XFA", DocumentFindingKind.Script, "Die Datei enthält ein dynamisches Formular (XFA)."),
        ("Redact", DocumentFindingKind.HiddenText, "Die Datei enthält vorgemerkte, nicht ausgeführte Schwärzungen."),
    ];

    private static readonly string[] CommentTypes = ["Text", "FreeText", "Highlight", "Underline", "StrikeOut", "Squiggly", "Caret", "Ink", "Stamp"];

    public static bool IsPdf(ReadOnlySpan<byte> content) => content.StartsWith("%PDF-"u8);

    /// <exception cref="DocumentRefused">Broken or encrypted.</exception>
    public static void Examine(byte[] content, FindingList findings, CancellationToken cancel)
    {
        MustBeWhole(content);
        var objects = Objects(content, cancel);
        if (Encryption().IsMatch(objects)) throw DocumentRefused.Because("Das PDF ist verschlüsselt oder geschützt. Bitte speichern Sie es ohne Passwort und Schutz.");
        foreach (var (name, kind, sentence) in Names) findings.AddIf(HasName(objects, name), kind, sentence);

        var comments = Annotation().Matches(objects).Count(match => CommentTypes.Contains(match.Groups[1].Value));
        findings.AddCount(comments, DocumentFindingKind.Comment, "einen Kommentar oder eine Markierung", "Kommentare oder Markierungen");
        foreach (Match match in Author().Matches(objects)) findings.AddName(DocumentFindingKind.PersonalMetadata, "Als Verfasser ist eingetragen", TextOf(match.Groups[1].Value));
        foreach (Match match in Creator().Matches(objects)) findings.AddName(DocumentFindingKind.PersonalMetadata, "Als Verfasser ist eingetragen", match.Groups[1].Value);
        findings.AddIf(Updates(content) > 2, DocumentFindingKind.HiddenText, "Die Datei wurde nach dem ersten Speichern ergänzt; frühere Stände können noch darin stehen.");
    }

    // The end names where the table of objects lies; there it must lie.
    private static void MustBeWhole(ReadOnlySpan<byte> content)
    {
        var tail = content[Math.Max(0, content.Length - TailLength)..];
        var mark = tail.LastIndexOf("startxref"u8);
        var isWhole = mark >= 0 && tail[mark..].IndexOf("%%EOF"u8) >= 0
            && FirstNumber(tail[(mark + 9)..]) is { } table && table < content.Length && IsTable(content[(int)table..]);
        if (!isWhole) throw DocumentRefused.Because("Das PDF ist beschädigt oder unvollständig.");
    }

    private static bool IsTable(ReadOnlySpan<byte> content)
    {
        var start = Encoding.Latin1.GetString(content[..Math.Min(40, content.Length)]);
        return TableStart().IsMatch(start);
    }

    private static int? FirstNumber(ReadOnlySpan<byte> text)
    {
        var digits = Encoding.Latin1.GetString(text[..Math.Min(20, text.Length)]).Trim().TakeWhile(char.IsAsciiDigit).ToArray();
        return int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
    }

    private static int Updates(ReadOnlySpan<byte> content) => content.Count("%%EOF"u8);

    // Everything outside of streams, and what compressed streams of objects and metadata hold. Contents of pages are not looked at.
    private static string Objects(byte[] content, CancellationToken cancel)
    {
        var text = new StringBuilder();
        var left = InflatedBytes;
        var position = 0;
        while (position < content.Length)
        {
            cancel.ThrowIfCancellationRequested();
            var start = content.AsSpan(position).IndexOf("stream"u8);
            if (start < 0) break;
            var dictionary = Encoding.Latin1.GetString(content, position, start);
            text.Append(dictionary);
            var from = position + start + "stream".Length;
            var end = content.AsSpan(from).IndexOf("endstream"u8);
            if (end < 0) break;
            AppendStream(text, dictionary.Length > DictionaryLength ? dictionary[^DictionaryLength..] : dictionary, content.AsSpan(from, end), ref left);
            position = from + end + "endstream".Length;
        }

        if (position < content.Length) text.Append(Encoding.Latin1.GetString(content, position, content.Length - position));
        return text.ToString();
    }

    private static void AppendStream(StringBuilder text, string dictionary, ReadOnlySpan<byte> stream, ref int left)
    {
        var own = dictionary[Math.Max(0, dictionary.LastIndexOf(" obj", StringComparison.Ordinal))..];
        if (!HasName(own, "ObjStm") && !HasName(own, "Metadata")) return;
        var data = stream.TrimStart("\r\n"u8);
        if (!HasName(own, "FlateDecode") && !HasName(own, "Fl"))
        {
            text.Append(Encoding.Latin1.GetString(data[..Math.Min(data.Length, left)])).Append('\n');
            return;
        }

        var inflated = Inflate(data, left);
        left -= inflated.Length;
        text.Append(Encoding.Latin1.GetString(inflated)).Append('\n');
    }

    private static byte[] Inflate(ReadOnlySpan<byte> data, int most)
    {
        using var inflater = new ZLibStream(new MemoryStream(data.ToArray()), CompressionMode.Decompress);
        var inflated = new ArrayBufferWriter<byte>();
        try
        {
            while (inflated.WrittenCount < most)
            {
                var read = inflater.Read(inflated.GetSpan(Math.Min(65536, most - inflated.WrittenCount))[..Math.Min(65536, most - inflated.WrittenCount)]);
                if (read == 0) break;
                inflated.Advance(read);
            }
        }
        catch (InvalidDataException)
        {
            throw DocumentRefused.Because("Das PDF ist beschädigt oder unvollständig.");
        }

        return inflated.WrittenSpan.ToArray();
    }

    private static bool HasName(string objects, string name)
    {
        for (var at = objects.IndexOf("/" + name, StringComparison.Ordinal); at >= 0; at = objects.IndexOf("/" + name, at + 1, StringComparison.Ordinal))
        {
            var next = at + name.Length + 1;
            if (next >= objects.Length || !char.IsLetterOrDigit(objects[next])) return true;
        }

        return false;
    }

    private static string TextOf(string literal)
    {
        var bytes = literal.StartsWith('<') ? HexBytes(literal) : LiteralBytes(literal);
        return bytes is [0xFE, 0xFF, ..] ? Encoding.BigEndianUnicode.GetString(bytes[2..]) : Encoding.Latin1.GetString(bytes);
    }

    private static byte[] HexBytes(string literal)
    {
        var digits = new string([.. literal.Where(char.IsAsciiHexDigit)]);
        return Convert.FromHexString(digits.Length % 2 == 0 ? digits : digits + "0");
    }

    private static byte[] LiteralBytes(string literal)
    {
        var unescaped = Escape().Replace(literal[1..^1], match => match.Groups[1].Value is { Length: > 1 } octal
            ? ((char)(Convert.ToInt32(octal, 8) & 0xFF)).ToString()
            : match.Groups[1].Value);
        return Encoding.Latin1.GetBytes(unescaped);
    }

    [GeneratedRegex(@"^\s*(xref|\d+\s+\d+\s+obj)", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex TableStart();

    [GeneratedRegex(@"/Encrypt\s*(\d+\s+\d+\s+R|<<)", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Encryption();

    [GeneratedRegex(@"/Subtype\s*/([A-Za-z]+)", RegexOptions.CultureInvariant)]
    private static partial Regex Annotation();

    [GeneratedRegex(@"/Author\s*(\((?:[^()\\]|\\.){0,400}\)|<[0-9A-Fa-f\s]{0,800}>)", RegexOptions.CultureInvariant | RegexOptions.Singleline)]
    private static partial Regex Author();

    [GeneratedRegex(@"<dc:creator>\s*<rdf:Seq>\s*<rdf:li[^>]{0,80}>([^<]{1,200})</rdf:li>", RegexOptions.CultureInvariant)]
    private static partial Regex Creator();

    [GeneratedRegex(@"\\([0-7]{3}|.)", RegexOptions.CultureInvariant | RegexOptions.Singleline)]
    private static partial Regex Escape();
}
