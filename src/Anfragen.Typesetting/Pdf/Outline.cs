using Anfragen.Typesetting.Layout;

namespace Anfragen.Typesetting.Pdf;

/// <summary>The outline that readers show beside the pages, a tree of the headings.</summary>
internal sealed class Outline
{
    private readonly Entry root = new("", 0, 0, 0);

    public Outline(IReadOnlyList<Page> pages)
    {
        var open = new Stack<Entry>([root]);
        for (int page = 0; page < pages.Count; page++)
        {
            foreach (PlacedStrip placed in pages[page].Strips)
            {
                if (placed.Strip.Bookmark is { } bookmark)
                {
                    while (open.Peek().Level >= bookmark.Level)
                    {
                        open.Pop();
                    }

                    var entry = new Entry(bookmark.Title, bookmark.Level, page, PageGeometry.Height - placed.Top);
                    open.Peek().Children.Add(entry);
                    open.Push(entry);
                }
            }
        }
    }

    /// <summary>Returns the number of the outline, or null if there is no heading.</summary>
    public int? Write(PdfFile file, IReadOnlyList<int> pageIds)
    {
        if (root.Children.Count == 0)
        {
            return null;
        }

        int id = file.Reserve();
        int[] ids = WriteChildren(file, root, id, pageIds);
        file.Begin(id).Append("<</Type/Outlines/First "u8).Reference(ids[0]).Append("/Last "u8).Reference(ids[^1])
            .Append("/Count "u8).Append(root.Descendants).Append(">>"u8);
        file.End();
        return id;
    }

    private static int[] WriteChildren(PdfFile file, Entry parent, int parentId, IReadOnlyList<int> pageIds)
    {
        int[] ids = [.. parent.Children.Select(_ => file.Reserve())];
        for (int i = 0; i < ids.Length; i++)
        {
            Entry entry = parent.Children[i];
            int[] childIds = WriteChildren(file, entry, ids[i], pageIds);
            PdfBuffer output = file.Begin(ids[i]).Append("<</Title"u8).Text(entry.Title).Append("/Parent "u8).Reference(parentId)
                .Append("/Dest["u8).Reference(pageIds[entry.Page]).Append("/XYZ 0 "u8).Append(entry.Top).Append(" null]"u8);
            AppendLink(output, "/Prev ", i > 0 ? ids[i - 1] : null);
            AppendLink(output, "/Next ", i + 1 < ids.Length ? ids[i + 1] : null);
            if (childIds.Length > 0)
            {
                AppendLink(output, "/First ", childIds[0]);
                AppendLink(output, "/Last ", childIds[^1]);
                output.Append("/Count "u8).Append(entry.Descendants);
            }

            output.Append(">>"u8);
            file.End();
        }

        return ids;
    }

    private static void AppendLink(PdfBuffer output, string key, int? id)
    {
        if (id is { } target)
        {
            output.Append(key).Reference(target);
        }
    }

    private sealed record Entry(string Title, int Level, int Page, double Top)
    {
        public List<Entry> Children { get; } = [];

        public int Descendants => Children.Sum(child => 1 + child.Descendants);
    }
}
