using Anfragen.Typesetting.Fonts;
using Anfragen.Typesetting.Text;

namespace Anfragen.Typesetting.Layout;

/// <summary>
/// Composes the head of the first page: sender and emblem, then recipient and info block where DIN 5008 (form B) has them.
/// All measures are points from the top left corner of the page.
/// </summary>
internal sealed class LetterheadComposer(TextSetter setter, StructureElement root)
{
    private const int OfficeColor = 0x444444;
    private const double PointsPerMillimetre = 72 / 25.4;
    private const double HeadTop = 37;
    private const double RuleGap = 9;
    private const double SpaceBelowHead = 48;
    private const double SpaceBelowAddress = 26;
    private const double EmblemGap = 16;
    private const double TallestEmblem = 74;

    /// <summary>Form B: the address begins 45 mm below the edge, its remarks take 17.7 mm.</summary>
    private const double RecipientTop = (45 + 17.7) * PointsPerMillimetre;
    private const double RecipientWidth = 80 * PointsPerMillimetre;

    /// <summary>Form B: 50 mm below the upper and 125 mm from the left edge.</summary>
    private const double InfoTop = 50 * PointsPerMillimetre;
    private const double InfoLeft = 125 * PointsPerMillimetre;
    private const double LongestLabel = 80;
    private const double LabelGap = 8;

    private static readonly TextLook ReturnLook = new(7.5, 10, OfficeColor);
    private static readonly TextLook AddressLook = new(11, 13.6);
    private static readonly TextLook InfoLook = new(9, 12.4);
    private static readonly TextLook LabelLook = new(9, 12.4, OfficeColor);

    private readonly List<PlacedStrip> placed = [];

    /// <summary>What stands on the page, in reading order, and where the text begins.</summary>
    public (List<PlacedStrip> Strips, double TextTop) Compose(Letterhead letterhead)
    {
        double emblemBottom = ComposeEmblem(letterhead.Emblem, out Area sender);
        double top = Set(letterhead.Sender, FontStyle.Bold, new TextLook(16, 20, letterhead.AccentColor), sender, HeadTop);
        top = Set(letterhead.Office, FontStyle.Regular, new TextLook(9.5, 13.5, OfficeColor), sender, top);
        top = Math.Max(top, emblemBottom);
        if (placed.Count > 0)
        {
            var rule = new Strip(0);
            rule.Marks.Add(new RuleMark(PageGeometry.LeftMargin, RuleGap, PageGeometry.TextWidth, 1.2, letterhead.AccentColor));
            placed.Add(new PlacedStrip(top, rule, StripRole.Body));
            top += RuleGap;
        }

        double below = Math.Max(ComposeRecipient(letterhead, top), ComposeInfoBlock(letterhead.InfoBlock, top));
        return (placed, below > 0 ? below + SpaceBelowAddress : top + SpaceBelowHead);
    }

    /// <summary>Returns where the emblem ends, and the area that it leaves to the sender.</summary>
    private double ComposeEmblem(Emblem? emblem, out Area sender)
    {
        sender = Area.Page;
        if (emblem is null)
        {
            return 0;
        }

        double height = Math.Min(emblem.Height, TallestEmblem), width = height / emblem.Artwork.Height * emblem.Artwork.Width;
        if (width > PageGeometry.TextWidth / 2)
        {
            (width, height) = (PageGeometry.TextWidth / 2, height * PageGeometry.TextWidth / 2 / width);
        }

        StructureContent? content = emblem.AlternativeText is { } alternative ? root.AddFigure(alternative).AddContent() : null;
        var strip = new Strip(height);
        strip.Marks.Add(new ArtworkMark(content, PageGeometry.LeftMargin + PageGeometry.TextWidth - width, 0, width, emblem.Artwork));
        placed.Add(new PlacedStrip(HeadTop, strip, StripRole.Body));
        sender = new Area(PageGeometry.LeftMargin, PageGeometry.TextWidth - width - EmblemGap);
        return HeadTop + height;
    }

    /// <summary>Returns where the address ends, 0 if there is none.</summary>
    private double ComposeRecipient(Letterhead letterhead, double above)
    {
        var area = new Area(PageGeometry.LeftMargin, RecipientWidth);
        double top = Math.Max(RecipientTop, above + RuleGap + ReturnLook.Leading);
        bool empty = letterhead.Recipient.All(string.IsNullOrWhiteSpace);
        if (!string.IsNullOrWhiteSpace(letterhead.ReturnAddress) && !empty)
        {
            StructureContent content = root.AddElement("P").AddContent();
            var strip = new Strip(ReturnLook.Leading);
            strip.Marks.Add(setter.OneLine(content, letterhead.ReturnAddress, area.Left, ReturnLook.Baseline, area.Width, ReturnLook));
            placed.Add(new PlacedStrip(top - ReturnLook.Leading - 2, strip, StripRole.Body));
        }

        foreach (string line in letterhead.Recipient)
        {
            top = Set(line, FontStyle.Regular, AddressLook, area, top);
        }

        return empty ? 0 : top;
    }

    /// <summary>A list of labels and values. Returns where it ends, 0 if there is none.</summary>
    private double ComposeInfoBlock(IReadOnlyList<InfoLine> lines, double above)
    {
        if (lines.Count == 0)
        {
            return 0;
        }

        StructureElement list = root.AddElement("L", "<</O/List/ListNumbering/None>>");
        List<StyledText> labels = [.. lines.Select(line => setter.Shape(line.Label, LabelLook.Size))];
        double labelWidth = Math.Min(LongestLabel, labels.Max(label => label.Width(0, label.Text.Length)) + LabelGap);
        double right = PageGeometry.LeftMargin + PageGeometry.TextWidth;
        double top = Math.Max(InfoTop, above + RuleGap);
        for (int i = 0; i < lines.Count; i++)
        {
            StructureElement item = list.AddElement("LI");
            double labelEnd = Set(item.AddElement("Lbl"), labels[i], LabelLook, new Area(InfoLeft, labelWidth - LabelGap / 2), top);
            StyledText value = setter.Shape(lines[i].Value, InfoLook.Size);
            double valueEnd = Set(item.AddElement("LBody").AddElement("P"), value, InfoLook, new Area(InfoLeft + labelWidth, right - InfoLeft - labelWidth), top);
            top = Math.Max(Math.Max(labelEnd, valueEnd), top + InfoLook.Leading);
        }

        return top;
    }

    private double Set(string source, FontStyle style, TextLook look, Area area, double top)
    {
        StyledText text = setter.Shape(source, look.Size, style);
        return text.IsEmpty ? top : Set(root.AddElement("P"), text, look, area, top);
    }

    /// <summary>Returns where the text ends.</summary>
    private double Set(StructureElement element, StyledText text, TextLook look, Area area, double top)
    {
        foreach (Strip strip in setter.Set(element, text, area, look))
        {
            placed.Add(new PlacedStrip(top, strip, StripRole.Body));
            top += strip.Height;
        }

        return top;
    }
}
