using System.Globalization;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Anfragen.Web.TagHelpers;

/// <summary><c>&lt;anf-heading level="2"&gt;</c>: a heading of a part that stands at different depths on different pages.</summary>
[HtmlTargetElement("anf-heading", Attributes = "level")]
public sealed class HeadingTagHelper : TagHelper
{
    public int Level { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output) =>
        output.TagName = "h" + Level.ToString(CultureInfo.InvariantCulture);
}
