using System.Text.RegularExpressions;
using Anfragen.Infrastructure.Replies;
using Anfragen.Typesetting;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;
using Paragraph = DocumentFormat.OpenXml.Wordprocessing.Paragraph;
using Run = DocumentFormat.OpenXml.Wordprocessing.Run;
using RunStyle = Anfragen.Infrastructure.Replies.RunStyle;
using Table = DocumentFormat.OpenXml.Wordprocessing.Table;
using TableRow = DocumentFormat.OpenXml.Wordprocessing.TableRow;

namespace Anfragen.Infrastructure.Documents;

/// <summary>
/// Reads the body of a Word document as blocks: headings, lists, tables, emphasis, links and notes. Labels a letter cannot make ("a)") stay
/// as text. Headers and footers are left out: what is written is the text of an answer, not a letter.
/// </summary>
internal sealed partial class WordBlocks
{
    private const int LongestStyleChain = 20;

    private readonly ForeignBlocks _blocks = new();
    private readonly Omissions _omitted = new();
    private readonly WordNumbering _numbering;
    private readonly Dictionary<string, Style> _styles = [];
    private readonly Dictionary<string, string> _links = [];
    private readonly Dictionary<long, FootnoteEndnoteType> _footnotes;
    private readonly Dictionary<long, FootnoteEndnoteType> _endnotes;
    private readonly CancellationToken _cancel;

    private WordBlocks(MainDocumentPart main, CancellationToken cancel)
    {
        _cancel = cancel;
        _numbering = new WordNumbering(main);
        _footnotes = WordFile.ById(main.FootnotesPart?.Footnotes);
        _endnotes = WordFile.ById(main.EndnotesPart?.Endnotes);
        foreach (var style in main.StyleDefinitionsPart?.Styles?.Elements<Style>() ?? [])
        {
            if (style.StyleId?.Value is { } id) _styles.TryAdd(id, style);
        }

        foreach (var link in main.HyperlinkRelationships)
        {
            if (LinkAddress.TryParse(link.Uri.OriginalString, out var address)) _links.TryAdd(link.Id, address);
        }
    }

    public static ForeignText Read(byte[] content, CancellationToken cancel) =>
        WordFile.Read(content, main => new WordBlocks(main, cancel).Read(main), cancel);

    private ForeignText Read(MainDocumentPart main)
    {
        if (main.Document?.Body is { } body) ReadAll(body);
        _omitted.Add(Omission.Comment, main.WordprocessingCommentsPart?.Comments?.ChildElements.Count ?? 0);
        return new ForeignText(_blocks.ToBlocks(), _omitted.Sentences());
    }

    private void ReadAll(OpenXmlElement container)
    {
        foreach (var element in container.ChildElements)
        {
            _cancel.ThrowIfCancellationRequested();
            switch (element)
            {
                case Paragraph paragraph:
                    ReadParagraph(paragraph);
                    break;
                case Table table:
                    ReadTable(table);
                    break;
                default:
                    ReadOther(element);
                    break;
            }
        }
    }

    private void ReadOther(OpenXmlElement element)
    {
        switch (element.LocalName)
        {
            case "altChunk":
                _omitted.Add(Omission.Embedded);
                break;
            case "del" or "moveFrom":
                _omitted.Add(Omission.Deletion);
                break;
            case "AlternateContent":
                if (WordFile.Chosen(element) is { } chosen) ReadAll(chosen);
                break;
            case "sdt" or "sdtContent" or "customXml" or "ins" or "moveTo" or "smartTag":
                ReadAll(element);
                break;
            case "oMathPara" or "oMath":
                _blocks.Add(new Typesetting.Paragraph([new TextRun(element.InnerText)]));
                break;
        }
    }

    private void ReadParagraph(Paragraph paragraph)
    {
        var label = _numbering.NextLabel(paragraph);
        var line = new Line(this);
        foreach (var child in paragraph.ChildElements) line.Append(child, default);
        var runs = line.Runs.ToRuns();
        if (runs.All(run => run is LineBreakRun || run is TextRun text && string.IsNullOrWhiteSpace(text.Text)))
        {
            ReadBoxes(line);
            return;
        }

        if (label is { IsBullet: true } or { Number: not null })
        {
            _blocks.AddItem(label.Level, label.Number, [new Typesetting.Paragraph(runs)]);
        }
        else if (HeadingLevelOf(paragraph) is { } level)
        {
            _blocks.Add(new Heading(level, null, [.. Labelled(label, runs).Select(Plain)]));
        }
        else
        {
            _blocks.Add(new Typesetting.Paragraph([.. Labelled(label, runs)]));
        }

        ReadBoxes(line);
    }

