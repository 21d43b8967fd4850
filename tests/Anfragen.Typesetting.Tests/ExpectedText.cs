using System.Text;
using System.Text.RegularExpressions;

namespace Anfragen.Typesetting.Tests;

/// <summary>What must be read back from a document: tag and text of everything that holds text, in reading order.</summary>
internal sealed partial class ExpectedText
{
    private readonly List<(string Tag, string Text)> leaves = [];
    private readonly Dictionary<NoteRun, int> numbers = new(ReferenceEqualityComparer.Instance);
    private readonly Queue<NoteRun> pending = [];
    private int level;

    public static IReadOnlyList<(string Tag, string Text)> Of(Document document)
    {
        var expected = new ExpectedText();
        expected.leaves.AddRange([("P", document.Letterhead.Sender), ("P", document.Letterhead.Office)]);
        expected.Collect(document.Blocks, 0, isTop: true);
        expected.CollectNotes();
        return expected.leaves;
    }

    private void Collect(IReadOnlyList<Block> blocks, int depth, bool isTop)
    {
        foreach (Block block in blocks)
        {
            if (isTop && block is Heading { Level: <= 2 } or Figure or SignatureBlock)
            {
                CollectNotes();
            }

            Collect(block, depth);
        }
    }

    private void Collect(Block block, int depth)
    {
        switch (block)
        {
            case Heading heading:
                string text = Seen(heading.Label is null ? heading.Runs : [new TextRun(heading.Label + " "), .. heading.Runs]);
                if (text.Length > 0)
                {
                    level = Math.Clamp(heading.Level, 1, Math.Min(6, level + 1));
                    leaves.Add(("H" + level, text));
                }

                break;
            case Paragraph paragraph when Seen(paragraph.Runs) is { Length: > 0 } seen:
                leaves.Add(("P", seen));
                break;
            case ListBlock list:
                for (int i = 0; i < list.Items.Count; i++)
                {
                    leaves.Add(("Lbl", list.FirstNumber is { } first ? $"{first + i}." : depth % 2 == 0 ? "•" : "–"));
                    Collect(list.Items[i].Blocks, depth + 1, isTop: false);
                }

                break;
            case Quotation quotation:
                Collect(quotation.Blocks, depth, isTop: false);
                break;
            case Table table:
                leaves.AddRange(table.Columns.Select(column => ("TH", Seen(column.Header))));
                leaves.AddRange(table.Rows.SelectMany(row => row.Cells).Select(cell => ("TD", Seen(cell))));
                break;
            case Figure figure:
                Collect(figure.Beside, depth, isTop: false);
                break;
            case SignatureBlock signature:
                leaves.AddRange([("P", signature.PlaceAndDate), ("P", signature.ConformedSignature), ("P", signature.Name), ("P", signature.Office)]);
                break;
        }
    }

    private void CollectNotes()
    {
        while (pending.TryDequeue(out NoteRun? note))
        {
            leaves.Add(("Lbl", Raised(note)));
            if (Seen(note.Content) is { Length: > 0 } seen)
            {
                leaves.Add(("P", seen));
            }
        }
    }

    private string Seen(IReadOnlyList<Run> runs)
    {
        string text = "";
        foreach (Run run in runs)
        {
            text = run switch
            {
                TextRun plain => text + Visible(plain.Text),
                LinkRun link => text + Visible(link.Text),
                NoteRun note => text.TrimEnd(' ') + Raised(note) + (text.EndsWith(' ') ? " " : ""),
                _ => text + "\n",
            };
        }

        return WhiteSpace().Replace(text, " ").Trim();
    }

    private string Raised(NoteRun note)
    {
        if (!numbers.TryGetValue(note, out int number))
        {
            number = numbers[note] = numbers.Count + 1;
            pending.Enqueue(note);
        }

        return string.Concat(number.ToString().Select(digit => "⁰¹²³⁴⁵⁶⁷⁸⁹"[digit - '0']));
    }

    private static string Visible(string text)
    {
        string visible = text.Normalize(NormalizationForm.FormC).Replace("\u00AD", "").Replace("\u200B", "").Replace("\u200D", "");
        return Missing().Replace(visible, "?");
    }

    [GeneratedRegex(@"\s+")]
    private static partial Regex WhiteSpace();

    /// <summary>Scripts from right to left, and Chinese.</summary>
    [GeneratedRegex(@"[\u0590-\u06FF]|[\u4E00-\u9FFF]")]
    private static partial Regex Missing();
}
