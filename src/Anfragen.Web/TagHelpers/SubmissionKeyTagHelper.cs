using Anfragen.Domain;
using Anfragen.Web.Errors;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Anfragen.Web.TagHelpers;

/// <summary>
/// <c>&lt;anf-submission-key for="Input.SubmissionKey" /&gt;</c>: the key that makes a form count once. It stays while the form is
/// shown again; a new one is chosen for a new form, and for one whose key has been used for something else.
/// </summary>
[HtmlTargetElement("anf-submission-key", Attributes = "for", TagStructure = TagStructure.WithoutEndTag)]
public sealed class SubmissionKeyTagHelper : TagHelper
{
    public ModelExpression For { get; set; } = null!;

    [ViewContext, HtmlAttributeNotBound]
    public ViewContext ViewContext { get; set; } = null!;

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var posted = For.Model as Guid? ?? Guid.Empty;
        var isUsed = ViewContext.HttpContext.BrokenRule() == CommonRules.FormIsSentOnce;
        output.TagName = "input";
        output.TagMode = TagMode.StartTagOnly;
        output.Attributes.SetAttribute("type", "hidden");
        output.Attributes.SetAttribute("name", ViewContext.ViewData.TemplateInfo.GetFullHtmlFieldName(For.Name));
        output.Attributes.SetAttribute("value", posted == Guid.Empty || isUsed ? Guid.CreateVersion7() : posted);
    }
}