    private void ReadBoxes(Line line)
    {
        foreach (var box in line.Boxes) ReadAll(box);
    }

    private static IEnumerable<Typesetting.Run> Labelled(WordLabel? label, IReadOnlyList<Typesetting.Run> runs) =>
        label is null ? runs : runs.Prepend(new TextRun(label.Text + (label.IsApart ? " " : "")));

    // A heading is bold as it is.
    private static Typesetting.Run Plain(Typesetting.Run run) => run switch
    {
        TextRun text => text with { Bold = false },
        LineBreakRun => new TextRun(" "),
        _ => run,
    };

    // A grid is a table; one row or one column is a way to lay out a page and is read one cell after another.
    private void ReadTable(Table table)
    {
        var rows = table.Elements<TableRow>().Select(row => Cells(row).ToList()).ToList();
        var width = rows.Count == 0 ? 0 : rows.Max(row => row.Count);
        if (rows.Count < 2 || width < 2)
        {
            foreach (var cell in table.Descendants<TableCell>().Where(cell => cell.Ancestors<Table>().First() == table)) ReadAll(cell);
            return;
        }

        var cells = rows.Select(row => row.Concat(Enumerable.Repeat<TableCell?>(null, width - row.Count)).Select(Content).ToList()).ToList();
        _blocks.Add(new Typesetting.Table(
            [.. cells[0].Select((header, column) => new TableColumn([.. header.Runs.Select(Plain)], AlignmentOf(cells.Skip(1).Select(row => row[column].Alignment))))],
            [.. cells.Skip(1).Select(row => new Typesetting.TableRow([.. row.Select(cell => cell.Runs)]))]));
    }

    // A cell that spans several columns is followed by empty ones.
    private static IEnumerable<TableCell?> Cells(TableRow row)
    {
        foreach (var cell in row.Descendants<TableCell>().Where(cell => cell.Ancestors<TableRow>().First() == row))
        {
            yield return cell;
            for (var span = cell.TableCellProperties?.GridSpan?.Val?.Value ?? 1; span > 1 && span < 64; span--) yield return null;
        }
    }

    private (IReadOnlyList<Typesetting.Run> Runs, JustificationValues? Alignment) Content(TableCell? cell)
    {
        var line = new Line(this);
        JustificationValues? alignment = null;
        foreach (var paragraph in cell?.Descendants<Paragraph>() ?? [])
        {
            if (_numbering.NextLabel(paragraph) is { } label) line.Runs.Add(label.Text + " ", default);
            alignment ??= paragraph.ParagraphProperties?.Justification?.Val?.Value;
            foreach (var child in paragraph.ChildElements) line.Append(child, default);
            line.Runs.Add(" ", default);
        }

        return ([.. line.Runs.ToRuns().Select(run => run is LineBreakRun ? new TextRun(" ") : run)], alignment);
    }

    private static ColumnAlignment AlignmentOf(IEnumerable<JustificationValues?> cells)
    {
        var given = cells.Distinct().ToList();
        return given is [{ } one]
            ? one == JustificationValues.Right || one == JustificationValues.End ? ColumnAlignment.Right
            : one == JustificationValues.Center ? ColumnAlignment.Center
            : ColumnAlignment.Left
            : ColumnAlignment.Automatic;
    }

    // By the name that Word keeps in every language.
    private int? HeadingLevelOf(Paragraph paragraph) => StylesOf(paragraph.ParagraphProperties?.ParagraphStyleId?.Val?.Value)
        .Select(style => HeadingName().Match(style.StyleName?.Val?.Value ?? ""))
        .Where(name => name.Success)
        .Select(name => (int?)Math.Min(5, name.Groups[1].ValueSpan[0] - '0' + 1))
        .FirstOrDefault();

    private IEnumerable<Style> StylesOf(string? id)
    {
        for (var i = 0; i < LongestStyleChain && id is not null && _styles.TryGetValue(id, out var style); i++)
        {
            yield return style;
            id = style.BasedOn?.Val?.Value;
        }
    }

    private RunStyle StyleOf(Run run, string? address)
    {
        var properties = run.RunProperties;
        var named = StylesOf(properties?.RunStyle?.Val?.Value).Select(style => style.StyleRunProperties).OfType<StyleRunProperties>().ToList();
        return new RunStyle(
            IsOn(properties?.Bold) ?? named.Select(style => IsOn(style.Bold)).FirstOrDefault(on => on is not null) ?? false,
            IsOn(properties?.Italic) ?? named.Select(style => IsOn(style.Italic)).FirstOrDefault(on => on is not null) ?? false,
            address);
    }

