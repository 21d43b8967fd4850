using System.Text;
using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace Anfragen.Typesetting.Tests;

/// <summary>
/// What PDF/UA-1 (ISO 14289-1, clause 7) and PDF/A-2a (ISO 19005-2, clause 6) ask of a file and can be asked of its structure, checked on the
/// bytes without help of the code that wrote them.
/// </summary>
internal sealed partial class Wellformed
{
    private static readonly XNamespace PdfA = "http://www.aiim.org/pdfa/ns/id/", PdfUa = "http://www.aiim.org/pdfua/ns/id/", DublinCore = "http://purl.org/dc/elements/1.1/";

    private readonly ParsedPdf pdf;
    private readonly Dictionary<int, Element> elements;
    private readonly string[] parents;

    private Wellformed(ParsedPdf pdf)
    {
        this.pdf = pdf;
        elements = pdf.Root.SelfAndDescendants().ToDictionary(element => element.Id);
        string tree = pdf.Object(ParsedPdf.Number(pdf.Catalog, @"/StructTreeRoot (\d+)"));
        parents = Parents(pdf.Object(ParsedPdf.Number(tree, @"/ParentTree (\d+)")), ParsedPdf.Number(tree, @"/ParentTreeNextKey (\d+)"));
    }

    public static void AssertAll(ParsedPdf pdf)
    {
        var check = new Wellformed(pdf);
        check.EveryReferenceLeadsToAnObject();
        check.TheCatalogTellsWhatReadersAskFor();
        check.TheMetadataNamesStandardsAndTitle();
        check.EveryMarkedSequenceBelongsToOneElementThatNamesIt();
        check.EveryAnnotationBelongsToAnElement();
        check.ElementsNestAsTheStandardHasIt();
        check.HeadingsLeaveNoGapAndStandInTheOutline();
        check.EveryFontIsEmbeddedWithItsCharacters();
    }

    private void EveryReferenceLeadsToAnObject()
    {
        var known = pdf.ObjectNumbers.ToHashSet();
        foreach (int number in known)
        {
            foreach (Match match in Reference().Matches(pdf.Object(number)))
            {
                Assert.True(known.Contains(int.Parse(match.Groups[1].Value)), $"Object {number} refers to the missing {match.Value}.");
            }
        }
    }

    private void TheCatalogTellsWhatReadersAskFor()
    {
        Assert.Contains("/Lang(de-DE)", pdf.Catalog);
        Assert.Contains("/MarkInfo<</Marked true>>", pdf.Catalog);
        Assert.Contains("/DisplayDocTitle true", pdf.Catalog);
        Assert.Contains("/S/GTS_PDFA1", pdf.Catalog);
        Assert.Contains("/ID[<", pdf.Trailer());
        Assert.All(Enumerable.Range(0, pdf.Pages), page => Assert.Contains("/Tabs/S", pdf.Object(pdf.PageId(page))));
    }

    private void TheMetadataNamesStandardsAndTitle()
    {
        XDocument xmp = XDocument.Parse(Encoding.UTF8.GetString(pdf.Stream(ParsedPdf.Number(pdf.Catalog, @"/Metadata (\d+)"))));
        Assert.Equal("1", xmp.Descendants(PdfUa + "part").Single().Value);
        Assert.Equal(pdf.Catalog.Contains("/EmbeddedFiles") ? "3" : "2", xmp.Descendants(PdfA + "part").Single().Value);
        Assert.Equal("A", xmp.Descendants(PdfA + "conformance").Single().Value);
        Assert.NotEmpty(xmp.Descendants(DublinCore + "title").Single().Value);
    }

    private void EveryMarkedSequenceBelongsToOneElementThatNamesIt()
    {
        for (int page = 0; page < pdf.Pages; page++)
        {
            int key = ParsedPdf.Number(pdf.Object(pdf.PageId(page)), @"/StructParents (\d+)");
            int[] owners = [.. Reference().Matches(parents[key]).Select(match => int.Parse(match.Groups[1].Value))];
            Assert.Equal(Enumerable.Range(0, owners.Length), pdf.MarkedOn(page));
            for (int number = 0; number < owners.Length; number++)
            {
                bool named = elements[owners[number]].Children.OfType<Stretch>().Any(stretch => stretch.Page == page && stretch.Number == number);
                Assert.True(named, $"Sequence {number} of page {page + 1} is not among its element's children.");
            }
        }
    }

    private void EveryAnnotationBelongsToAnElement()
    {
        foreach (int number in pdf.ObjectNumbers.Where(number => pdf.Object(number).StartsWith("<</Type/Annot", StringComparison.Ordinal)))
        {
            string annotation = pdf.Object(number);
            Element owner = elements[ParsedPdf.Number(parents[ParsedPdf.Number(annotation, @"/StructParent (\d+)")], @"(\d+) 0 R")];
            bool link = annotation.Contains("/Subtype/Link", StringComparison.Ordinal);
            Assert.Equal(link ? "Link" : "Form", owner.Tag);
            Assert.Contains($"/OBJR/Obj {number} 0 R", owner.Dictionary);
            Assert.Equal(4, ParsedPdf.Number(annotation, @"/F (\d+)") & 0b100111);
            Assert.Matches(link ? @"/Contents<FEFF[0-9A-F]{4,}>.*/URI\([\x21-\x7E]+\)" : "/TU<FEFF[0-9A-F]{4,}>", annotation);
        }
    }

