using System.Text;
using Anfragen.Application.Documents;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;

namespace Anfragen.Infrastructure.Documents;

/// <summary>Reads a Word document: body, then what its margins and notes say.</summary>
internal sealed class WordText
{
    private readonly TextUnderway _text = new();
    private readonly WordNumbering _numbering;
    private readonly Dictionary<long, FootnoteEndnoteType> _footnotes;
    private readonly Dictionary<long, FootnoteEndnoteType> _endnotes;
    private readonly CancellationToken _cancel;

    private WordText(MainDocumentPart main, CancellationToken cancel)
    {
        _cancel = cancel;
        _numbering = new WordNumbering(main);
        _footnotes = WordFile.ById(main.FootnotesPart?.Footnotes);
        _endnotes = WordFile.ById(main.EndnotesPart?.Endnotes);
    }

    public static DocumentText Read(byte[] content, CancellationToken cancel) =>
        WordFile.Read(content, main => new WordText(main, cancel).Read(main), cancel);

    private DocumentText Read(MainDocumentPart main)
    {
        if (main.Document?.Body is { } body) ReadBlocks(body);
        _text.Omit(Omission.Comment, main.WordprocessingCommentsPart?.Comments?.ChildElements.Count ?? 0);
        IEnumerable<OpenXmlPartRootElement?> margins = [.. main.HeaderParts.Select(part => part.Header), .. main.FooterParts.Select(part => part.Footer)];
        return _text.ToText(FileFormat.Docx, margins.SelectMany(margin => margin is null ? [] : LinesOf(margin)));
    }

    private void ReadBlocks(OpenXmlElement container)
    {
        foreach (var block in container.ChildElements)
        {
            foreach (var line in Lines(block)) _text.Add(line);
        }
    }

    private List<string> LinesOf(OpenXmlElement container) => [.. container.ChildElements.SelectMany(Lines)];

    private IEnumerable<string> Lines(OpenXmlElement block)
    {
        _cancel.ThrowIfCancellationRequested();
        switch (block.LocalName)
        {
            case "p":
                return ParagraphLines(block);
            case "tbl":
                return block.ChildElements.SelectMany(TableLines);
            case "altChunk":
                _text.Omit(Omission.Embedded);
                return [];
            case "del" or "moveFrom":
                _text.Omit(Omission.Deletion);
                return [];
            case "AlternateContent":
                return WordFile.Chosen(block) is { } chosen ? LinesOf(chosen) : [];
            case "oMathPara" or "oMath":
                return [block.InnerText];
            case "sdt" or "sdtContent" or "customXml" or "ins" or "moveTo" or "smartTag":
                return LinesOf(block);
            default:
                return [];
        }
    }

    private IEnumerable<string> ParagraphLines(OpenXmlElement element)
    {
        var inline = new Inline();
        foreach (var child in element.ChildElements) Append(child, inline);
        var text = inline.Text.ToString();
        var label = element is Paragraph paragraph ? _numbering.Next(paragraph) : "";
        yield return string.IsNullOrWhiteSpace(text) ? "" : label + text;
        foreach (var box in inline.Boxes)
        {
            foreach (var line in LinesOf(box)) yield return line;
        }
    }

    // A grid of short cells is a table; cells with several paragraphs are a way to lay out a page, and are read one after another.
    private IEnumerable<string> TableLines(OpenXmlElement row)
    {
        if (row.LocalName != "tr") return row.LocalName is "sdt" or "sdtContent" or "customXml" ? row.ChildElements.SelectMany(TableLines) : [];
        var cells = Cells(row).Select(cell => LinesOf(cell).Where(line => line.Length > 0).ToList()).ToList();
        return cells.Count > 1 && cells.All(cell => cell.Count <= 1)
            ? [string.Join('\t', cells.Select(cell => cell.Count == 0 ? "" : cell[0].Trim().Replace('\t', ' ').Replace('\n', ' ')))]
            : cells.SelectMany(cell => cell);
    }

    private static IEnumerable<OpenXmlElement> Cells(OpenXmlElement row) => row.ChildElements.SelectMany(child => child.LocalName switch
    {
        "tc" => [child],
        "sdt" or "sdtContent" or "customXml" => Cells(child),
        _ => [],
    });

    private void Append(OpenXmlElement element, Inline inline)
    {
        var text = inline.Text;
        switch (element.LocalName)
        {
            case "t":
                text.Append(element.InnerText);
                break;
            case "tab" or "ptab":
                text.Append('\t');
                break;
            case "br" or "cr":
                text.Append('\n');
                break;
            case "noBreakHyphen":
                text.Append('\u2011');
                break;
            case "softHyphen":
                text.Append('\u00AD');
                break;
            case "sym":
                text.Append(WordFile.SymbolOf(element as SymbolChar));
                break;
            case "footnoteReference":
                text.Append(Note(_footnotes, (element as FootnoteReference)?.Id?.Value));
                break;
            case "endnoteReference":
                text.Append(Note(_endnotes, (element as EndnoteReference)?.Id?.Value));
                break;
            case "checkBox":
                text.Append(WordFile.IsChecked(element) ? '☒' : '☐');
                break;
            case "r":
                AppendRun(element, inline);
                break;
            case "del" or "moveFrom":
                _text.Omit(Omission.Deletion);
                break;
            case "AlternateContent":
                if (WordFile.Chosen(element) is { } chosen) AppendChildren(chosen, inline);
                break;
            case "drawing" or "pict":
                AppendDrawing(element, inline);
                break;
            case "object":
                _text.Omit(Omission.Embedded);
                break;
            case "control":
                _text.Omit(Omission.Form);
                break;
            case "pPr" or "rPr" or "instrText" or "delText" or "delInstrText" or "sdtPr" or "sdtEndPr" or "rt":
                break;
            default:
                AppendChildren(element, inline);
                break;
        }
    }

    private void AppendChildren(OpenXmlElement element, Inline inline)
    {
        foreach (var child in element.ChildElements) Append(child, inline);
    }

    private void AppendRun(OpenXmlElement run, Inline inline)
    {
        if ((run as Run)?.RunProperties?.Vanish is { } vanish && vanish.Val?.Value != false)
        {
            _text.Omit(Omission.Hidden);
            return;
        }

        AppendChildren(run, inline);
    }

    private void AppendDrawing(OpenXmlElement drawing, Inline inline)
    {
        var boxes = drawing.Descendants().Where(element => element.LocalName == "txbxContent").ToList();
        inline.Boxes.AddRange(boxes);
        if (boxes.Count > 0) return;
        _text.Omit(drawing.Descendants().Any(element => element.LocalName is "chart" or "relIds") ? Omission.Chart : Omission.Picture);
    }

    private string Note(Dictionary<long, FootnoteEndnoteType> notes, long? id) =>
        id is { } known && notes.Remove(known, out var note)
            ? _text.AddFootnote(() => string.Join(' ', LinesOf(note).Select(line => line.Trim()).Where(line => line.Length > 0)))
            : "";

    private sealed class Inline
    {
        public StringBuilder Text { get; } = new();

        /// <summary>Text boxes anchored here; they follow the paragraph.</summary>
        public List<OpenXmlElement> Boxes { get; } = [];
    }
}
