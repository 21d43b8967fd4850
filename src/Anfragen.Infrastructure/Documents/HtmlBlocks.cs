using System.Globalization;
using System.Text.RegularExpressions;
using Anfragen.Infrastructure.Replies;
using Anfragen.Typesetting;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;

namespace Anfragen.Infrastructure.Documents;

/// <summary>
/// Reads copied HTML as blocks. Word's own lists are no lists in it but paragraphs that say "mso-list" and bring their label along; the
/// lists of LibreOffice, browsers and mail programs are ordinary ones.
/// </summary>
internal sealed partial class HtmlBlocks
{
    /// <summary>How deep elements are followed; clipboards nest a few dozen at most.</summary>
    private const int Deepest = 200;

    private static readonly HashSet<string> Blocks =
    [
        "p", "div", "ul", "ol", "li", "table", "blockquote", "h1", "h2", "h3", "h4", "h5", "h6", "section", "article", "main", "header", "footer", "body",
        "dl", "dt", "dd", "pre", "figure", "center", "form", "fieldset", "address",
    ];

    private readonly ForeignBlocks _blocks = new();
    private readonly Omissions _omitted = new();
    private readonly CancellationToken _cancel;
    private RunList _open = new();

    private HtmlBlocks(CancellationToken cancel) => _cancel = cancel;

    public static ForeignText Read(string html, CancellationToken cancel)
    {
        using var document = new HtmlParser().ParseDocument(html);
        var reader = new HtmlBlocks(cancel);
        if (document.Body is { } body) reader.ReadAll(body, default, 0);
        reader.CloseParagraph();
        return new ForeignText(reader._blocks.ToBlocks(), reader._omitted.Sentences());
    }

    private void ReadAll(INode container, RunStyle style, int depth)
    {
        if (depth > Deepest)
        {
            _open.Add(Collapsed(container.TextContent), style);
            return;
        }

        foreach (var node in container.ChildNodes)
        {
            _cancel.ThrowIfCancellationRequested();
            if (node is IText text) _open.Add(Collapsed(text.Data), style);
            else if (node is IElement element) Read(element, style, depth + 1);
        }
    }

    private void Read(IElement element, RunStyle style, int depth)
    {
        switch (element.LocalName)
        {
            case "script" or "style" or "head" or "title" or "template" or "noscript" or "xml" or "colgroup":
                break;
            case "br":
                _open.BreakLine();
                break;
            case "img" or "svg" or "video" or "canvas" or "object" or "iframe":
                _omitted.Add(Omission.Picture);
                break;
            case "ul" or "ol":
                CloseParagraph();
                ReadList(element, style, 0, depth);
                break;
            case "table":
                CloseParagraph();
                ReadTable(element, depth);
                break;
            case "h1" or "h2" or "h3" or "h4" or "h5" or "h6":
                ReadHeading(element, depth);
                break;
            case var name when Blocks.Contains(name):
                CloseParagraph();
                ReadParagraph(element, style, depth);
                break;
            default:
                if (!IsLabel(element)) ReadAll(element, StyleOf(element, style), depth);
                break;
        }
    }

    private void ReadParagraph(IElement element, RunStyle style, int depth)
    {
        var place = ListPlace().Match(element.GetAttribute("style") ?? "");
        if (!place.Success)
        {
            ReadAll(element, StyleOf(element, style), depth);
            CloseParagraph();
            return;
        }

        var label = Collapsed(element.QuerySelectorAll("span").FirstOrDefault(IsLabel)?.TextContent ?? "").Trim();
        var number = Number().Match(label);
        var isText = !number.Success && LetterLabel().IsMatch(label);
        if (isText) _open.Add($"{label} ", default);
        ReadAll(element, style, depth);
        var runs = TakeRuns();
        if (runs.Count == 0) return;
        var level = int.Parse(place.Groups[1].ValueSpan, CultureInfo.InvariantCulture) - 1;
        if (isText) _blocks.Add(new Paragraph(runs));
        else _blocks.AddItem(level, number.Success ? int.Parse(number.Groups[1].ValueSpan, CultureInfo.InvariantCulture) : null, [new Paragraph(runs)]);
    }

