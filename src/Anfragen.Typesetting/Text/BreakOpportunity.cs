namespace Anfragen.Typesetting.Text;

/// <summary>What a line gains where it ends.</summary>
internal enum BreakKind
{
    /// <summary>Nothing: after a hyphen or slash that is part of the text, or within a word too long for the line.</summary>
    Plain,

    /// <summary>A space, kept at the end of the line so that extracted words stay apart.</summary>
    Space,

    /// <summary>A soft hyphen, seen as a hyphen and extracted as none.</summary>
    Hyphen,

    /// <summary>The end of the paragraph or a hard break.</summary>
    End,
}

/// <summary>A place where a line may end, before <paramref name="End"/>, and the next begin, at <paramref name="Next"/>.</summary>
internal readonly record struct BreakOpportunity(int End, int Next, BreakKind Kind, double Cost = 0);
