using System.Text;
using System.Text.RegularExpressions;

namespace Anfragen.Infrastructure.Replies;

/// <summary>
/// Writes a plain text, as old papers hold it, so that <see cref="MarkdownDialect"/> shows it as it stands. Only what would be taken for
/// a mark is escaped, because people go on to read and correct the text; bullets become a list.
/// </summary>
internal static partial class PlainTextToMarkdown
{
    public static string Convert(string text) => string.Join(
        "\n\n", Paragraphs().Split(text.ReplaceLineEndings("\n").Trim()).Select(Paragraph).Where(paragraph => paragraph.Length > 0));

    private static string Paragraph(string paragraph)
    {
        var written = new StringBuilder();
        string[] lines = [.. paragraph.Split('\n').Select(line => line.Trim()).Where(line => line.Length > 0)];
        for (var index = 0; index < lines.Length; index++)
        {
            var item = Bullet().Match(lines[index]);
            var isItem = item.Success;
            var isNextItem = index + 1 < lines.Length && Bullet().IsMatch(lines[index + 1]);
            if (isItem && index > 0 && !Bullet().IsMatch(lines[index - 1]) && !IsWithinItem(lines, index)) written.Append('\n');
            written.Append(isItem ? "- " + Escaped(lines[index][item.Length..]) : Escaped(lines[index]));
            if (index + 1 == lines.Length) break;
            // A line of its own stays one; before a bullet the list's own break does it.
            written.Append(isNextItem ? "\n" : "\\\n");
            if (IsWithinItem(lines, index + 1)) written.Append("  ");
        }

        return written.ToString();
    }

    // A line after a bullet that is none itself goes on with the item.
    private static bool IsWithinItem(string[] lines, int index) =>
        !Bullet().IsMatch(lines[index]) && lines.Take(index).Any(line => Bullet().IsMatch(line));

    private static string Escaped(string line) => Block().Replace(EscapedMarks(line), @"\$0");

    /// <summary>The text without what would be a mark within a line.</summary>
    internal static string EscapedMarks(string line)
    {
        line = Backslash().Replace(line, @"\\");
        line = Emphasis().Replace(line, @"\$0");
        line = line.Replace("`", @"\`", StringComparison.Ordinal).Replace("](", @"]\(", StringComparison.Ordinal);
        return AngleBracket().Replace(line, @"\<");
    }

    [GeneratedRegex(@"\n[ \t]*\n\s*")]
    private static partial Regex Paragraphs();

    // Bullets of letters and of the symbol fonts of word processors.
    [GeneratedRegex(@"^[•▪◦‣●○■□▫·\uF0B7\uF0A7\uF0D8\uF02D\uF0FC\uF0E0]\s*|^[-–*+]\s+")]
    private static partial Regex Bullet();

    [GeneratedRegex(@"\\(?=[!-/:-@\[-`{-~]|$)")]
    private static partial Regex Backslash();

    // Within a word neither is a mark, and an address must stay one.
    [GeneratedRegex(@"(?<![\p{L}\p{N}])[*_]|[*_](?![\p{L}\p{N}])")]
    private static partial Regex Emphasis();

    [GeneratedRegex(@"<(?=[A-Za-z/!?])")]
    private static partial Regex AngleBracket();

    // A heading, a quotation, a fence, the line under a table's head.
    [GeneratedRegex(@"^(?:#{1,6}(?=\s|$)|>|~~~|(?=[-=|: ]*$)[-=|:])")]
    private static partial Regex Block();
}
