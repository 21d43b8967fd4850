using Anfragen.Web.Security;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Anfragen.Web.TagHelpers;

/// <summary>
/// <c>&lt;a may="RouteQuestions" …&gt;</c>: leaves the element out for people without the permission. This is comfort, the lock
/// is the authorization behaviour. Without a value the element stays.
/// </summary>
[HtmlTargetElement(Attributes = "may")]
public sealed class MayTagHelper : TagHelper
{
    [HtmlAttributeName("may")]
    public string? Permission { get; set; }

    [ViewContext, HtmlAttributeNotBound]
    public ViewContext ViewContext { get; set; } = null!;

    /// <summary>Before the others, so that nothing is made that will not be shown.</summary>
    public override int Order => -2000;

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        if (!string.IsNullOrEmpty(Permission) && !ViewContext.HttpContext.User.May(Permission)) output.SuppressOutput();
    }
}
