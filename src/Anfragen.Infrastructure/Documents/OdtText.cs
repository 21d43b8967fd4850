using System.Text;
using System.Xml.Linq;
using Anfragen.Application.Documents;

namespace Anfragen.Infrastructure.Documents;

/// <summary>Reads an OpenDocument text: body, then what its margins and notes say.</summary>
internal sealed class OdtText
{
    private const int MostRepeats = 100;

    private readonly TextUnderway _text = new();
    private readonly OdtNumbering _numbering;
    private readonly HashSet<string> _hiddenStyles;
    private readonly CancellationToken _cancel;

    private OdtText(XElement content, XElement? styles, CancellationToken cancel)
    {
        _cancel = cancel;
        _numbering = new OdtNumbering(content, styles);
        _hiddenStyles = [.. new[] { content, styles }.SelectMany(root => root?.Descendants(Odf.Style + "text-properties") ?? [])
            .Where(properties => (string?)properties.Attribute(Odf.Text + "display") == "none")
            .Select(properties => (string?)properties.Parent?.Attribute(Odf.Style + "name") ?? "")];
    }

    public static DocumentText Read(byte[] content, CancellationToken cancel)
    {
        using var package = Package.Open(content, new InflateBudget(), cancel);
        var document = SafeXml.Load(package.Find("content.xml") ?? throw DocumentRefused.Because(ZipDirectory.Broken), cancel);
        var styles = package.Find("styles.xml") is { } part ? SafeXml.Load(part, cancel) : null;
        return new OdtText(document, styles, cancel).Read(document, styles);
    }

    private DocumentText Read(XElement document, XElement? styles)
    {
        foreach (var block in document.Elements(Odf.Office + "body").Elements(Odf.Office + "text").Elements())
        {
            foreach (var line in Lines(block, null, 0)) _text.Add(line);
        }

        var margins = styles?.Descendants().Where(element => element.Name.Namespace == Odf.Style
            && (element.Name.LocalName.StartsWith("header", StringComparison.Ordinal) || element.Name.LocalName.StartsWith("footer", StringComparison.Ordinal))
            && element.Parent?.Name == Odf.Style + "master-page");
        return _text.ToText(FileFormat.Odt, (margins ?? []).SelectMany(margin => LinesOf(margin, null, 0)));
    }

    private List<string> LinesOf(XElement container, OdtList? list, int level) => [.. container.Elements().SelectMany(block => Lines(block, list, level))];

    private IEnumerable<string> Lines(XElement block, OdtList? list, int level)
    {
        _cancel.ThrowIfCancellationRequested();
        switch (block.Name.LocalName)
        {
            case "p":
                return ParagraphLines(block, "");
            case "h":
                return ParagraphLines(block, list is null ? HeadingNumber(block) : "");
            case "list":
                return ListLines(block, list is null ? _numbering.Begin(block) : _numbering.Within(list, block), level + 1);
            case "table":
                return block.Descendants(Odf.Table + "table-row").Where(row => row.Ancestors(Odf.Table + "table").First() == block).SelectMany(TableLines);
            case "tracked-changes":
                _text.Omit(Omission.Deletion, block.Descendants(Odf.Text + "deletion").Count());
                return [];
            case "section" or "index-body" or "index-title" or "table-of-content" or "alphabetical-index" or "illustration-index" or "user-index":
                return LinesOf(block, null, 0);
            case "frame" or "g" or "custom-shape" or "rect" or "ellipse":
                return InlineLines(block, "");
            default:
                return [];
        }
    }

    private string HeadingNumber(XElement heading) =>
        (string?)heading.Attribute(Odf.Text + "is-list-header") != "true" && int.TryParse((string?)heading.Attribute(Odf.Text + "outline-level"), out var level)
            ? _numbering.NextHeading(level)
            : "";

    private IEnumerable<string> ListLines(XElement block, OdtList list, int level)
    {
        foreach (var item in block.Elements())
        {
            // The first paragraph carries the label; an item that only holds a deeper list is not counted.
            var isLabelled = item.Name.LocalName != "list-item" || level > list.Counters.Length;
            foreach (var child in item.Elements())
            {
                var isParagraph = child.Name.LocalName is "p" or "h";
                var label = "";
                if (isParagraph && !isLabelled)
                {
                    label = new string(' ', 4 * (level - 1)) + list.Next(level, StartOf(item));
                    isLabelled = true;
                }

                foreach (var line in isParagraph ? ParagraphLines(child, label) : Lines(child, list, level)) yield return line;
            }
        }
    }

