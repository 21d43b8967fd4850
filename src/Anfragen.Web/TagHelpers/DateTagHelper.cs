using System.Globalization;
using Anfragen.Domain;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Anfragen.Web.TagHelpers;

/// <summary>
/// <c>&lt;anf-date value="day" /&gt;</c> writes 19.09.2025, with <c>long</c> 19. September 2025, for people and machines. An instant is
/// shown as it was in Berlin, with <c>clock</c> as 19.09.2025, 11:47 Uhr. Nothing for null.
/// </summary>
[HtmlTargetElement("anf-date", Attributes = "value", TagStructure = TagStructure.WithoutEndTag)]
public sealed class DateTagHelper : TagHelper
{
    private static readonly CultureInfo German = CultureInfo.GetCultureInfo("de-DE");

    /// <summary>A DateOnly or a DateTimeOffset.</summary>
    public object? Value { get; set; }

    public bool Long { get; set; }

    public bool Clock { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var (day, machine, clock) = Value switch
        {
            null => default,
            DateOnly date => (date, date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), ""),
            DateTimeOffset instant => Local(Berlin.Local(instant)),
            _ => throw new ArgumentException($"anf-date shows days and instants, not {Value.GetType()}."),
        };
        if (machine is null)
        {
            output.SuppressOutput();
            return;
        }

        output.TagName = "time";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("datetime", machine);
        output.Content.SetContent(day.ToString(Long ? "d. MMMM yyyy" : "dd.MM.yyyy", German) + (Clock ? clock : ""));
    }

    private static (DateOnly Day, string Machine, string Clock) Local(DateTimeOffset instant) =>
        (DateOnly.FromDateTime(instant.DateTime),
            instant.ToString("yyyy-MM-ddTHH:mm:sszzz", CultureInfo.InvariantCulture),
            instant.ToString("', 'HH:mm' Uhr'", German));
}
