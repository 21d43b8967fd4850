using Anfragen.Domain;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Anfragen.Web.TagHelpers;

/// <summary><c>&lt;anf-waiting since="line.Since" /&gt;</c>: how long something waits, "seit heute", "seit gestern", "seit 3 Tagen", in days of Berlin.</summary>
[HtmlTargetElement("anf-waiting", Attributes = "since", TagStructure = TagStructure.WithoutEndTag)]
public sealed class WaitingTagHelper(TimeProvider clock) : TagHelper
{
    public DateTimeOffset Since { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var day = Berlin.Day(Since);
        var days = Berlin.Day(clock.GetUtcNow()).DayNumber - day.DayNumber;
        output.TagName = "time";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("datetime", $"{day:yyyy-MM-dd}");
        output.Content.SetContent(days switch
        {
            <= 0 => "seit heute",
            1 => "seit gestern",
            _ => $"seit {days} Tagen",
        });
    }
}
