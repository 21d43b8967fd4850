namespace Anfragen.Typesetting.Layout;

/// <summary>A node of the logical structure that assistive technology reads.</summary>
internal abstract class StructureNode;

/// <summary>A tagged element; children stand in reading order, wherever on the pages their content lies.</summary>
/// <param name="tag">A standard structure type of PDF 1.7.</param>
/// <param name="attributes">PDF dictionary with attributes, or null.</param>
internal sealed class StructureElement(string tag, string? attributes = null) : StructureNode
{
    private readonly List<StructureNode> children = [];

    public string Tag { get; } = tag;

    public string? Attributes { get; } = attributes;

    /// <summary>Identifier, unique in the document, as PDF/UA-1, 7.9 asks of notes; or null.</summary>
    public string? Identifier { get; init; }

    /// <summary>What a figure tells (ISO 32000-1, 14.9.3), or null.</summary>
    public string? AlternativeText { get; init; }

    /// <summary>Left, bottom, right and top of a figure on its page, known when it is drawn.</summary>
    public (double Left, double Bottom, double Right, double Top)? Bounds { get; set; }

    public IReadOnlyList<StructureNode> Children => children;

    public StructureElement AddElement(string tag, string? attributes = null)
    {
        var child = new StructureElement(tag, attributes);
        children.Add(child);
        return child;
    }

    public StructureElement AddFigure(string alternativeText)
    {
        var figure = new StructureElement("Figure") { AlternativeText = alternativeText };
        children.Add(figure);
        return figure;
    }

    public StructureElement AddNote(int number)
    {
        var note = new StructureElement("Note") { Identifier = $"note-{number:D5}" };
        children.Add(note);
        return note;
    }

    public StructureContent AddContent()
    {
        var content = new StructureContent(this);
        children.Add(content);
        return content;
    }
}

/// <summary>A stretch of what is seen on pages; marks name the stretch they belong to.</summary>
internal sealed class StructureContent(StructureElement element) : StructureNode
{
    public StructureElement Element { get; } = element;
}
