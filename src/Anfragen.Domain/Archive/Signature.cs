using Anfragen.Domain.Inquiries;

namespace Anfragen.Domain.Archive;

/// <summary>Finds and reads the signature at the end of a paper.</summary>
internal static class Signature
{
    private const int MostLines = 30;
    private const int LongestLine = 100;
    private const int LongestPlace = 45;

    /// <summary>Offset of the greeting, place and date or name that begins the signature; the text's end without one.</summary>
    /// <param name="paper">The paper.</param>
    /// <param name="from">Where the letterhead ends.</param>
    public static int StartIn(PaperText paper, int from)
    {
        var start = -1;
        var lastName = -1;
        var seen = 0;
        for (var i = paper.Lines.Count - 1; i >= 0 && seen < MostLines && paper.Lines[i].From >= from; i--)
        {
            var words = paper.Words(i);
            if (words.IsEmpty)
            {
                continue;
            }

            if (words.Length > LongestLine)
            {
                break;
            }

            seen++;
            if (LetterPhrases.IsSignatureStart(words))
            {
                start = i;
            }

            if (seen <= 4 && (i == 0 || paper.Lines[i - 1].IsBlank) && LetterPhrases.IsName(words) && FollowsSentence(paper, i, from))
            {
                lastName = i;
            }
        }

        var first = lastName >= 0 && (start < 0 || lastName < start) ? lastName : start;
        return first >= 0 ? paper.Lines[first].From : paper.Text.Length;
    }

    public static ArchivedSignature? Read(PaperText paper, int from)
    {
        string? place = null, office = null;
        GermanDate.Found? day = null;
        var names = new List<string>();
        for (var i = paper.LineAt(from); i < paper.Lines.Count && paper.Lines.Count > 0; i++)
        {
            if (paper.Lines[i].IsBlank || paper.Lines[i].From < from)
            {
                continue;
            }

            var words = paper.Words(i).ToString();
            if (words.StartsWith("Verteiler", StringComparison.OrdinalIgnoreCase) || words.StartsWith("Anlage", StringComparison.OrdinalIgnoreCase))
            {
                break;
            }

            if (day is null && GermanDate.Find(words) is { } date && date.Start <= LongestPlace)
            {
                // A day alone below the names is an office's stamp.
                var comma = words.IndexOf(',', StringComparison.Ordinal);
                place = comma > 0 && comma < date.Start ? words[..comma].Trim() : null;
                day = place is not null || names.Count == 0 ? date : null;
                continue;
            }

            var conformed = WithoutConformed(words);
            if (conformed.Length < words.Length && conformed.Length > 2 && !conformed.Contains(' ', StringComparison.Ordinal) && char.IsUpper(conformed[0]))
            {
                names.Add(conformed);
                continue;
            }

            words = conformed;
            if (Phrases.IsRationaleTitle(words))
            {
                continue;
            }

            foreach (var part in words.Split([", ", " und "], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
            {
                if (LetterPhrases.IsOffice(part) && !(names.Count == 0 && LetterPhrases.IsName(part)))
                {
                    office ??= names.Count > 0 ? part : null;
                }
                else if (LetterPhrases.IsName(part) && !Phrases.IsClosing(part) && !LetterPhrases.IsSignatureStart(part))
                {
                    names.Add(part);
                }
            }
        }

        return place is null && day is null && names.Count == 0 ? null : new ArchivedSignature(place, day?.Day, day?.AsWritten, names, office);
    }

    private static string WithoutConformed(string words)
    {
        foreach (var sign in (string[])["gez.", "gez", "Gez.", "i. V.", "i.V.", "i. A.", "i.A."])
        {
            if (words.StartsWith(sign, StringComparison.OrdinalIgnoreCase))
            {
                return words[sign.Length..].Trim(' ', ':', '\t');
            }
        }

        return words;
    }

    private static bool FollowsSentence(PaperText paper, int line, int from)
    {
        var before = line - 1;
        while (before >= 0 && paper.Lines[before].IsBlank)
        {
            before--;
        }

        return before >= 0 && paper.Lines[before].From >= from && Phrases.EndsSentence(paper.Words(before));
    }
}