    private static bool? IsOn(OnOffType? property) => property is null ? null : property.Val?.Value ?? true;

    private IReadOnlyList<Typesetting.Run>? Note(Dictionary<long, FootnoteEndnoteType> notes, long? id)
    {
        if (id is not { } known || !notes.Remove(known, out var note)) return null;
        var line = new Line(this) { IsNote = true };
        foreach (var paragraph in note.Descendants<Paragraph>())
        {
            foreach (var child in paragraph.ChildElements) line.Append(child, default);
            line.Runs.Add(" ", default);
        }

        return line.Runs.ToRuns();
    }

    [GeneratedRegex("^heading ([1-9])$", RegexOptions.IgnoreCase)]
    private static partial Regex HeadingName();

    /// <summary>The runs of a paragraph, and the text boxes anchored in it, which follow it.</summary>
    private sealed class Line(WordBlocks word)
    {
        public RunList Runs { get; } = new();

        public List<OpenXmlElement> Boxes { get; } = [];

        public bool IsNote { get; init; }

        public void Append(OpenXmlElement element, RunStyle style)
        {
            switch (element.LocalName)
            {
                case "t":
                    Runs.Add(element.InnerText, style);
                    break;
                case "tab" or "ptab":
                    Runs.Add(" ", style);
                    break;
                case "br" or "cr" when IsNote:
                    Runs.Add(" ", style);
                    break;
                case "br" or "cr":
                    Runs.BreakLine();
                    break;
                case "noBreakHyphen":
                    Runs.Add("\u2011", style);
                    break;
                case "softHyphen":
                    Runs.Add("\u00AD", style);
                    break;
                case "sym":
                    Runs.Add(WordFile.SymbolOf(element as SymbolChar), style);
                    break;
                case "footnoteReference" when !IsNote:
                    AddNote(word.Note(word._footnotes, (element as FootnoteReference)?.Id?.Value));
                    break;
                case "endnoteReference" when !IsNote:
                    AddNote(word.Note(word._endnotes, (element as EndnoteReference)?.Id?.Value));
                    break;
                case "checkBox":
                    Runs.Add(WordFile.IsChecked(element) ? "☒" : "☐", style);
                    break;
                case "r" when element is Run run:
                    AppendRun(run, style);
                    break;
                case "hyperlink":
                    AppendAll(element, style with { Address = word._links.GetValueOrDefault((element as Hyperlink)?.Id?.Value ?? "") });
                    break;
                case "del" or "moveFrom":
                    word._omitted.Add(Omission.Deletion);
                    break;
                case "AlternateContent":
                    if (WordFile.Chosen(element) is { } chosen) AppendAll(chosen, style);
                    break;
                case "drawing" or "pict":
                    AppendDrawing(element);
                    break;
                case "object":
                    word._omitted.Add(Omission.Embedded);
                    break;
                case "control":
                    word._omitted.Add(Omission.Form);
                    break;
                case "pPr" or "rPr" or "instrText" or "delText" or "delInstrText" or "sdtPr" or "sdtEndPr" or "rt" or "footnoteRef" or "endnoteRef":
                    break;
                default:
                    AppendAll(element, style);
                    break;
            }
        }

        private void AppendAll(OpenXmlElement element, RunStyle style)
        {
            foreach (var child in element.ChildElements) Append(child, style);
        }

        private void AppendRun(Run run, RunStyle style)
        {
            if (run.RunProperties?.Vanish is { } vanish && vanish.Val?.Value != false)
            {
                word._omitted.Add(Omission.Hidden);
                return;
            }

            AppendAll(run, word.StyleOf(run, style.Address));
        }

        private void AppendDrawing(OpenXmlElement drawing)
        {
            var boxes = drawing.Descendants().Where(element => element.LocalName == "txbxContent").ToList();
            Boxes.AddRange(boxes);
            if (boxes.Count > 0) return;
            word._omitted.Add(drawing.Descendants().Any(element => element.LocalName is "chart" or "relIds") ? Omission.Chart : Omission.Picture);
        }

        private void AddNote(IReadOnlyList<Typesetting.Run>? note)
        {
            if (note is { Count: > 0 }) Runs.Add(new NoteRun(note));
        }
    }
}
