using Anfragen.Typesetting.Text;

namespace Anfragen.Typesetting.Layout;

/// <summary>Turns a figure and the paragraphs beside it into one strip, which no page break divides.</summary>
internal sealed class FigureComposer(TextSetter setter)
{
    private const double SpaceBefore = 14;
    private const double Gap = 12;
    private const double ParagraphSpace = 3;
    private const double TallestFigure = (PageGeometry.Bottom - PageGeometry.Top) / 2;

    public Strip Compose(Figure figure, StructureElement parent, Area area)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(figure.AlternativeText, nameof(figure));
        double ratio = figure.Artwork.Height / figure.Artwork.Width;
        double width = Math.Min(Math.Min(figure.Width, area.Width), TallestFigure / ratio);
        var strip = new Strip(width * ratio) { SpaceBefore = SpaceBefore };
        StructureContent content = parent.AddFigure(figure.AlternativeText).AddContent();
        strip.Marks.Add(new ArtworkMark(content, area.Left, 0, width, figure.Artwork));
        double textHeight = SetBeside(strip, figure.Beside, parent, area.Indented(width + Gap));
        strip.Height = Math.Max(strip.Height, textHeight);
        return strip;
    }

    private double SetBeside(Strip strip, IReadOnlyList<Paragraph> paragraphs, StructureElement parent, Area area)
    {
        double top = 0;
        foreach (Paragraph paragraph in paragraphs)
        {
            StyledText text = setter.Shape(paragraph.Runs, TextLook.SmallPrint.Size);
            if (text.IsEmpty)
            {
                continue;
            }

            top += top > 0 ? ParagraphSpace : 0;
            foreach (Strip line in setter.Set(parent.AddElement("P"), text, area, TextLook.SmallPrint))
            {
                strip.Marks.AddRange(line.Marks.Select(mark => mark.Lowered(top)));
                top += line.Height;
            }
        }

        return top;
    }
}
