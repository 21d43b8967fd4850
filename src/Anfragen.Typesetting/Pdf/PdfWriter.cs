using Anfragen.Typesetting.Layout;

namespace Anfragen.Typesetting.Pdf;

/// <summary>Writes a paged document as one file that is both PDF/UA-1 and PDF/A-2a, or PDF/A-3a if it carries files.</summary>
internal sealed class PdfWriter(Document document, PagedDocument paged, Typeface typeface)
{
    private const int UsualPage = 32 * 1024;

    private readonly PdfFile file = new();

    public byte[] Write()
    {
        int catalog = file.Reserve(), pageTree = file.Reserve(), metadata = file.Reserve(), information = file.Reserve(), profile = file.Reserve();
        int[] pageIds = [.. paged.Pages.Select(_ => file.Reserve())];
        var structure = new StructureTree(file, paged.Root, pageIds);
        IReadOnlyList<int> fields = WritePages(pageTree, pageIds, structure);
        structure.Write();
        int? outline = new Outline(paged.Pages).Write(file, pageIds);
        file.WriteRawStream(profile, "/N 3/Filter/FlateDecode", SrgbProfile.Compressed);
        var self = new DocumentInformation(document);
        self.WriteXmp(file, metadata);
        self.WriteDictionary(file, information);
        IReadOnlyList<(string, int)> embedded = EmbeddedFiles.Write(file, document);
        WriteCatalog(catalog, pageTree, metadata, profile, structure.Id, outline, WriteForm(fields), embedded);
        return file.Finish(catalog, information);
    }

    /// <summary>Returns the signature fields.</summary>
    private IReadOnlyList<int> WritePages(int pageTree, int[] pageIds, StructureTree structure)
    {
        var fonts = new FontShelf(typeface, file);
        var pictures = new PictureShelf(file);
        var pages = new List<(int Content, PageWriter Writer)>();
        var buffer = new PdfBuffer(UsualPage);
        for (int i = 0; i < pageIds.Length; i++)
        {
            int content = file.Reserve();
            buffer.Clear();
            var writer = new PageWriter(file, structure, fonts, pictures, buffer, i, pageIds[i]);
            file.WriteStream(content, "", writer.Write(paged.Pages[i]));
            pages.Add((content, writer));
        }

        fonts.Write();
        pictures.Write();
        PdfBuffer output = file.Begin(pageTree).Append("<</Type/Pages/Count "u8).Append(pageIds.Length).Append("/Kids["u8);
        foreach (int page in pageIds)
        {
            output.Reference(page);
        }

        output.Append("]>>"u8);
        file.End();
        for (int i = 0; i < pageIds.Length; i++)
        {
            WritePage(pageIds[i], i, pageTree, (fonts, pictures), pages[i].Content, pages[i].Writer.Annotations);
        }

        return [.. pages.SelectMany(page => page.Writer.Fields)];
    }

    private int? WriteForm(IReadOnlyList<int> fields)
    {
        if (fields.Count == 0)
        {
            return null;
        }

        int form = file.Reserve();
        SignatureField.AppendForm(file.Begin(form), fields);
        file.End();
        return form;
    }

    /// <summary>Resources stand on every page: PDF/A does not let content inherit them.</summary>
    private void WritePage(int id, int number, int pageTree, (FontShelf Fonts, PictureShelf Pictures) resources, int content, IReadOnlyList<int> annotations)
    {
        PdfBuffer output = file.Begin(id).Append("<</Type/Page/Parent "u8).Reference(pageTree).Append("/Contents "u8).Reference(content)
            .Append("/MediaBox[0 0 "u8).Append(PageGeometry.Width).Append(" "u8).Append(PageGeometry.Height).Append("]"u8)
            .Append("/StructParents "u8).Append(number).Append("/Tabs/S"u8);
        output.Append("/Resources<<"u8);
        resources.Fonts.AppendResources(output);
        resources.Pictures.AppendResources(output);
        output.Append(">>"u8);
        if (annotations.Count > 0)
        {
            output.Append("/Annots["u8);
            foreach (int annotation in annotations)
            {
                output.Reference(annotation);
            }

            output.Append("]"u8);
        }

        output.Append(">>"u8);
        file.End();
    }

    private void WriteCatalog(int id, int pageTree, int metadata, int profile, int structure, int? outline, int? form, IReadOnlyList<(string, int)> embedded)
    {
        PdfBuffer output = file.Begin(id).Append("<</Type/Catalog/Pages "u8).Reference(pageTree).Append("/Lang"u8).Literal(document.Language)
            .Append("/MarkInfo<</Marked true>>/StructTreeRoot "u8).Reference(structure).Append("/Metadata "u8).Reference(metadata)
            .Append("/ViewerPreferences<</DisplayDocTitle true>>"u8)
            .Append("/OutputIntents[<</Type/OutputIntent/S/GTS_PDFA1/OutputConditionIdentifier(sRGB)/Info(sRGB IEC61966-2.1)/DestOutputProfile "u8)
            .Reference(profile).Append(">>]"u8);
        if (outline is { } tree)
        {
            output.Append("/Outlines "u8).Reference(tree).Append("/PageMode/UseOutlines"u8);
        }

        if (form is { } fields)
        {
            output.Append("/AcroForm "u8).Reference(fields);
        }

        if (embedded.Count > 0)
        {
            EmbeddedFiles.AppendCatalogEntries(output, embedded);
        }

        output.Append(">>"u8);
        file.End();
    }
}
