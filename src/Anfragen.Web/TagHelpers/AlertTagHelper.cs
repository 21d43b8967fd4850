using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Anfragen.Web.TagHelpers;

/// <summary>
/// <c>&lt;anf-alert type="Warning" title="…"&gt;</c> text <c>&lt;/anf-alert&gt;</c>: a notice in a frame. With <c>live</c> it is read out, for
/// what has just happened; a note that always stands there is not. A <c>level</c> makes the title a heading.
/// </summary>
[HtmlTargetElement("anf-alert", Attributes = "title")]
public sealed class AlertTagHelper : TagHelper
{
    public AlertType Type { get; set; }

    public string Title { get; set; } = "";

    public bool Live { get; set; }

    public int? Level { get; set; }

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var body = await output.GetChildContentAsync();
        var kind = Type.ToString().ToLowerInvariant();
        output.TagName = "div";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", $"kern-alert kern-alert--{kind} anf-notice");
        if (Live) output.Attributes.SetAttribute("role", Type is AlertType.Danger or AlertType.Warning ? "alert" : "status");
        var title = new TagBuilder(Level is null ? "p" : $"h{Level}");
        title.AddCssClass("kern-title");
        title.InnerHtml.Append(Title);
        output.Content
            .AppendHtml($"<div class=\"kern-alert__header\"><span class=\"kern-icon kern-icon--{kind}\" aria-hidden=\"true\"></span>")
            .AppendHtml(title).AppendHtml("</div>");
        if (body.IsEmptyOrWhiteSpace) return;
        output.Content.AppendHtml("<div class=\"kern-alert__body\">").AppendHtml(body).AppendHtml("</div>");
    }
}

/// <summary>The four kinds of notice that KERN draws.</summary>
public enum AlertType
{
    Info,
    Success,
    Warning,
    Danger,
}
