namespace Anfragen.Typesetting.Layout;

/// <summary>Divides the strips into pages: each page takes what fits, back to the last place where a break is allowed.</summary>
internal static class Paginator
{
    private const double Tolerance = 0.01;

    /// <summary>Ranges of strips, one for each page; at least one page.</summary>
    public static IReadOnlyList<Range> Paginate(IReadOnlyList<Strip> strips, double firstTop)
    {
        var pages = new List<Range>();
        int start = 0;
        do
        {
            int end = EndOfPage(strips, start, PageGeometry.Bottom - (pages.Count == 0 ? firstTop : PageGeometry.Top));
            pages.Add(start..end);
            start = end;
        }
        while (start < strips.Count);

        return pages;
    }

    private static int EndOfPage(IReadOnlyList<Strip> strips, int start, double room)
    {
        double used = 0;
        int lastAllowed = -1;
        for (int i = start; i < strips.Count; i++)
        {
            if (i > start && strips[i].MayStartPage)
            {
                lastAllowed = i;
            }

            used += strips[i].Height + (i == start ? strips[i].RepeatedHeaderHeight : strips[i].SpaceBefore);
            if (used > room + Tolerance && i > start)
            {
                // What must stay together is taller than a page: fill this one and go on.
                return lastAllowed > start ? lastAllowed : i;
            }
        }

        return strips.Count;
    }
}
