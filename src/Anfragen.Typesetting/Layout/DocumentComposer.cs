
namespace Anfragen.Typesetting.Layout;

/// <summary>Composes the whole document: letterhead, text, running header and footer on every page.</summary>
internal sealed class DocumentComposer(TextSetter setter)
{
    private const int HeaderColor = 0x555555;
    private const int HeaderRuleColor = 0x999999;
    private const double FooterGap = 20;

    private static readonly TextLook SmallLook = new(8.5, 11, HeaderColor);

    public PagedDocument Compose(Document document)
    {
        var root = new StructureElement("Document");
        (List<PlacedStrip> letterhead, double firstTop) = new LetterheadComposer(setter, root).Compose(document.Letterhead);
        var blocks = new BlockComposer(setter);
        blocks.Compose(document.Blocks, root, Area.Page);
        blocks.ComposeNotes(root, Area.Page);
        IReadOnlyList<Range> ranges = Paginator.Paginate(blocks.Strips, firstTop);
        var pages = new List<Page>();
        for (int i = 0; i < ranges.Count; i++)
        {
            List<PlacedStrip> placed = i == 0 ? letterhead : [RunningHeader(document.Letterhead.RunningHeader)];
            Place(placed, blocks.Strips, ranges[i], i == 0 ? firstTop : PageGeometry.Top);
            if (i == ranges.Count - 1)
            {
                placed.Add(SignatureFields(document.SignatureFields, root));
            }

            placed.Add(Footer(document.Letterhead.Footer, $"Seite {i + 1} von {ranges.Count}"));
            pages.Add(new Page(placed));
        }

        return new PagedDocument(pages, root);
    }

    private static void Place(List<PlacedStrip> placed, IReadOnlyList<Strip> strips, Range range, double top)
    {
        (int start, int count) = range.GetOffsetAndLength(strips.Count);
        for (int i = start; i < start + count; i++)
        {
            if (i > start)
            {
                top += strips[i].SpaceBefore;
            }
            else
            {
                foreach (Strip header in strips[i].RepeatedHeader)
                {
                    placed.Add(new PlacedStrip(top, header, StripRole.Header));
                    top += header.Height;
                }
            }

            placed.Add(new PlacedStrip(top, strips[i], StripRole.Body));
            top += strips[i].Height;
        }
    }

    /// <summary>Fields stand behind the text, in the structure as on the pages.</summary>
    private static PlacedStrip SignatureFields(IReadOnlyList<string> names, StructureElement root)
    {
        var strip = new Strip(0);
        foreach (string name in names)
        {
            strip.Marks.Add(new FieldMark(root.AddElement("Form"), name));
        }

        return new PlacedStrip(0, strip, StripRole.Body);
    }

    private PlacedStrip RunningHeader(string text)
    {
        var strip = new Strip(0);
        strip.Marks.Add(setter.OneLine(null, text, PageGeometry.LeftMargin, PageGeometry.HeaderBaseline, PageGeometry.TextWidth, SmallLook));
        strip.Marks.Add(new RuleMark(PageGeometry.LeftMargin, PageGeometry.HeaderRule, PageGeometry.TextWidth, 0.4, HeaderRuleColor));
        return new PlacedStrip(0, strip, StripRole.Header);
    }

    private PlacedStrip Footer(string text, string pageNumber)
    {
        var strip = new Strip(0);
        TextMark number = setter.OneLine(null, pageNumber, 0, PageGeometry.FooterBaseline, PageGeometry.TextWidth, SmallLook);
        double left = PageGeometry.Width - PageGeometry.RightMargin - number.Width;
        double room = PageGeometry.TextWidth - number.Width - FooterGap;
        strip.Marks.Add(setter.OneLine(null, text, PageGeometry.LeftMargin, PageGeometry.FooterBaseline, room, SmallLook));
        strip.Marks.Add(number with { X = left });
        return new PlacedStrip(0, strip, StripRole.Footer);
    }
}
