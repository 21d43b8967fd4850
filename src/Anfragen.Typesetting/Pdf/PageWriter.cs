using Anfragen.Typesetting.Fonts;
using Anfragen.Typesetting.Layout;

namespace Anfragen.Typesetting.Pdf;

/// <summary>Writes the content stream of one page and its link annotations; every mark is either tagged or an artifact.</summary>
/// <param name="file">Takes the annotations.</param>
/// <param name="structure">Where tagged marks are placed.</param>
/// <param name="fonts">Those of the document.</param>
/// <param name="pictures">Those of the document.</param>
/// <param name="content">Empty; takes the content stream.</param>
/// <param name="pageNumber">Of the page, from 0.</param>
/// <param name="pageId">Its object.</param>
internal sealed class PageWriter(
    PdfFile file, StructureTree structure, FontShelf fonts, PictureShelf pictures, PdfBuffer content, int pageNumber, int pageId)
{
    private const string LayoutArtifact = "/Artifact<</Type/Layout>>BDC\n";
    private const string HeaderArtifact = "/Artifact<</Type/Pagination/Subtype/Header/Attached[/Top]>>BDC\n";
    private const string FooterArtifact = "/Artifact<</Type/Pagination/Subtype/Footer/Attached[/Bottom]>>BDC\n";

    private readonly List<int> annotations = [];
    private readonly List<int> fields = [];
    private object? openSequence;
    private bool inText;
    private (FontStyle Style, double Size)? font;
    private int? color;

    public IReadOnlyList<int> Annotations => annotations;

    /// <summary>Those of the annotations that are signature fields.</summary>
    public IReadOnlyList<int> Fields => fields;

    public ReadOnlySpan<byte> Write(Page page)
    {
        foreach (PlacedStrip placed in page.Strips)
        {
            string artifact = placed.Role switch
            {
                StripRole.Body => LayoutArtifact,
                StripRole.Header => HeaderArtifact,
                _ => FooterArtifact,
            };
            foreach (Mark mark in placed.Strip.Marks)
            {
                Write(mark, placed, artifact);
            }
        }

        CloseSequence();
        return content.Written;
    }

    private void Write(Mark mark, PlacedStrip placed, string artifact)
    {
        switch (mark)
        {
            case TextMark text:
                OpenSequence(placed.Role == StripRole.Body ? text.Content : null, artifact);
                WriteText(text, PageGeometry.Height - placed.Top - text.Baseline);
                break;
            case RuleMark rule:
                OpenSequence(null, artifact);
                WriteRule(rule, PageGeometry.Height - placed.Top - rule.Y);
                break;
            // A header row set again is an artifact, and artifacts hold no links.
            case LinkMark link when placed.Role == StripRole.Body:
                WriteLink(link, PageGeometry.Height - placed.Top - link.Top);
                break;
            case ArtworkMark artwork:
                OpenSequence(placed.Role == StripRole.Body ? artwork.Content : null, artifact);
                WriteArtwork(artwork, PageGeometry.Height - placed.Top - artwork.Top);
                break;
            case FieldMark field:
                WriteField(field);
                break;
        }
    }

    private void WriteText(TextMark mark, double baseline)
    {
        if (!inText)
        {
            content.Append("BT\n"u8);
            inText = true;
        }

        EmbeddedFont embedded = fonts.Take(mark.Style);
        if (font != (mark.Style, mark.Size))
        {
            font = (mark.Style, mark.Size);
            content.Append(FontShelf.ResourceName(mark.Style)).Append(" "u8).Append(mark.Size).Append(" Tf\n"u8);
        }

        if (color != mark.Color)
        {
            color = mark.Color;
            content.Color(mark.Color).Append(" rg\n"u8);
        }

        content.Append("1 0 0 1 "u8).Append(mark.X).Append(" "u8).Append(baseline).Append(" Tm\n"u8);
        embedded.Show(content, mark.Text);
    }

    private void WriteRule(RuleMark mark, double y)
    {
        EndText();
        content.Color(mark.Color).Append(" RG\n"u8).Append(mark.Thickness).Append(" w "u8).Append(mark.X).Append(" "u8).Append(y).Append(" m "u8)
            .Append(mark.X + mark.Width).Append(" "u8).Append(y).Append(" l S\n"u8);
    }

    private void WriteArtwork(ArtworkMark mark, double top)
    {
        EndText();
        if (mark.Artwork is Picture picture)
        {
            content.Append("q "u8).Append(mark.Width).Append(" 0 0 "u8).Append(mark.Height).Append(" "u8).Append(mark.X).Append(" "u8).Append(top - mark.Height)
                .Append(" cm "u8).Append(pictures.Take(picture)).Append(" Do Q\n"u8);
        }
        else if (mark.Artwork is Drawing drawing)
        {
            DrawingWriter.Write(content, drawing, mark.X, top, mark.Width / drawing.Width);
        }

        if (mark.Content is { } figure)
        {
            figure.Element.Bounds = (mark.X, top - mark.Height, mark.X + mark.Width, top);
        }
    }

    private void WriteLink(LinkMark mark, double top)
    {
        int annotation = file.Reserve();
        annotations.Add(annotation);
        int key = structure.Place(mark.Element, pageNumber, annotation);
        file.Begin(annotation).Append("<</Type/Annot/Subtype/Link/F 4/Border[0 0 0]/P "u8).Reference(pageId)
            .Append("/Rect["u8).Append(mark.X).Append(" "u8).Append(top - mark.Height).Append(" "u8).Append(mark.X + mark.Width).Append(" "u8).Append(top)
            .Append("]/StructParent "u8).Append(key).Append("/Contents"u8).Text(mark.Link.Text)
            .Append("/A<</S/URI/URI"u8).Literal(LinkAddress.Encode(mark.Link.Address)).Append(">>>>"u8);
        file.End();
    }

    private void WriteField(FieldMark mark)
    {
        int field = file.Reserve();
        annotations.Add(field);
        fields.Add(field);
        int key = structure.Place(mark.Element, pageNumber, field);
        SignatureField.Append(file.Begin(field), new SignatureField.Widget(mark.Name, pageId, key, Signature: null));
        file.End();
    }

    /// <summary>Goes on with the open sequence if it is the same content, or an artifact of the same kind.</summary>
    private void OpenSequence(StructureContent? tagged, string artifact)
    {
        object wanted = tagged is null ? artifact : tagged;
        if (ReferenceEquals(openSequence, wanted))
        {
            return;
        }

        CloseSequence();
        openSequence = wanted;
        if (tagged is null)
        {
            content.Append(artifact);
        }
        else
        {
            content.Append("/"u8).Append(tagged.Element.Tag).Append("<</MCID "u8).Append(structure.Place(tagged, pageNumber)).Append(">>BDC\n"u8);
        }
    }

    private void CloseSequence()
    {
        EndText();
        if (openSequence is not null)
        {
            content.Append("EMC\n"u8);
            openSequence = null;
        }
    }

    private void EndText()
    {
        if (inText)
        {
            content.Append("ET\n"u8);
            inText = false;
        }
    }
}
