using System.Globalization;
using Anfragen.Domain;
using Anfragen.Web.Layout;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Anfragen.Web.TagHelpers;

/// <summary>
/// <c>&lt;anf-due day="line.DueOn" overdue-since="…" stopped="…" met-on="…" /&gt;</c>: a due date with how it stands today, in words and a
/// shape, never by colour alone. Nothing where there is no date.
/// </summary>
[HtmlTargetElement("anf-due", Attributes = "day", TagStructure = TagStructure.WithoutEndTag)]
public sealed class DueTagHelper(TimeProvider clock) : TagHelper
{
    private static readonly CultureInfo German = CultureInfo.GetCultureInfo("de-DE");

    public DateOnly? Day { get; set; }

    /// <summary>The inquiry's first late day, also when it lies ahead.</summary>
    public DateOnly? OverdueSince { get; set; }

    public bool Stopped { get; set; }

    public DateOnly? MetOn { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        if (Day is not { } day)
        {
            output.SuppressOutput();
            return;
        }

        var words = DueWords.Of(Day, OverdueSince, Stopped, MetOn, Berlin.Day(clock.GetUtcNow()));
        output.TagName = "span";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", "anf-due");
        var time = new TagBuilder("time") { Attributes = { ["datetime"] = day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) } };
        output.Content.AppendHtml(time).AppendHtml(Words(words));
        time.InnerHtml.Append(day.ToString("dd.MM.yyyy", German));
    }

    private static TagBuilder? Words(DueWords words)
    {
        if (words.Text.Length == 0) return null;
        var span = new TagBuilder("span");
        span.AddCssClass($"anf-status anf-status--{words.Shape}");
        span.InnerHtml.Append(words.Text);
        return span;
    }
}
