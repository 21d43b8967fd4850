using System.Globalization;
using System.Text;
using Anfragen.Application.Work;

namespace Anfragen.Web.Layout;

/// <summary>
/// Due dates as a calendar (RFC 5545): one all-day event for each task that has one. The same task keeps its UID, so that reading the file again
/// moves its event and makes no second one.
/// </summary>
public static class CalendarFile
{
    public const string MediaType = "text/calendar";

    private const int LongestLine = 75;

    /// <param name="lines">Those without a due date, or answered by now, are left out.</param>
    /// <param name="addressOf">The address of a task's page, absolute.</param>
    public static byte[] Of(IEnumerable<WorkLine> lines, Func<WorkLine, string> addressOf)
    {
        var file = new StringBuilder();
        Add(file, "BEGIN", "VCALENDAR");
        Add(file, "VERSION", "2.0");
        Add(file, "PRODID", "-//Anfragen//Fristen//DE");
        Add(file, "CALSCALE", "GREGORIAN");
        Add(file, "METHOD", "PUBLISH");
        foreach (var line in lines)
        {
            if (line.DeadlineMetOn is null && (line.DueOn ?? line.InquiryDueOn) is { } day) AddEvent(file, line, day, addressOf(line));
        }

        Add(file, "END", "VCALENDAR");
        return Encoding.UTF8.GetBytes(file.ToString());
    }

    private static void AddEvent(StringBuilder file, WorkLine line, DateOnly day, string address)
    {
        var of = line.Number is null ? "Anfrage ohne Nummer" : $"Anfrage {line.Number}";
        Add(file, "BEGIN", "VEVENT");
        Add(file, "UID", $"{line.Kind}-{line.Subject}@anfragen");
        Add(file, "DTSTAMP", line.Since.UtcDateTime.ToString("yyyyMMdd'T'HHmmss'Z'", CultureInfo.InvariantCulture));
        Add(file, "DTSTART;VALUE=DATE", Day(day));
        Add(file, "DTEND;VALUE=DATE", Day(day.AddDays(1)));
        Add(file, "SUMMARY", Escaped($"{line.Kind.German()}: {of}"));
        Add(file, "DESCRIPTION", Escaped($"{line.InquirySubject} ({line.Originators}){(line.Questions.Length == 0 ? "" : $"\nzu Frage {line.Questions}")}\n{address}"));
        Add(file, "URL", address);
        Add(file, "TRANSP", "TRANSPARENT");
        Add(file, "END", "VEVENT");
    }

    private static string Day(DateOnly day) => day.ToString("yyyyMMdd", CultureInfo.InvariantCulture);

    // Line breaks may be all kinds; other control characters have no place in a text value.
    private static string Escaped(string text) => string.Concat(text.ReplaceLineEndings("\n").Select(character => character switch
    {
        '\\' => "\\\\",
        ';' => "\\;",
        ',' => "\\,",
        '\n' => "\\n",
        _ when char.IsControl(character) => " ",
        _ => character.ToString(),
    }));

    // Folded after 75 octets at most, never within a character.
    private static void Add(StringBuilder file, string name, string value)
    {
        var octets = 0;
        foreach (var rune in $"{name}:{value}".EnumerateRunes())
        {
            if (octets + rune.Utf8SequenceLength > LongestLine)
            {
                file.Append("\r\n ");
                octets = 1;
            }

            file.Append(rune.ToString());
            octets += rune.Utf8SequenceLength;
        }

        file.Append("\r\n");
    }
}
