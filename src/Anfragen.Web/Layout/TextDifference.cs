using System.Text.RegularExpressions;
using DiffPlex;
using DiffPlex.Model;

namespace Anfragen.Web.Layout;

/// <summary>Whether a piece of a comparison stands in both texts or in one.</summary>
public enum DifferenceKind
{
    Same,
    Deleted,
    Inserted,
}

/// <summary>A piece of a comparison; all pieces together hold both texts.</summary>
public sealed record DifferencePart(DifferenceKind Kind, string Text);

/// <summary>Compares two texts, lines first and words within the lines that differ, so that a reader sees phrases and not letters.</summary>
public static partial class TextDifference
{
    /// <summary>Pieces beyond which a changed passage is shown as a whole: comparing its words would cost more than it tells.</summary>
    private const int MostWords = 4_000;

    public static IReadOnlyList<DifferencePart> Of(string before, string after) =>
        Joined(Compare(before.ReplaceLineEndings("\n"), after.ReplaceLineEndings("\n"), Lines, WordsOf));

    private static IEnumerable<DifferencePart> WordsOf(string deleted, string inserted) =>
        Words(deleted).Length + Words(inserted).Length > MostWords
            ? Whole(deleted, inserted)
            : Compare(deleted, inserted, Words, Whole);

    private static IEnumerable<DifferencePart> Whole(string deleted, string inserted) =>
        [new(DifferenceKind.Deleted, deleted), new(DifferenceKind.Inserted, inserted)];

    private static IEnumerable<DifferencePart> Compare(
        string before, string after, Func<string, string[]> pieces, Func<string, string, IEnumerable<DifferencePart>> changed)
    {
        var result = new Differ().CreateCustomDiffs(before, after, ignoreWhiteSpace: false, pieces);
        var reached = 0;
        foreach (var block in Phrases(result))
        {
            yield return new(DifferenceKind.Same, string.Concat(result.PiecesOld[reached..block.DeleteStartA]));
            reached = block.DeleteStartA + block.DeleteCountA;
            var deleted = string.Concat(result.PiecesOld[block.DeleteStartA..reached]);
            var inserted = string.Concat(result.PiecesNew[block.InsertStartB..(block.InsertStartB + block.InsertCountB)]);
            foreach (var part in deleted.Length > 0 && inserted.Length > 0 ? changed(deleted, inserted) : Whole(deleted, inserted)) yield return part;
        }

        yield return new(DifferenceKind.Same, string.Concat(result.PiecesOld[reached..]));
    }

    /// <summary>Changes that only blanks or punctuation keep apart are one.</summary>
    private static List<DiffBlock> Phrases(DiffResult result)
    {
        var phrases = new List<DiffBlock>();
        foreach (var block in result.DiffBlocks)
        {
            if (phrases.Count > 0 && phrases[^1] is var last
                && !result.PiecesOld[(last.DeleteStartA + last.DeleteCountA)..block.DeleteStartA].Any(piece => piece.Any(char.IsLetterOrDigit) || piece.Contains('\n')))
            {
                phrases[^1] = new DiffBlock(
                    last.DeleteStartA, block.DeleteStartA + block.DeleteCountA - last.DeleteStartA,
                    last.InsertStartB, block.InsertStartB + block.InsertCountB - last.InsertStartB);
            }
            else
            {
                phrases.Add(block);
            }
        }

        return phrases;
    }

    private static IReadOnlyList<DifferencePart> Joined(IEnumerable<DifferencePart> parts)
    {
        var joined = new List<DifferencePart>();
        foreach (var part in parts.Where(part => part.Text.Length > 0))
        {
            if (joined.Count > 0 && joined[^1].Kind == part.Kind) joined[^1] = joined[^1] with { Text = joined[^1].Text + part.Text };
            else joined.Add(part);
        }

        return joined;
    }

    private static string[] Lines(string text) => [.. Line().Matches(text).Select(match => match.Value)];

    private static string[] Words(string text) => [.. Word().Matches(text).Select(match => match.Value)];

    [GeneratedRegex(@"[^\n]*\n|[^\n]+")]
    private static partial Regex Line();

    [GeneratedRegex(@"[\p{L}\p{N}]+|\n|[^\S\n]+|[^\p{L}\p{N}\s]")]
    private static partial Regex Word();
}
