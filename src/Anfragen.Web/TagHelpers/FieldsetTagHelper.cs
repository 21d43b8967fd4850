using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Anfragen.Web.TagHelpers;

/// <summary>
/// <c>&lt;anf-fieldset for="Input.Departments" label="Ämter" hint="…"&gt;</c> boxes or other fields <c>&lt;/anf-fieldset&gt;</c>: a group with a
/// legend, and the errors of the whole group.
/// </summary>
[HtmlTargetElement("anf-fieldset", Attributes = "for,label")]
public sealed class FieldsetTagHelper : FieldTagHelper
{
    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var fields = await output.GetChildContentAsync();
        Become(output, "fieldset", Errors.Count > 0 ? "kern-fieldset kern-fieldset--error" : "kern-fieldset");
        output.Attributes.SetAttribute("id", Id);
        output.Attributes.SetAttribute("tabindex", "-1");
        if (DescribedBy() is { Length: > 0 } ids) output.Attributes.SetAttribute("aria-describedby", ids);
        output.Content.AppendHtml(LabelElement("legend")).AppendHtml(HintElement())
            .AppendHtml("<div class=\"kern-fieldset__body\">").AppendHtml(fields).AppendHtml("</div>").AppendHtml(ErrorElement());
    }
}
