namespace Anfragen.Web.Layout;

/// <summary>One entry of a main navigation; with a permission it is offered only to those who hold it.</summary>
public sealed record NavigationItem(string Href, string Text, string? Permission = null);

/// <summary>The two main navigations and the rule that marks where one is.</summary>
public static class Navigation
{
    public static IReadOnlyList<NavigationItem> Staff { get; } =
    [
        new("/aufgaben", "Meine Aufgaben"),
        new("/vorgaenge", "Anfragen"),
        new("/suche", "Suche"),
        new("/zusagen", "Zusagen", "TrackPromises"),
        new("/vorgaenge/neu", "Neue Anfrage", "SubmitInquiries"),
        new("/auswertung", "Auswertung", "ReadFigures"),
        new("/anfragen", "Portal"),
        new("/verwaltung", "Verwaltung", "ManageCouncil"),
    ];

    public static IReadOnlyList<NavigationItem> Public { get; } =
    [
        new("/anfragen", "Anfragen"),
    ];

    /// <summary>
    /// The value of aria-current: "page" on the page itself, "true" for the section around it. The longest address wins,
    /// so that /vorgaenge/neu does not mark /vorgaenge as well.
    /// </summary>
    public static string? Current(IReadOnlyList<NavigationItem> items, NavigationItem item, PathString path)
    {
        var nearest = items.Where(i => path.StartsWithSegments(i.Href)).MaxBy(i => i.Href.Length);
        if (item != nearest) return null;
        return path.Value!.TrimEnd('/').Equals(item.Href, StringComparison.OrdinalIgnoreCase) ? "page" : "true";
    }
}
