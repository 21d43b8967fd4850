using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Anfragen.Web.TagHelpers;

/// <summary><c>&lt;anf-textarea for="Input.Preamble" label="Vorbemerkung" rows="6" optional /&gt;</c>: several lines of text.</summary>
[HtmlTargetElement("anf-textarea", Attributes = "for,label", TagStructure = TagStructure.WithoutEndTag)]
public sealed class TextareaTagHelper : FieldTagHelper
{
    public int Rows { get; set; } = 4;

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var area = Control("textarea", output, Errors.Count > 0 ? "kern-form-input__input kern-form-input__input--error" : "kern-form-input__input");
        area.Attributes["rows"] = Text(Rows);
        // Parsers of HTML drop the first line break of a textarea; this one is for them, the typed one stays.
        area.InnerHtml.AppendHtml("\n").Append(Value);
        Wrap(output, area);
    }
}