    private void ReadHeading(IElement element, int depth)
    {
        CloseParagraph();
        ReadAll(element, default, depth);
        List<Run> runs = [.. TakeRuns().Select(run => run switch
        {
            TextRun text => text with { Bold = false },
            LineBreakRun => new TextRun(" "),
            _ => run,
        })];
        if (runs.Count > 0) _blocks.Add(new Heading(Math.Min(5, element.LocalName[1] - '0' + 1), null, runs));
    }

    private void ReadList(IElement list, RunStyle style, int level, int depth)
    {
        int? number = list.LocalName == "ol" ? Start(list) : null;
        foreach (var child in list.Children)
        {
            if (child.LocalName is "ul" or "ol")
            {
                if (depth < Deepest) ReadList(child, style, level + 1, depth + 1);
                continue;
            }

            var nested = new List<IElement>();
            ReadItem(child, style, nested, depth + 1);
            var runs = TakeRuns();
            if (runs.Count > 0)
            {
                _blocks.AddItem(level, number, [new Paragraph(runs)]);
                number++;
            }

            foreach (var inner in nested.Where(_ => depth < Deepest)) ReadList(inner, style, level + 1, depth + 1);
        }
    }

    // Paragraphs within an item become its lines; the lists in it follow it.
    private void ReadItem(INode item, RunStyle style, List<IElement> nested, int depth)
    {
        foreach (var node in item.ChildNodes)
        {
            switch (node)
            {
                case IText text:
                    _open.Add(Collapsed(text.Data), style);
                    break;
                case IElement { LocalName: "ul" or "ol" } list:
                    nested.Add(list);
                    break;
                case IElement { LocalName: "table" } table:
                    _open.Add(Collapsed(table.TextContent), style);
                    break;
                case IElement block when Blocks.Contains(block.LocalName) && depth < Deepest:
                    if (!_open.IsEmpty) _open.BreakLine();
                    ReadItem(block, StyleOf(block, style), nested, depth + 1);
                    break;
                case IElement element:
                    Read(element, style, depth + 1);
                    break;
            }
        }
    }

    private void ReadTable(IElement table, int depth)
    {
        var rows = table.QuerySelectorAll("tr").Where(row => row.Closest("table") == table).Select(row => Cells(row, depth)).Where(row => row.Count > 0).ToList();
        var width = rows.Count == 0 ? 0 : rows.Max(row => row.Count);
        if (rows.Count < 2 || width < 2)
        {
            foreach (var cell in table.QuerySelectorAll("td, th").Where(cell => cell.Closest("table") == table))
            {
                ReadAll(cell, default, depth);
                CloseParagraph();
            }

            return;
        }

        foreach (var row in rows) row.AddRange(Enumerable.Repeat<(IReadOnlyList<Run>, string?)>(([], null), width - row.Count));
        _blocks.Add(new Table(
            [.. rows[0].Select((header, column) => new TableColumn([.. header.Runs.Select(run => run is TextRun text ? text with { Bold = false } : run)], AlignmentOf(rows.Skip(1).Select(row => row[column].Alignment))))],
            [.. rows.Skip(1).Select(row => new TableRow([.. row.Select(cell => cell.Runs)]))]));
    }

    private List<(IReadOnlyList<Run> Runs, string? Alignment)> Cells(IElement row, int depth)
    {
        var cells = new List<(IReadOnlyList<Run>, string?)>();
        foreach (var cell in row.Children.Where(child => child.LocalName is "td" or "th"))
        {
            ReadCell(cell, default, depth);
            IReadOnlyList<Run> runs = [.. TakeRuns().Select(run => run is LineBreakRun ? new TextRun(" ") : run)];
            cells.Add((runs, AlignmentOf(cell)));
            var span = int.TryParse(cell.GetAttribute("colspan"), NumberStyles.None, CultureInfo.InvariantCulture, out var columns) ? Math.Min(columns, 64) : 1;
            cells.AddRange(Enumerable.Repeat<(IReadOnlyList<Run>, string?)>(([], null), Math.Max(0, span - 1)));
        }

        return cells;
    }

