namespace Anfragen.Typesetting.Layout;

/// <summary>What a strip is to the logical structure.</summary>
internal enum StripRole
{
    /// <summary>Text; its rules are layout artifacts.</summary>
    Body,

    /// <summary>Running header or a header row set again: an artifact as a whole.</summary>
    Header,

    /// <summary>Footer: an artifact as a whole.</summary>
    Footer,
}

/// <summary>A strip at its place, counted from the top of the page.</summary>
internal readonly record struct PlacedStrip(double Top, Strip Strip, StripRole Role);

/// <summary>A finished page.</summary>
internal sealed record Page(IReadOnlyList<PlacedStrip> Strips);

/// <summary>All that the writer needs: pages and the structure their marks belong to.</summary>
internal sealed record PagedDocument(IReadOnlyList<Page> Pages, StructureElement Root);
