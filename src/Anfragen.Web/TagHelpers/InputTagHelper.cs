using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Anfragen.Web.TagHelpers;

/// <summary>
/// <c>&lt;anf-field for="Input.Subject" label="Betreff" hint="…" /&gt;</c>: one line of input. A date becomes a date field; other
/// types by <c>type</c> (email, password, file, search).
/// </summary>
[HtmlTargetElement("anf-field", Attributes = "for,label", TagStructure = TagStructure.WithoutEndTag)]
public sealed class InputTagHelper : FieldTagHelper
{
    public string? Type { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var type = Type ?? NaturalType();
        var input = Control("input", output, Errors.Count > 0 ? "kern-form-input__input kern-form-input__input--error" : "kern-form-input__input");
        input.TagRenderMode = TagRenderMode.SelfClosing;
        input.Attributes["type"] = type;
        // A browser empties a date field whose value is no date: what was typed is better shown as text.
        if (type == "date" && Value.Length > 0 && !DateOnly.TryParseExact(Value, "yyyy-MM-dd", out _)) input.Attributes["type"] = "text";
        // A secret is never sent back, and a file cannot be.
        if (type is not ("password" or "file")) input.Attributes["value"] = Value;
        Wrap(output, input);
    }

    private string NaturalType()
    {
        var type = For.Metadata.UnderlyingOrModelType;
        if (type == typeof(DateOnly)) return "date";
        return type == typeof(TimeOnly) ? "time" : "text";
    }
}