    private void ReadCell(INode cell, RunStyle style, int depth)
    {
        foreach (var node in cell.ChildNodes)
        {
            switch (node)
            {
                case IText text:
                    _open.Add(Collapsed(text.Data), style);
                    break;
                case IElement block when Blocks.Contains(block.LocalName) && depth < Deepest:
                    _open.Add(" ", style);
                    ReadCell(block, StyleOf(block, style), depth + 1);
                    _open.Add(" ", style);
                    break;
                case IElement element:
                    Read(element, style, depth + 1);
                    break;
            }
        }
    }

    private static string? AlignmentOf(IElement cell)
    {
        var inner = cell.QuerySelector("p") ?? cell;
        return Alignment().Match($"{cell.GetAttribute("align")};{inner.GetAttribute("align")};{cell.GetAttribute("style")};{inner.GetAttribute("style")}") is { Success: true } found
            ? found.Groups[1].Value.ToLowerInvariant()
            : null;
    }

    private static ColumnAlignment AlignmentOf(IEnumerable<string?> cells) => cells.Distinct().ToList() switch
    {
        ["right" or "end"] => ColumnAlignment.Right,
        ["center"] => ColumnAlignment.Center,
        ["left" or "start"] => ColumnAlignment.Left,
        _ => ColumnAlignment.Automatic,
    };

    private static int Start(IElement list) =>
        int.TryParse(list.GetAttribute("start"), NumberStyles.None, CultureInfo.InvariantCulture, out var start) && start < 1_000_000 ? start : 1;

    private static RunStyle StyleOf(IElement element, RunStyle style)
    {
        var css = element.GetAttribute("style") ?? "";
        var weight = Weight().Match(css);
        var slant = Slant().Match(css);
        return new RunStyle(
            weight.Success ? weight.Groups[1].Value is "bold" or "bolder" or "600" or "700" or "800" or "900" : style.Bold || element.LocalName is "b" or "strong",
            slant.Success ? slant.Groups[1].Value is "italic" or "oblique" : style.Italic || element.LocalName is "i" or "em",
            element.LocalName == "a" && LinkAddress.TryParse(element.GetAttribute("href") ?? "", out var address) ? address : style.Address);
    }

    private static bool IsLabel(IElement element) => element.LocalName == "span" && (element.GetAttribute("style") ?? "").Contains("mso-list:Ignore", StringComparison.OrdinalIgnoreCase);

    private void CloseParagraph()
    {
        var runs = TakeRuns();
        if (runs.Count > 0) _blocks.Add(new Paragraph(runs));
    }

    // Without what only looks like text: blanks and line breaks at the ends.
    private IReadOnlyList<Run> TakeRuns()
    {
        var runs = _open.ToRuns();
        _open = new RunList();
        List<Run> trimmed = [.. runs.SkipWhile(IsBlank)];
        while (trimmed.Count > 0 && IsBlank(trimmed[^1])) trimmed.RemoveAt(trimmed.Count - 1);
        return trimmed;
    }

    private static bool IsBlank(Run run) => run is LineBreakRun || run is TextRun text && string.IsNullOrWhiteSpace(text.Text);

    private static string Collapsed(string text) => Space().Replace(text, " ");

    [GeneratedRegex(@"[ \t\r\n\f]+")]
    private static partial Regex Space();

    [GeneratedRegex(@"mso-list:\s*\w+\s+level(\d)", RegexOptions.IgnoreCase)]
    private static partial Regex ListPlace();

    [GeneratedRegex(@"^(\d{1,6})\.$")]
    private static partial Regex Number();

    // "a)", "IV.", "(1)", "1.2": no list of a letter has them.
    [GeneratedRegex(@"^\(?[\p{L}\d]{1,6}([.)]|\.\d+\.?)+$")]
    private static partial Regex LetterLabel();

    [GeneratedRegex(@"font-weight:\s*(\w+)", RegexOptions.IgnoreCase)]
    private static partial Regex Weight();

    [GeneratedRegex(@"font-style:\s*(\w+)", RegexOptions.IgnoreCase)]
    private static partial Regex Slant();

    [GeneratedRegex(@"(?:^|;)\s*(?:text-align:\s*)?(left|right|center|start|end)\b", RegexOptions.IgnoreCase)]
    private static partial Regex Alignment();
}