    private void ElementsNestAsTheStandardHasIt()
    {
        foreach (Element element in elements.Values)
        {
            string[] children = [.. element.Elements.Select(child => child.Tag)];
            Assert.All(element.Elements, child => Assert.Equal(element.Id, ParsedPdf.Number(child.Dictionary, @"/P (\d+) 0 R")));
            switch (element.Tag)
            {
                case "L":
                    Assert.Contains("/ListNumbering/", element.Dictionary);
                    Assert.All(children, tag => Assert.Equal("LI", tag));
                    break;
                case "LI":
                    Assert.Equal(["Lbl", "LBody"], children);
                    break;
                case "Table":
                    AssertRegular(element);
                    break;
                case "Note":
                    string identifier = Regex.Match(element.Dictionary, @"/ID(\(\S+?\))").Groups[1].Value;
                    Assert.Matches($@"/IDTree<</Names\[.*{Regex.Escape(identifier)}{element.Id} 0 R", pdf.Object(ParsedPdf.Number(pdf.Catalog, @"/StructTreeRoot (\d+)")));
                    Assert.Equal("Lbl", children[0]);
                    break;
                case "Figure":
                    Assert.Matches(@"/Alt<FEFF[0-9A-F]{4,}>/A<</O/Layout/Placement/Block/BBox\[", element.Dictionary);
                    break;
                case "P" or "H1" or "H2" or "H3" or "H4" or "H5" or "H6" or "Lbl" or "TD" or "TH":
                    Assert.All(children, tag => Assert.Contains(tag, (string[])["Link", "Reference"]));
                    break;
            }

            Assert.Contains(element.Tag, Known);
        }
    }

    private static void AssertRegular(Element table)
    {
        Assert.All(table.Elements, row => Assert.Equal("TR", row.Tag));
        Assert.All(table.Elements[0].Elements, cell => Assert.True(cell.Tag == "TH" && cell.Dictionary.Contains("/Scope/Column", StringComparison.Ordinal)));
        Assert.All(table.Elements, row => Assert.Equal(table.Elements[0].Elements.Count, row.Elements.Count));
        Assert.All(table.Elements.Skip(1).SelectMany(row => row.Elements), cell => Assert.Equal("TD", cell.Tag));
    }

    private void HeadingsLeaveNoGapAndStandInTheOutline()
    {
        int level = 0, headings = 0;
        foreach (Element heading in elements.Values.Where(element => HeadingTag().IsMatch(element.Tag)))
        {
            int found = heading.Tag[1] - '0';
            Assert.InRange(found, 1, level + 1);
            level = found;
            headings++;
        }

        int outline = ParsedPdf.Number(pdf.Catalog + "/Outlines 0", @"/Outlines (\d+)");
        Assert.Equal(headings, outline == 0 ? 0 : ParsedPdf.Number(pdf.Object(outline), @"/Count (\d+)"));
    }

    private void EveryFontIsEmbeddedWithItsCharacters()
    {
        foreach (string font in pdf.ObjectNumbers.Select(pdf.Object).Where(text => text.StartsWith("<</Type/Font/Subtype/Type0", StringComparison.Ordinal)))
        {
            Assert.Contains("/ToUnicode ", font);
            string descendant = pdf.Object(ParsedPdf.Number(font, @"/DescendantFonts\[(\d+)"));
            string descriptor = pdf.Object(ParsedPdf.Number(descendant, @"/FontDescriptor (\d+)"));
            Assert.NotEmpty(pdf.Stream(ParsedPdf.Number(descriptor, @"/FontFile2 (\d+)")));
        }
    }

    /// <summary>The value for every key of the parent tree: the references of a page, or the one of an annotation.</summary>
    private static string[] Parents(string tree, int count)
    {
        var values = new string[count];
        foreach (Match match in ParentEntry().Matches(tree[tree.IndexOf("/Nums[", StringComparison.Ordinal)..]))
        {
            values[int.Parse(match.Groups["key"].Value)] = match.Groups["value"].Value;
        }

        Assert.All(values, Assert.NotNull);
        return values;
    }

    private static readonly string[] Known =
        ["Document", "P", "H1", "H2", "H3", "H4", "H5", "H6", "L", "LI", "Lbl", "LBody", "BlockQuote", "Table", "TR", "TH", "TD", "Link", "Figure", "Form", "Note", "Reference"];

    [GeneratedRegex(@"(\d+) 0 R")]
    private static partial Regex Reference();

    [GeneratedRegex("^H[1-6]$")]
    private static partial Regex HeadingTag();

    [GeneratedRegex(@"(?<key>\d+)\s*(?<value>\[[^\]]*\]|\d+ 0 R)")]
    private static partial Regex ParentEntry();
}
