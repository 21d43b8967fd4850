using System.Globalization;
using System.Text;
using Anfragen.Typesetting.Fonts;

namespace Anfragen.Typesetting.Text;

/// <summary>
/// Makes sure that everything set has a glyph: what no face holds becomes "?", and the author is told once per character.
/// Lives as long as one document.
/// </summary>
internal sealed class CharacterSupply(Typeface typeface)
{
    private static readonly Rune Substitute = new('?');

    private readonly List<string> warnings = [];
    private readonly HashSet<Rune> reported = [];
    private bool rightToLeftReported;

    public IReadOnlyList<string> Warnings => warnings;

    /// <summary>The character and the style in which it can be set: the one asked for, else the regular face, a fallback, else "?".</summary>
    public (Rune Rune, FontStyle Style) Provide(Rune rune, FontStyle style)
    {
        // What private use characters mean nobody can say, so PDF/A does not take them as text even where a face draws them.
        bool meaningful = Rune.GetUnicodeCategory(rune) != UnicodeCategory.PrivateUse && !RightToLeft.Contains(rune);
        if (meaningful && typeface.StyleFor(rune, style) is { } available)
        {
            return (rune, available);
        }

        if (RightToLeft.Contains(rune))
        {
            ReportRightToLeft();
        }
        else if (reported.Add(rune))
        {
            warnings.Add($"Das Zeichen „{rune}“ (U+{rune.Value:X4}) fehlt in der Schrift und wurde durch „?“ ersetzt.");
        }

        return (Substitute, style);
    }

    /// <summary>Set from left to right it would read backwards, so it is not set at all; one sentence says so for all its letters.</summary>
    private void ReportRightToLeft()
    {
        if (!rightToLeftReported)
        {
            rightToLeftReported = true;
            warnings.Add("Schrift, die von rechts nach links läuft (zum Beispiel Hebräisch oder Arabisch), kann nicht gesetzt werden; ihre Zeichen wurden durch „?“ ersetzt.");
        }
    }
}
