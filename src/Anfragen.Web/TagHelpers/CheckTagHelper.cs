using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Anfragen.Web.TagHelpers;

/// <summary>
/// <c>&lt;anf-check for="Input.Confirmed" label="…" /&gt;</c>: yes or no. With <c>value</c> it is one box of several, all bound to a
/// collection; <c>&lt;anf-radio … value="…"&gt;</c> is one choice of several. Put several into an <c>anf-fieldset</c>.
/// </summary>
[HtmlTargetElement("anf-check", Attributes = "for,label", TagStructure = TagStructure.WithoutEndTag)]
[HtmlTargetElement("anf-radio", Attributes = "for,label,value", TagStructure = TagStructure.WithoutEndTag)]
public sealed class CheckTagHelper : FieldTagHelper
{
    [HtmlAttributeName("value")]
    public string? Choice { get; set; }

    protected override string Id => Choice is null ? base.Id : FieldIds.Of($"{Name}.{Choice}");

    protected override bool ShowsErrors => Choice is null;

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var isRadio = context.TagName == "anf-radio";
        var box = Control("input", output, isRadio ? "kern-form-check__radio" : "kern-form-check__checkbox");
        box.TagRenderMode = TagRenderMode.SelfClosing;
        box.Attributes["type"] = isRadio ? "radio" : "checkbox";
        box.Attributes["value"] = Choice ?? "true";
        if (IsOn()) box.Attributes["checked"] = "checked";
        Become(output, "div", "anf-check");
        output.Content.AppendHtml("<div class=\"kern-form-check\">").AppendHtml(box);
        if (Choice is null) output.Content.AppendHtml(Unchecked());
        output.Content.AppendHtml(LabelElement()).AppendHtml("</div>").AppendHtml(HintElement()).AppendHtml(ErrorElement());
    }

    // A lone box posts "true" and the hidden "false" together when it is checked.
    private bool IsOn() => Choice is not null ? IsChosen(Choice) : Value.StartsWith("true", StringComparison.OrdinalIgnoreCase);

    /// <summary>Browsers send nothing for an empty box; this sends "false".</summary>
    private TagBuilder Unchecked()
    {
        var hidden = new TagBuilder("input") { TagRenderMode = TagRenderMode.SelfClosing };
        hidden.MergeAttributes(new Dictionary<string, string?> { ["type"] = "hidden", ["name"] = Name, ["value"] = "false" });
        return hidden;
    }
}
