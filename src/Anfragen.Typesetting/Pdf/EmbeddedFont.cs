using Anfragen.Typesetting.Fonts;
using Anfragen.Typesetting.Text;

namespace Anfragen.Typesetting.Pdf;

/// <summary>
/// One face as a document uses it. Codes are slots of the subset, one for every character: a soft hyphen and a hyphen share an outline,
/// and still every code says truly which character it stands for; that of a ligature names two.
/// </summary>
internal sealed class EmbeddedFont(TrueTypeFont font)
{
    private const int Symbolic = 4;
    private const int Italic = 64;
    private const int LargestMapBlock = 100;

    // Most text is of these; looking them up in a dictionary would take a tenth of a letter's time.
    private const int FrequentCodePoints = 0x180;

    private readonly int[] frequentCodes = new int[FrequentCodePoints];
    private readonly Dictionary<(int CodePoint, int Second), int> otherCodes = [];
    private readonly List<(int CodePoint, int Second, ushort Glyph)> slots = [(0, 0, 0)];

    /// <summary>Appends the text as an array for the operator TJ, kerning included.</summary>
    public void Show(PdfBuffer content, string text)
    {
        content.Append("[<"u8);
        foreach (PlacedGlyph placed in GlyphRun.Of(font, text))
        {
            if (placed.Kerning != 0)
            {
                content.Append(">"u8).Append(-placed.Kerning * 1000.0 / font.UnitsPerEm).Append("<"u8);
            }

            content.Hex(Code(placed));
        }

        content.Append(">]TJ\n"u8);
    }

    public void Write(PdfFile file, int id)
    {
        string name = SubsetTag() + "+" + font.PostScriptName;
        int descendant = file.Reserve(), descriptor = file.Reserve(), program = file.Reserve(), toUnicode = file.Reserve();
        file.Begin(id).Append("<</Type/Font/Subtype/Type0/Encoding/Identity-H/BaseFont/"u8).Append(name)
            .Append("/DescendantFonts["u8).Reference(descendant).Append("]/ToUnicode "u8).Reference(toUnicode).Append(">>"u8);
        file.End();
        WriteDescendant(file, descendant, descriptor, name);
        WriteDescriptor(file, descriptor, program, name);
        byte[] subset = FontSubset.Create(font, slots.Select(slot => slot.Glyph));
        file.WriteStream(program, "/Length1 " + subset.Length, subset);
        file.WriteStream(toUnicode, "", ToUnicode().Written);
    }

    /// <summary>Spaces at which no line may end are extracted as plain ones.</summary>
    private int Code(PlacedGlyph placed)
    {
        if (SpecialCharacters.IsNoBreakSpace(placed.CodePoint))
        {
            placed = new PlacedGlyph(font.Glyph(' '), ' ', 0, 0);
        }

        bool frequent = placed is { CodePoint: < FrequentCodePoints, Second: 0 };
        int code = frequent ? frequentCodes[placed.CodePoint] : otherCodes.GetValueOrDefault((placed.CodePoint, placed.Second));
        if (code > 0)
        {
            return code;
        }

        code = slots.Count;
        slots.Add((placed.CodePoint, placed.Second, placed.Glyph));
        if (frequent)
        {
            frequentCodes[placed.CodePoint] = code;
        }
        else
        {
            otherCodes[(placed.CodePoint, placed.Second)] = code;
        }

        return code;
    }

    private void WriteDescendant(PdfFile file, int id, int descriptor, string name)
    {
        PdfBuffer output = file.Begin(id);
        output.Append("<</Type/Font/Subtype/CIDFontType2/BaseFont/"u8).Append(name)
            .Append("/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>/CIDToGIDMap/Identity/DW 0/FontDescriptor "u8)
            .Reference(descriptor).Append("/W[0["u8);
        foreach ((_, _, ushort glyph) in slots)
        {
            output.Append(Math.Round(Thousandths(font.Advance(glyph)), 2)).Append(" "u8);
        }

        output.Append("]]>>"u8);
        file.End();
    }

    private void WriteDescriptor(PdfFile file, int id, int program, string name)
    {
        (int left, int bottom, int right, int top) = font.BoundingBox;
        file.Begin(id).Append("<</Type/FontDescriptor/FontName/"u8).Append(name)
            .Append("/Flags "u8).Append(Symbolic | (font.ItalicAngle != 0 ? Italic : 0))
            .Append("/FontBBox["u8).Append(Thousandths(left)).Append(" "u8).Append(Thousandths(bottom)).Append(" "u8)
            .Append(Thousandths(right)).Append(" "u8).Append(Thousandths(top))
            .Append("]/ItalicAngle "u8).Append(font.ItalicAngle)
            .Append("/Ascent "u8).Append(Thousandths(font.Ascent)).Append("/Descent "u8).Append(Thousandths(font.Descent))
            .Append("/CapHeight "u8).Append(Thousandths(font.CapHeight)).Append("/StemV "u8).Append(font.IsBold ? 140 : 80)
            .Append("/FontFile2 "u8).Reference(program).Append(">>"u8);
        file.End();
    }

    private PdfBuffer ToUnicode()
    {
        var map = new PdfBuffer();
        map.Append("""
            /CIDInit /ProcSet findresource begin
            12 dict begin
            begincmap
            /CIDSystemInfo<</Registry(Adobe)/Ordering(UCS)/Supplement 0>>def
            /CMapName/Adobe-Identity-UCS def
            /CMapType 2 def
            1 begincodespacerange
            <0000><FFFF>
            endcodespacerange

            """u8);
        for (int block = 1; block < slots.Count; block += LargestMapBlock)
        {
            int count = Math.Min(LargestMapBlock, slots.Count - block);
            map.Append(count).Append(" beginbfchar\n"u8);
            for (int code = block; code < block + count; code++)
            {
                map.Append("<"u8).Hex(code).Append("><"u8);
                foreach (char unit in char.ConvertFromUtf32(slots[code].CodePoint))
                {
                    map.Hex(unit);
                }

                if (slots[code].Second != 0)
                {
                    map.Hex(slots[code].Second);
                }

                map.Append(">\n"u8);
            }

            map.Append("endbfchar\n"u8);
        }

        return map.Append("endcmap\nCMapName currentdict /CMap defineresource pop\nend\nend\n"u8);
    }

    /// <summary>Six letters from the slots (FNV-1a): the same subset has the same name in every run.</summary>
    private string SubsetTag()
    {
        uint hash = 2166136261;
        foreach ((int codePoint, int second, ushort glyph) in slots)
        {
            hash = unchecked(((hash ^ glyph) * 16777619 ^ (uint)(codePoint ^ (second << 8))) * 16777619);
        }

        var tag = new char[6];
        for (int i = 0; i < tag.Length; i++, hash /= 26)
        {
            tag[i] = (char)('A' + hash % 26);
        }

        return new string(tag);
    }

    private double Thousandths(int units) => units * 1000.0 / font.UnitsPerEm;
}
