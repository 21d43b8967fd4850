using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Anfragen.Web.TagHelpers;

/// <summary>
/// <c>&lt;anf-select for="Input.Department" label="Amt" items="Model.Departments" empty="Bitte wählen" /&gt;</c>: one of a list.
/// </summary>
[HtmlTargetElement("anf-select", Attributes = "for,label,items", TagStructure = TagStructure.WithoutEndTag)]
public sealed class SelectTagHelper : FieldTagHelper
{
    public IEnumerable<SelectListItem> Items { get; set; } = [];

    /// <summary>What the first option says that stands for "nothing chosen"; without it there is none.</summary>
    public string? Empty { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var select = Control("select", output, "kern-form-input__select");
        if (Empty is not null) select.InnerHtml.AppendHtml(Option(new SelectListItem(Empty, "")));
        foreach (var item in Items) select.InnerHtml.AppendHtml(Option(item));
        var wrapper = new TagBuilder("div");
        wrapper.AddCssClass("kern-form-input__select-wrapper");
        wrapper.InnerHtml.AppendHtml(select);
        Wrap(output, wrapper);
    }

    private IHtmlContent Option(SelectListItem item)
    {
        var option = new TagBuilder("option");
        option.Attributes["value"] = item.Value;
        if (IsChosen(item.Value)) option.Attributes["selected"] = "selected";
        if (item.Disabled) option.Attributes["disabled"] = "disabled";
        option.InnerHtml.Append(item.Text);
        return option;
    }
}
