using System.Globalization;

namespace Anfragen.Typesetting.Text;

/// <summary>Finds the places where lines of a text may end. For one thread: a list it returns holds until the next is asked for.</summary>
internal sealed class BreakFinder(Hyphenator? hyphenator)
{
    private const int ShortestHyphenated = 7;
    private const int ShortestPart = 2;
    private const double DivisionCost = 0.03;
    private const double SuggestedDivisionCost = 0.02;
    private const double SlashCost = 0.02;
    private const double ExplicitHyphenCost = 0.004;
    private const double NoBreakSpaceCost = 0.3;
    private const double EmergencyCost = 1;

    private readonly List<BreakOpportunity> found = [];

    /// <summary>
    /// Opportunities between two positions, the end included, so dense that no unbreakable stretch is wider than the line:
    /// what is too long is broken between characters rather than set beyond the margin.
    /// </summary>
    public List<BreakOpportunity> Find(StyledText text, int start, int end, double width)
    {
        found.Clear();
        for (int word = start; word < end;)
        {
            int wordEnd = text.Text.IndexOf(' ', word, end - word);
            wordEnd = wordEnd < 0 ? end : wordEnd;
            AddWithinWord(text.Text, word, wordEnd);
            if (wordEnd < end)
            {
                found.Add(new BreakOpportunity(wordEnd, wordEnd + 1, BreakKind.Space));
            }

            word = wordEnd + 1;
        }

        found.Add(new BreakOpportunity(end, end, BreakKind.End));
        return IsTooWideSomewhere(text, start, width) ? WithEmergencyBreaks(text, start, width) : found;
    }

    private void AddWithinWord(string text, int start, int end)
    {
        ReadOnlySpan<char> word = text.AsSpan(start, end - start);
        bool divide = hyphenator is not null && !LooksLikeAddress(word) && !word.Contains(SpecialCharacters.SoftHyphen);
        for (int i = start; i < end; i++)
        {
            if (char.IsLetter(text[i]))
            {
                int lettersEnd = LettersEnd(text, i, end);
                if (divide)
                {
                    AddDivisions(text.AsSpan(i, lettersEnd - i), i);
                }

                i = lettersEnd - 1;
            }
            else if (text[i] == SpecialCharacters.SoftHyphen)
            {
                found.Add(new BreakOpportunity(i, i + 1, BreakKind.Hyphen, SuggestedDivisionCost));
            }
            else if (MayBreakAfter(text, start, i, end))
            {
                found.Add(new BreakOpportunity(i + 1, i + 1, BreakKind.Plain, text[i] == '/' ? SlashCost : ExplicitHyphenCost));
            }
        }
    }

    private void AddDivisions(ReadOnlySpan<char> letters, int start)
    {
        if (letters.Length < ShortestHyphenated || IsAcronym(letters))
        {
            return;
        }

        foreach (int point in hyphenator!.BreakPoints(letters))
        {
            found.Add(new BreakOpportunity(start + point, start + point, BreakKind.Hyphen, DivisionCost));
        }
    }

    /// <summary>After a hyphen, dash or slash between longer parts: not in "E-Mail", not after "Vor-" with nothing behind it.</summary>
    private static bool MayBreakAfter(string text, int start, int position, int end) =>
        text[position] is '-' or '–' or '/'
        && position - start >= ShortestPart
        && end - position > ShortestPart
        && char.IsLetterOrDigit(text[position - 1])
        && char.IsLetterOrDigit(text[position - 2])
        && char.IsLetter(text[position + 1])
        && char.IsLetterOrDigit(text[position + 2]);

    private static bool LooksLikeAddress(ReadOnlySpan<char> word) => word.Contains('@') || word.Contains("//", StringComparison.Ordinal) || word.Contains("www.", StringComparison.OrdinalIgnoreCase);

    private static bool IsAcronym(ReadOnlySpan<char> letters)
    {
        foreach (char letter in letters)
        {
            if (!char.IsUpper(letter))
            {
                return false;
            }
        }

        return true;
    }

    private static int LettersEnd(string text, int start, int end)
    {
        int position = start;
        while (position < end && char.IsLetter(text[position]))
        {
            position++;
        }

        return position;
    }

    private bool IsTooWideSomewhere(StyledText text, int start, double width)
    {
        int from = start;
        foreach (BreakOpportunity opportunity in found)
        {
            if (IsTooWide(text, from, opportunity, width))
            {
                return true;
            }

            from = opportunity.Next;
        }

        return false;
    }

    private static bool IsTooWide(StyledText text, int from, BreakOpportunity to, double width) =>
        text.Width(from, to.End) + (to.Kind == BreakKind.Hyphen ? text.HyphenWidth(to.End) : 0) > width;

    private List<BreakOpportunity> WithEmergencyBreaks(StyledText text, int start, double width)
    {
        var all = new List<BreakOpportunity>(found.Count);
        int from = start;
        foreach (BreakOpportunity opportunity in found)
        {
            if (IsTooWide(text, from, opportunity, width))
            {
                AddEmergencyBreaks(all, text, from, opportunity.End, width);
            }

            all.Add(opportunity);
            from = opportunity.Next;
        }

        return all;
    }

    private static void AddEmergencyBreaks(List<BreakOpportunity> all, StyledText text, int start, int end, double width)
    {
        int pieceStart = start;
        for (int i = start + 1; i < end; i++)
        {
            if (SpecialCharacters.IsNoBreakSpace(text.Text[i]) && i + 1 < end)
            {
                all.Add(new BreakOpportunity(i, i + 1, BreakKind.Space, NoBreakSpaceCost));
                pieceStart = ++i;
            }
            else if (!char.IsLowSurrogate(text.Text[i]) && !text.IsJoinedWithNext(i - 1) && (!IsCombining(text.Text[i]) || text.Width(pieceStart, i + 1) > width))
            {
                all.Add(new BreakOpportunity(i, i, BreakKind.Plain, EmergencyCost));
                pieceStart = i;
            }
        }
    }

    private static bool IsCombining(char character) =>
        CharUnicodeInfo.GetUnicodeCategory(character) is UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark;
}
