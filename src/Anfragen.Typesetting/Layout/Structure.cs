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

    public IReadOnlyList<StructureNode> Children => children;

    public StructureElement AddElement(string tag, string? attributes = null)
    {
        var child = new StructureElement(tag, attributes);
        children.Add(child);
        return child;
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
