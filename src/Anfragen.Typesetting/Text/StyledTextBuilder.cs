using System.Runtime.InteropServices;
using System.Text;
using Anfragen.Typesetting.Fonts;

namespace Anfragen.Typesetting.Text;

/// <summary>Joins the runs of a block to one text: normalised, spaces collapsed, no-break spaces set, every character with a glyph.</summary>
internal sealed class StyledTextBuilder(Typeface typeface, Hyphenator? hyphenator, CharacterSupply supply)
{
    private readonly NoteList notes = new();

    /// <summary>Notes met so far.</summary>
    public NoteList Notes => notes;

    public StyledText Build(IReadOnlyList<Run> runs, double size, FontStyle added = FontStyle.Regular)
    {
        var assembly = new Assembly(supply);
        foreach (Run run in runs)
        {
            switch (run)
            {
                case TextRun text:
                    assembly.Append(text.Text, added | Style(text.Bold, text.Italic), null);
                    break;
                case LinkRun link:
                    assembly.Append(link.Text, added | Style(link.Bold, link.Italic), link);
                    break;
                case NoteRun note:
                    assembly.AppendNumber(notes.Add(note), added, note);
                    break;
                case LineBreakRun:
                    assembly.AppendLineBreak();
                    break;
                default:
                    throw new NotSupportedException($"Runs of type {run.GetType().Name} cannot be typeset.");
            }
        }

        return assembly.Finish(typeface, hyphenator, size);
    }

    public StyledText Build(string text, double size, FontStyle style = FontStyle.Regular) => Build([new TextRun(text)], size, style);

    private static FontStyle Style(bool bold, bool italic) =>
        (bold ? FontStyle.Bold : FontStyle.Regular) | (italic ? FontStyle.Italic : FontStyle.Regular);

    private sealed class Assembly(CharacterSupply supply)
    {
        private readonly List<char> text = [];
        private readonly List<TextSpan> spans = [];
        private (FontStyle Style, Run? Anchor)? pendingSpace;

        public void Append(string source, FontStyle style, Run? anchor)
        {
            foreach (Rune rune in Normalized(source).EnumerateRunes())
            {
                if (SpecialCharacters.IsBreakableSpace(rune))
                {
                    pendingSpace ??= (style, anchor);
                }
                else if (!SpecialCharacters.IsInvisible(rune) && !(rune.Value == SpecialCharacters.SoftHyphen && EndsInFallback))
                {
                    AppendPendingSpace();
                    (Rune provided, FontStyle providedStyle) = supply.Provide(rune, style);
                    Append(provided, providedStyle, anchor);
                }
            }
        }

        /// <summary>Follows the text before it at once: no space, no line break between them.</summary>
        public void AppendNumber(int number, FontStyle style, NoteRun note)
        {
            bool space = pendingSpace is not null;
            pendingSpace = null;
            Append(NoteList.Raised(number), style, note);
            pendingSpace = space ? (style, null) : null;
        }

        /// <summary>Breaks at the very start have nothing to break and are left out.</summary>
        public void AppendLineBreak()
        {
            pendingSpace = null;
            if (text.Count > 0)
            {
                text.Add(SpecialCharacters.LineBreak);
            }
        }

        public StyledText Finish(Typeface typeface, Hyphenator? hyphenator, double size)
        {
            while (text.Count > 0 && text[^1] == SpecialCharacters.LineBreak)
            {
                text.RemoveAt(text.Count - 1);
            }

            spans.RemoveAll(span => span.Start >= text.Count);
            Span<char> characters = CollectionsMarshal.AsSpan(text);
            NoBreakSpaces.Apply(characters);
            return new StyledText(characters.ToString(), spans, typeface, size, hyphenator);
        }

        /// <summary>Words are not divided after what is no letter of theirs; the fallbacks may hold no hyphen.</summary>
        private bool EndsInFallback => spans.Count > 0 && spans[^1].Style >= FontStyle.FirstFallback;

        private void AppendPendingSpace()
        {
            if (pendingSpace is { } space && text.Count > 0 && text[^1] != SpecialCharacters.LineBreak)
            {
                Append(new Rune(' '), space.Style, space.Anchor);
            }

            pendingSpace = null;
        }

        private void Append(Rune rune, FontStyle style, Run? anchor)
        {
            if (spans.Count == 0 || spans[^1].Style != style || !ReferenceEquals(spans[^1].Anchor, anchor))
            {
                spans.Add(new TextSpan(text.Count, style, anchor));
            }

            Span<char> units = stackalloc char[2];
            text.AddRange(units[..rune.EncodeToUtf16(units)]);
        }

        /// <summary>Lone surrogates would make Normalize throw; enumerating runes has turned them into U+FFFD.</summary>
        private static string Normalized(string source)
        {
            string valid = source.AsSpan().ContainsAnyInRange('\uD800', '\uDFFF') ? string.Concat(source.EnumerateRunes()) : source;
            return valid.IsNormalized() ? valid : valid.Normalize();
        }
    }
}