    private static int? StartOf(XElement item) => int.TryParse((string?)item.Attribute(Odf.Text + "start-value"), out var start) ? start : null;

    // A grid of short cells is a table; cells with several paragraphs are a way to lay out a page, and are read one after another.
    private IEnumerable<string> TableLines(XElement row)
    {
        var cells = row.Elements(Odf.Table + "table-cell").Select(cell => LinesOf(cell, null, 0).Where(line => line.Length > 0).ToList()).ToList();
        return cells.Count > 1 && cells.All(cell => cell.Count <= 1)
            ? [string.Join('\t', cells.Select(cell => cell.Count == 0 ? "" : cell[0].Trim().Replace('\t', ' ').Replace('\n', ' ')))]
            : cells.SelectMany(cell => cell);
    }

    private IEnumerable<string> ParagraphLines(XElement paragraph, string label)
    {
        if (!IsHidden(paragraph)) return InlineLines(paragraph, label);
        _text.Omit(Omission.Hidden);
        return [];
    }

    private IEnumerable<string> InlineLines(XElement element, string label)
    {
        var text = new StringBuilder();
        var boxes = new List<XElement>();
        if (element.Name.Namespace == Odf.Text)
        {
            foreach (var node in element.Nodes()) Append(node, text, boxes);
        }
        else
        {
            Append(element, text, boxes);
        }

        yield return string.IsNullOrWhiteSpace(text.ToString()) ? "" : label + text.ToString().Trim(' ');
        foreach (var box in boxes)
        {
            foreach (var line in LinesOf(box, null, 0)) yield return line;
        }
    }

    private void Append(XNode node, StringBuilder text, List<XElement> boxes)
    {
        if (node is XText characters) AppendText(characters.Value, text);
        if (node is not XElement element) return;
        switch (element.Name.LocalName)
        {
            case "s":
                text.Append(' ', Repeats(element));
                break;
            case "tab":
                text.Append('\t');
                break;
            case "line-break":
                text.Append('\n');
                break;
            case "note":
                text.Append(_text.AddFootnote(() => string.Join(' ', element.Elements(Odf.Text + "note-body")
                    .SelectMany(body => LinesOf(body, null, 0)).Select(line => line.Trim()).Where(line => line.Length > 0))));
                break;
            case "annotation":
                _text.Omit(Omission.Comment);
                break;
            case "hidden-text" or "hidden-paragraph":
                _text.Omit(Omission.Hidden);
                break;
            case "text-box":
                boxes.Add(element);
                break;
            case "image":
                _text.Omit(Omission.Picture);
                break;
            case "object" or "object-ole" or "plugin":
                _text.Omit(Omission.Embedded);
                break;
            case "control":
                _text.Omit(Omission.Form);
                break;
            case "frame":
                AppendFrame(element, text, boxes);
                break;
            case "custom-shape" or "rect" or "ellipse":
                boxes.Add(element);
                break;
            case "annotation-end" or "ruby-text" or "desc" or "title":
                break;
            case "span" when IsHidden(element):
                _text.Omit(Omission.Hidden);
                break;
            default:
                foreach (var child in element.Nodes()) Append(child, text, boxes);
                break;
        }
    }

    // What follows the first is the same again for programs that cannot show it.
    private void AppendFrame(XElement frame, StringBuilder text, List<XElement> boxes)
    {
        if (frame.Elements().FirstOrDefault() is { } first) Append(first, text, boxes);
    }

    private static void AppendText(string characters, StringBuilder text)
    {
        foreach (var c in characters)
        {
            var isBlank = c is ' ' or '\t' or '\n' or '\r';
            if (!isBlank)
            {
                text.Append(c);
            }
            else if (text.Length > 0 && text[^1] is not (' ' or '\n' or '\t'))
            {
                text.Append(' ');
            }
        }
    }

    private bool IsHidden(XElement element) => (string?)element.Attribute(Odf.Text + "style-name") is { } style && _hiddenStyles.Contains(style);

    private static int Repeats(XElement element) =>
        int.TryParse((string?)element.Attribute(Odf.Text + "c"), out var count) ? Math.Clamp(count, 1, MostRepeats) : 1;
}
