using Anfragen.Typesetting.Text;

namespace Anfragen.Typesetting.Layout;

/// <summary>Shares the width of a table among its columns by what they hold.</summary>
internal static class ColumnWidths
{
    /// <summary>A cell of running text shall not starve the columns beside it.</summary>
    private const double WidestWish = 260;

    /// <summary>
    /// If all columns can have their longest line, the rest is shared out in proportion; else every column gets its longest word and a part of
    /// what is left; if not even words fit, all shrink alike and words break.
    /// </summary>
    public static double[] Distribute(IReadOnlyList<IReadOnlyList<StyledText>> rows, double available, double padding)
    {
        int columns = rows[0].Count;
        var longestWords = new double[columns];
        var longestLines = new double[columns];
        foreach (IReadOnlyList<StyledText> row in rows)
        {
            for (int column = 0; column < columns; column++)
            {
                (double word, double line) = Measure(row[column]);
                longestWords[column] = Math.Max(longestWords[column], word + 2 * padding);
                longestLines[column] = Math.Max(longestLines[column], Math.Min(WidestWish, line) + 2 * padding);
            }
        }

        double words = longestWords.Sum(), lines = longestLines.Zip(longestWords, Math.Max).Sum();
        if (lines <= available)
        {
            return [.. longestLines.Zip(longestWords, Math.Max).Select(width => width * available / lines)];
        }

        if (words >= available)
        {
            return ShrinkWidest(longestWords, available);
        }

        double share = (available - words) / (lines - words);
        return [.. longestLines.Zip(longestWords, (line, word) => word + (Math.Max(line, word) - word) * share)];
    }

    /// <summary>Cuts the widest columns down to a common width, so that narrow ones keep their words whole as long as possible.</summary>
    private static double[] ShrinkWidest(double[] wishes, double available)
    {
        double rest = available, limit = 0;
        int open = wishes.Length;
        foreach (double wish in wishes.Order())
        {
            limit = rest / open;
            if (wish > limit)
            {
                break;
            }

            rest -= wish;
            open--;
        }

        return [.. wishes.Select(wish => Math.Min(wish, limit))];
    }

    private static (double Word, double Line) Measure(StyledText text)
    {
        double longestWord = 0, longestLine = 0;
        int wordStart = 0, lineStart = 0;
        for (int i = 0; i <= text.Text.Length; i++)
        {
            bool lineEnds = i == text.Text.Length || text.Text[i] == SpecialCharacters.LineBreak;
            if (lineEnds || text.Text[i] == ' ')
            {
                longestWord = Math.Max(longestWord, text.Width(wordStart, i));
                wordStart = i + 1;
            }

            if (lineEnds)
            {
                longestLine = Math.Max(longestLine, text.Width(lineStart, i));
                lineStart = i + 1;
            }
        }

        return (longestWord, longestLine);
    }
}
