using Anfragen.Web.Layout;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Anfragen.Web.TagHelpers;

/// <summary>
/// <c>&lt;anf-diff before="…" after="…" label="…" /&gt;</c>: what one text has and the other has not, struck out and underlined, and
/// spoken for screen readers. Long passages that are the same shrink to their number of words.
/// </summary>
[HtmlTargetElement("anf-diff", Attributes = "before,after,label", TagStructure = TagStructure.WithoutEndTag)]
public sealed class DifferenceTagHelper : TagHelper
{
    /// <summary>Characters of the unchanged text shown on either side of a change.</summary>
    private const int Surroundings = 160;

    public string Before { get; set; } = "";

    public string After { get; set; } = "";

    public string Label { get; set; } = "";

    /// <summary>Both texts whole, one beside the other, instead of one text with both.</summary>
    public bool SideBySide { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = "div";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", "anf-diff");
        output.Attributes.SetAttribute("tabindex", "0");
        output.Attributes.SetAttribute("role", "region");
        output.Attributes.SetAttribute("aria-label", Label);
        var parts = TextDifference.Of(Before, After);
        if (SideBySide)
        {
            output.Attributes.SetAttribute("class", "anf-diff anf-diff--sides");
            output.Content.AppendHtml(Side(parts, DifferenceKind.Inserted)).AppendHtml(Side(parts, DifferenceKind.Deleted));
            return;
        }

        for (var index = 0; index < parts.Count; index++)
        {
            switch (parts[index])
            {
                case { Kind: DifferenceKind.Same } same:
                    Same(output.Content, same.Text, isFirst: index == 0, isLast: index == parts.Count - 1);
                    break;
                case { Kind: DifferenceKind.Deleted } deleted:
                    output.Content.AppendHtml(Mark("del", "gelöscht", deleted.Text));
                    break;
                case { Kind: DifferenceKind.Inserted } inserted:
                    output.Content.AppendHtml(Mark("ins", "eingefügt", inserted.Text));
                    break;
            }
        }
    }

    private static TagBuilder Side(IEnumerable<DifferencePart> parts, DifferenceKind missing)
    {
        var side = new TagBuilder("div");
        foreach (var part in parts.Where(part => part.Kind != missing))
        {
            _ = part.Kind switch
            {
                DifferenceKind.Deleted => side.InnerHtml.AppendHtml(Mark("del", "gelöscht", part.Text)),
                DifferenceKind.Inserted => side.InnerHtml.AppendHtml(Mark("ins", "eingefügt", part.Text)),
                _ => side.InnerHtml.Append(part.Text),
            };
        }

        return side;
    }

    private static void Same(TagHelperContent content, string text, bool isFirst, bool isLast)
    {
        var (head, tail) = (isFirst ? 0 : Surroundings, isLast ? 0 : Surroundings);
        if (text.Length <= head + tail + Surroundings)
        {
            content.Append(text);
            return;
        }

        // Cut between words, which also keeps the two halves of a character together.
        var from = head == 0 ? 0 : text.IndexOfAny([' ', '\n'], head);
        var to = tail == 0 ? text.Length : text.LastIndexOfAny([' ', '\n'], text.Length - tail);
        if (from < 0 || to <= from)
        {
            content.Append(text);
            return;
        }

        var words = text[from..to].Split([' ', '\n'], StringSplitOptions.RemoveEmptyEntries).Length;
        var gap = new TagBuilder("span");
        gap.AddCssClass("anf-diff__gap");
        gap.InnerHtml.Append($"{words} Wörter unverändert");
        content.Append(text[..from]).Append(" ").AppendHtml(gap).Append(" ").Append(text[to..].TrimStart());
    }

    private static TagBuilder Mark(string element, string spoken, string text)
    {
        var mark = new TagBuilder(element);
        mark.InnerHtml.AppendHtml(Spoken($"[{spoken}:] ")).Append(text).AppendHtml(Spoken(" [Ende]"));
        return mark;
    }

    private static TagBuilder Spoken(string text)
    {
        var span = new TagBuilder("span");
        span.AddCssClass("kern-sr-only");
        span.InnerHtml.Append(text);
        return span;
    }
}
