using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Anfragen.Web.TagHelpers;

/// <summary>
/// <c>&lt;anf-editor for="Input.Markdown" label="Antwort"&gt;</c> toolbar <c>&lt;/anf-editor&gt;</c>: a large field for a text in Markdown, its
/// toolbar directly before it.
/// </summary>
[HtmlTargetElement("anf-editor", Attributes = "for,label")]
public sealed class EditorTagHelper : FieldTagHelper
{
    public int Rows { get; set; } = 14;

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var toolbar = await output.GetChildContentAsync();
        var area = Control("textarea", output, "kern-form-input__input anf-editor__field");
        area.Attributes["rows"] = Text(Rows);
        area.Attributes["spellcheck"] = "true";
        area.Attributes["lang"] = "de";
        // Parsers of HTML drop the first line break of a textarea; this one is for them, the typed one stays.
        area.InnerHtml.AppendHtml("\n").Append(Value);
        var label = LabelElement();
        label.AddCssClass("anf-editor__title");
        Become(output, "div", Errors.Count > 0 ? "anf-editor__write kern-form-input--error" : "anf-editor__write");
        output.Content.AppendHtml(label).AppendHtml(ErrorElement()).AppendHtml(HintElement()).AppendHtml(toolbar).AppendHtml(area);
    }
}
