using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Anfragen.Web.TagHelpers;

/// <summary><c>&lt;anf-status value="question.Status" /&gt;</c>: a state of the domain as word and shape, never by colour alone.</summary>
[HtmlTargetElement("anf-status", Attributes = "value", TagStructure = TagStructure.WithoutEndTag)]
public sealed class StatusTagHelper : TagHelper
{
    /// <summary>Any of the state enumerations of the domain.</summary>
    public Enum Value { get; set; } = null!;

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var (word, shape) = StatusWords.Of(Value);
        output.TagName = "span";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", $"anf-status anf-status--{shape.ToString().ToLowerInvariant()}");
        output.Content.SetContent(word);
    }
}
