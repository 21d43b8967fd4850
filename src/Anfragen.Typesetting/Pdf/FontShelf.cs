using Anfragen.Typesetting.Fonts;

namespace Anfragen.Typesetting.Pdf;

/// <summary>The faces a document has used so far.</summary>
internal sealed class FontShelf(Typeface typeface, PdfFile file)
{
    private readonly SortedDictionary<FontStyle, (int Id, EmbeddedFont Font)> used = [];

    public static string ResourceName(FontStyle style) => "/F" + (int)style;

    public EmbeddedFont Take(FontStyle style)
    {
        if (!used.TryGetValue(style, out var entry))
        {
            entry = used[style] = (file.Reserve(), new EmbeddedFont(typeface.Face(style)));
        }

        return entry.Font;
    }

    public void AppendResources(PdfBuffer output)
    {
        output.Append("/Font<<"u8);
        foreach ((FontStyle style, (int id, _)) in used)
        {
            output.Append(ResourceName(style)).Append(" "u8).Reference(id);
        }

        output.Append(">>"u8);
    }

    public void Write()
    {
        foreach ((int id, EmbeddedFont font) in used.Values)
        {
            font.Write(file, id);
        }
    }
}
