using Anfragen.Typesetting;
using Markdig.Extensions.Footnotes;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace Anfragen.Infrastructure.Replies;

/// <summary>The inline half of <see cref="MarkdownToBlocks"/>, with the same promise: named or kept, never dropped.</summary>
internal sealed class MarkdownToRuns(string source, MarkdownProblems problems)
{
    // A bare address ends before a closing quotation mark, which Markdig would take along.
    private const string QuotationMarks = "„“”‚‘’»«›‹\"";

    private bool isInNote;

    public IReadOnlyList<Run> Of(ContainerInline? container)
    {
        var runs = new RunList();
        AddAll(container, default, runs);
        return runs.ToRuns();
    }

    private void AddAll(IEnumerable<Inline>? inlines, RunStyle style, RunList runs)
    {
        foreach (var inline in inlines ?? [])
        {
            Add(inline, style, runs);
        }
    }

    private void Add(Inline inline, RunStyle style, RunList runs)
    {
        switch (inline)
        {
            case LiteralInline literal:
                runs.Add(literal.Content.ToString(), style);
                break;
            case LineBreakInline { IsHard: true }:
                runs.BreakLine();
                break;
            case LineBreakInline:
                runs.Add(" ", style);
                break;
            case EmphasisInline { DelimiterCount: 2 } strong:
                AddAll(strong, style with { Bold = true }, runs);
                break;
            case EmphasisInline emphasis:
                AddAll(emphasis, style with { Italic = true }, runs);
                break;
            case LinkInline { IsAutoLink: true } bare:
                AddBareAddress(bare, style, runs);
                break;
            case LinkInline { IsImage: false } link:
                AddLink(link, style, runs);
                break;
            case AutolinkInline bracketed:
                AddBracketedAddress(bracketed, style, runs);
                break;
            case FootnoteLink { IsBackLink: true }:
                // Markdig's own way back, which letter and page make themselves.
                break;
            case FootnoteLink reference:
                AddNote(reference, style, runs);
                break;
            case DelimiterInline opened:
                // "[" without its "]": what follows hangs below it.
                runs.Add(opened.ToLiteral(), style);
                AddAll(opened, style, runs);
                break;
            case CodeInline:
                AddUnsupported(inline, "Programmtext (`) kann im Schreiben nicht stehen.", style, runs);
                break;
            case LinkInline:
                AddUnsupported(inline, "Bilder können im Schreiben nicht stehen; bitte als Anlage beifügen.", style, runs);
                break;
            default:
                AddUnsupported(inline, "Diese Auszeichnung kann im Schreiben nicht stehen.", style, runs);
                break;
        }
    }

    private void AddLink(LinkInline link, RunStyle style, RunList runs)
    {
        if (!LinkAddress.TryParse(link.Url, out var address))
        {
            AddUnsupported(link, $"Die Adresse eines Links muss mit {LinkAddress.Allowed} beginnen und vollständig sein.", style, runs);
        }
        else if (link.FirstChild is null)
        {
            AddUnsupported(link, "Ein Link hat keinen Text.", style, runs);
        }
        else
        {
            if (!string.IsNullOrEmpty(link.Title))
            {
                Problem(link, "Der Titel eines Links (in Anführungszeichen nach der Adresse) erscheint im Schreiben nicht; bitte weglassen.");
            }

            AddAll(link, style with { Address = address }, runs);
        }
    }

    // Shown as written: Markdig would leave out "mailto:" and "tel:".
    private void AddBareAddress(LinkInline link, RunStyle style, RunList runs)
    {
        var written = SourceOf(link);
        var end = written.AsSpan().IndexOfAny(QuotationMarks);
        var text = end < 0 ? written : written[..end];
        var prefix = text.StartsWith("www.", StringComparison.OrdinalIgnoreCase) ? "https://" : "";
        var address = LinkAddress.TryParse(prefix + text, out var safe) ? safe : null;

        runs.Add(text, style with { Address = address });
        runs.Add(written[text.Length..], style);
    }

    private void AddBracketedAddress(AutolinkInline link, RunStyle style, RunList runs)
    {
        if (LinkAddress.TryParse(link.IsEmail ? "mailto:" + link.Url : link.Url, out var address))
        {
            runs.Add(link.Url, style with { Address = address });
        }
        else
        {
            AddUnsupported(link, $"Die Adresse eines Links muss mit {LinkAddress.Allowed} beginnen und vollständig sein.", style, runs);
        }
    }

    private void AddNote(FootnoteLink reference, RunStyle style, RunList runs)
    {
        if (isInNote)
        {
            AddUnsupported(reference, "In einer Fußnote kann keine weitere stehen.", style, runs);
        }
        else if (reference.Footnote.Links[0] != reference)
        {
            AddUnsupported(reference, "Auf eine Fußnote kann nur eine Stelle verweisen.", style, runs);
        }
        else if (reference.Footnote is [ParagraphBlock text])
        {
            isInNote = true;
            runs.Add(new NoteRun(Of(text.Inline)));
            isInNote = false;
        }
        else
        {
            AddUnsupported(reference, "Eine Fußnote besteht aus genau einem Absatz.", style, runs);
            runs.Add($" {source[reference.Footnote.Span.Start..Math.Min(source.Length, reference.Footnote.Span.End + 1)]}", style);
        }
    }

    private void AddUnsupported(Inline inline, string sentence, RunStyle style, RunList runs)
    {
        Problem(inline, sentence);
        runs.Add(SourceOf(inline), style);
    }

    private void Problem(Inline inline, string sentence) => problems.AtOffset(inline.Span.Start, sentence);

    private string SourceOf(Inline inline) => source[inline.Span.Start..Math.Min(source.Length, inline.Span.End + 1)];
}
