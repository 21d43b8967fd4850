using Anfragen.Typesetting.Layout;

namespace Anfragen.Typesetting.Pdf;

/// <summary>
/// Connects the logical structure with the marked content and the annotations on the pages, in both directions as PDF wants it.
/// </summary>
internal sealed class StructureTree(PdfFile file, StructureElement root, IReadOnlyList<int> pageIds)
{
    private readonly int id = file.Reserve();
    private readonly Dictionary<StructureElement, int> elementIds = NumberElements(file, root);
    private readonly Dictionary<StructureContent, List<(int Page, int Number)>> placed = [];
    private readonly Dictionary<StructureElement, List<(int Page, int Annotation)>> annotations = [];
    private readonly List<List<StructureElement>> elementsOfPages = [.. pageIds.Select(_ => new List<StructureElement>())];
    private readonly List<StructureElement> elementsOfAnnotations = [];

    public int Id => id;

    /// <summary>Numbers a stretch of marked content on a page.</summary>
    public int Place(StructureContent content, int page)
    {
        List<StructureElement> ofPage = elementsOfPages[page];
        ofPage.Add(content.Element);
        Remember(placed, content, (page, ofPage.Count - 1));
        return ofPage.Count - 1;
    }

    /// <summary>Returns the key under which the annotation finds its element; keys of pages come first.</summary>
    public int Place(StructureElement element, int page, int annotation)
    {
        elementsOfAnnotations.Add(element);
        Remember(annotations, element, (page, annotation));
        return pageIds.Count + elementsOfAnnotations.Count - 1;
    }

    public void Write()
    {
        int parentTree = file.Reserve();
        PdfBuffer output = file.Begin(id).Append("<</Type/StructTreeRoot/K "u8).Reference(elementIds[root]).Append("/ParentTree "u8).Reference(parentTree)
            .Append("/ParentTreeNextKey "u8).Append(pageIds.Count + elementsOfAnnotations.Count);
        AppendIdentifiers(output);
        output.Append(">>"u8);
        file.End();
        WriteParentTree(parentTree);
        WriteElement(root, id);
    }

    private static Dictionary<StructureElement, int> NumberElements(PdfFile file, StructureElement root)
    {
        var ids = new Dictionary<StructureElement, int>();
        var pending = new Stack<StructureElement>([root]);
        while (pending.TryPop(out StructureElement? element))
        {
            ids[element] = file.Reserve();
            foreach (StructureElement child in element.Children.OfType<StructureElement>().Reverse())
            {
                pending.Push(child);
            }
        }

        return ids;
    }

    private void WriteParentTree(int parentTree)
    {
        PdfBuffer output = file.Begin(parentTree).Append("<</Nums["u8);
        for (int page = 0; page < pageIds.Count; page++)
        {
            output.Append(page).Append("["u8);
            foreach (StructureElement element in elementsOfPages[page])
            {
                output.Reference(elementIds[element]);
            }

            output.Append("]"u8);
        }

        for (int i = 0; i < elementsOfAnnotations.Count; i++)
        {
            output.Append(pageIds.Count + i).Append(" "u8).Reference(elementIds[elementsOfAnnotations[i]]);
        }

        output.Append("]>>"u8);
        file.End();
    }

    /// <summary>A name tree of one node; notes are numbered in reading order, and names are written in their order.</summary>
    private void AppendIdentifiers(PdfBuffer output)
    {
        List<(string Name, int Id)> named =
            [.. elementIds.Where(entry => entry.Key.Identifier is not null).Select(entry => (entry.Key.Identifier!, entry.Value)).OrderBy(entry => entry.Item1, StringComparer.Ordinal)];
        if (named.Count == 0)
        {
            return;
        }

        output.Append("/IDTree<</Names["u8);
        foreach ((string name, int element) in named)
        {
            output.Literal(name).Reference(element);
        }

        output.Append("]>>"u8);
    }

    private void WriteElement(StructureElement element, int parent)
    {
        int firstPage = FirstPage(element);
        PdfBuffer output = file.Begin(elementIds[element]).Append("<</Type/StructElem/S/"u8).Append(element.Tag).Append("/P "u8).Reference(parent);
        if (firstPage >= 0)
        {
            output.Append("/Pg "u8).Reference(pageIds[firstPage]);
        }

        if (element.Attributes is { } attributes)
        {
            output.Append("/A"u8).Append(attributes);
        }

        if (element.Identifier is { } identifier)
        {
            output.Append("/ID"u8).Literal(identifier);
        }

        if (element.AlternativeText is { } alternative)
        {
            output.Append("/Alt"u8).Text(alternative);
        }

        if (element.Bounds is { } bounds)
        {
            output.Append("/A<</O/Layout/Placement/Block/BBox["u8).Append(bounds.Left).Append(" "u8).Append(bounds.Bottom).Append(" "u8)
                .Append(bounds.Right).Append(" "u8).Append(bounds.Top).Append("]>>"u8);
        }

        output.Append("/K["u8);
        WriteChildren(output, element, firstPage);
        output.Append("]>>"u8);
        file.End();
        foreach (StructureElement child in element.Children.OfType<StructureElement>())
        {
            WriteElement(child, elementIds[element]);
        }
    }

    private void WriteChildren(PdfBuffer output, StructureElement element, int firstPage)
    {
        foreach (StructureNode child in element.Children)
        {
            if (child is StructureElement childElement)
            {
                output.Reference(elementIds[childElement]);
            }
            else if (child is StructureContent content)
            {
                WriteContent(output, content, firstPage);
            }
        }

        foreach ((int page, int annotation) in annotations.GetValueOrDefault(element, []))
        {
            output.Append("<</Type/OBJR/Obj "u8).Reference(annotation).Append("/Pg "u8).Reference(pageIds[page]).Append(">>"u8);
        }
    }

    private void WriteContent(PdfBuffer output, StructureContent content, int firstPage)
    {
        foreach ((int page, int number) in placed.GetValueOrDefault(content, []))
        {
            if (page == firstPage)
            {
                output.Append(number).Append(" "u8);
            }
            else
            {
                output.Append("<</Type/MCR/Pg "u8).Reference(pageIds[page]).Append("/MCID "u8).Append(number).Append(">>"u8);
            }
        }
    }

    private int FirstPage(StructureElement element)
    {
        foreach (StructureContent content in element.Children.OfType<StructureContent>())
        {
            if (placed.TryGetValue(content, out var places))
            {
                return places[0].Page;
            }
        }

        return -1;
    }

    private static void Remember<TKey, TValue>(Dictionary<TKey, List<TValue>> lists, TKey key, TValue value)
        where TKey : notnull
    {
        if (!lists.TryGetValue(key, out List<TValue>? list))
        {
            list = lists[key] = [];
        }

        list.Add(value);
    }
}
