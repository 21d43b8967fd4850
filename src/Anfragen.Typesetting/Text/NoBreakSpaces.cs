using System.Collections.Frozen;
using System.Globalization;

namespace Anfragen.Typesetting.Text;

/// <summary>
/// Replaces spaces at which German text must not break: "z. B.", "Nr. 12", "26. September", "§ 33", "Amt 33", "12 Plätze", "3 Mio. Euro".
/// </summary>
internal static class NoBreakSpaces
{
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> BeforeNumber = Lookup(
        "§", "§§", "Nr.", "Nrn.", "Art.", "Artikel", "Abs.", "Absatz", "Satz", "Ziff.", "Ziffer", "Kap.", "Kapitel", "Amt", "Seite", "S.",
        "Punkt", "Anlage", "Bd.", "ca.", "rd.", "Tel.", "TOP", "Drs.");

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> BeforeName = Lookup("Dr.", "Prof.", "Dipl.-Ing.", "St.");

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> AfterNumber = Lookup(
        "Euro", "€", "EUR", "Prozent", "%", "‰", "Mio.", "Mrd.", "Tsd.", "km", "m", "cm", "mm", "km²", "m²", "m³", "ha", "kg", "t", "kWh",
        "MWh", "GWh", "kW", "MW", "Uhr", "°C");

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Magnitudes = Lookup("Mio.", "Mrd.", "Tsd.", "Millionen", "Milliarden");

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Currencies = Lookup("Euro", "€", "EUR");

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Months = Lookup(
        "Januar", "Jan.", "Februar", "Feb.", "März", "April", "Apr.", "Mai", "Juni", "Juli", "August", "Aug.", "September", "Sept.", "Oktober",
        "Okt.", "November", "Nov.", "Dezember", "Dez.");

    /// <summary>Changes single characters only, so positions stay.</summary>
    public static void Apply(Span<char> text)
    {
        for (int i = 0; i < text.Length; i++)
        {
            if (text[i] == ' ' && BelongTogether(WordBefore(text, i), WordAfter(text, i)))
            {
                text[i] = SpecialCharacters.NoBreakSpace;
            }
        }
    }

    private static bool BelongTogether(ReadOnlySpan<char> left, ReadOnlySpan<char> right)
    {
        if (left.IsEmpty || right.IsEmpty)
        {
            return false;
        }

        ReadOnlySpan<char> bareRight = right.TrimEnd(",;:!?)]“‘\"");
        ReadOnlySpan<char> rightWord = bareRight.TrimEnd('.');
        return right is "–" or "—"
            || (char.IsDigit(right[0]) && BeforeNumber.Contains(left))
            || (char.IsUpper(right[0]) && BeforeName.Contains(left))
            || (char.IsDigit(left[^1]) && (AfterNumber.Contains(bareRight) || AfterNumber.Contains(rightWord)))
            || (Magnitudes.Contains(left) && (Currencies.Contains(bareRight) || Currencies.Contains(rightWord)))
            || (IsSmallNumber(left) && char.IsUpper(right[0]))
            || (IsOrdinal(left) && (Months.Contains(bareRight) || Months.Contains(rightWord)))
            || (IsInitial(left) && StartsAbbreviation(right));
    }

    /// <summary>Up to three digits count what follows ("12 Plätze"); four are mostly a year.</summary>
    private static bool IsSmallNumber(ReadOnlySpan<char> word) => word.Length <= 3 && !word.ContainsAnyExceptInRange('0', '9');

    private static bool IsOrdinal(ReadOnlySpan<char> word) => word.Length >= 2 && word[^1] == '.' && char.IsDigit(word[^2]);

    /// <summary>"z." of "z. B.": one letter and a dot.</summary>
    private static bool IsInitial(ReadOnlySpan<char> word) => word.Length == 2 && char.IsLetter(word[0]) && word[1] == '.';

    /// <summary>The next letter of "z. B.", "i. d. R." or "u. Ä.", or the name after an initial ("K. Müller").</summary>
    private static bool StartsAbbreviation(ReadOnlySpan<char> word) =>
        char.IsLetter(word[0]) && ((word.Length >= 2 && word[1] == '.') || word is "R." || CharUnicodeInfo.GetUnicodeCategory(word[0]) == UnicodeCategory.UppercaseLetter);

    private static ReadOnlySpan<char> WordBefore(ReadOnlySpan<char> text, int space)
    {
        int start = space;
        while (start > 0 && !IsBoundary(text[start - 1]))
        {
            start--;
        }

        return text[start..space].TrimStart("([„‚\"»›");
    }

    private static ReadOnlySpan<char> WordAfter(ReadOnlySpan<char> text, int space)
    {
        int end = space + 1;
        while (end < text.Length && !IsBoundary(text[end]))
        {
            end++;
        }

        return text[(space + 1)..end];
    }

    private static bool IsBoundary(char character) =>
        character is ' ' or SpecialCharacters.LineBreak || SpecialCharacters.IsNoBreakSpace(character);

    private static FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Lookup(params string[] words) =>
        words.ToFrozenSet(StringComparer.Ordinal).GetAlternateLookup<ReadOnlySpan<char>>();
}
