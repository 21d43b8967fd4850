using System.Text;
using Anfragen.Application.Work;
using Anfragen.Domain.Cases;
using Anfragen.Web.Layout;

namespace Anfragen.Web.Tests.Work;

public sealed class CalendarFileTests
{
    private static readonly WorkLine Line = new()
    {
        Kind = WorkKind.Draft,
        Subject = Guid.Parse("01993e2a-0000-7000-8000-00000000000a"),
        Number = "1435/2025",
        InquirySubject = "Straßen, Wege; Plätze \\ „Übergänge“\r\nim ganzen Stadtgebiet einschließlich der Ortsbezirke 🚲 und ihrer Zufahrten",
        Originators = "SPD, FDP",
        Questions = "1, 2b",
        Since = new DateTimeOffset(2025, 9, 5, 8, 30, 0, TimeSpan.Zero),
        DueOn = new DateOnly(2025, 12, 31),
    };

    [Fact]
    public void A_strict_reader_finds_each_due_date_as_an_all_day_event_with_its_text_as_it_was()
    {
        var events = Read(CalendarFile.Of([Line], _ => "https://anfragen.stadt.example/antworten/1"));

        var found = Assert.Single(events);
        Assert.Equal("20251231", found["DTSTART;VALUE=DATE"]);
        Assert.Equal("20260101", found["DTEND;VALUE=DATE"]);
        Assert.Equal("20250905T083000Z", found["DTSTAMP"]);
        Assert.Equal("Draft-01993e2a-0000-7000-8000-00000000000a@anfragen", found["UID"]);
        Assert.Equal("Antwort entwerfen: Anfrage 1435/2025", Text(found["SUMMARY"]));
        Assert.Equal($"{Line.InquirySubject.ReplaceLineEndings("\n")} (SPD, FDP)\nzu Frage 1, 2b\nhttps://anfragen.stadt.example/antworten/1", Text(found["DESCRIPTION"]));
    }

    [Fact]
    public void What_has_no_date_or_is_answered_is_left_out_and_the_same_tasks_give_the_same_file()
    {
        WorkLine[] lines = [Line, Line with { DueOn = null }, Line with { DeadlineMetOn = Line.DueOn }, Line with { DueOn = null, InquiryDueOn = Line.DueOn, Kind = WorkKind.Route }];

        Assert.Equal(2, Read(CalendarFile.Of(lines, _ => "https://a.example/")).Count);
        Assert.Equal(CalendarFile.Of(lines, _ => "https://a.example/"), CalendarFile.Of(lines, _ => "https://a.example/"));
    }

    // RFC 5545, as strictly as its grammar: CRLF alone, 75 octets, folds unfolded before anything is read, every BEGIN with its END.
    private static List<Dictionary<string, string>> Read(byte[] file)
    {
        var text = new UTF8Encoding(false, throwOnInvalidBytes: true).GetString(file);
        Assert.DoesNotContain("\n", text.Replace("\r\n", "", StringComparison.Ordinal));
        Assert.DoesNotContain("\r", text.Replace("\r\n", "", StringComparison.Ordinal));
        Assert.EndsWith("END:VCALENDAR\r\n", text, StringComparison.Ordinal);
        Assert.All(text.Split("\r\n"), line => Assert.InRange(Encoding.UTF8.GetByteCount(line), 0, 75));
        var lines = text.Replace("\r\n ", "", StringComparison.Ordinal).Split("\r\n", StringSplitOptions.RemoveEmptyEntries)
            .Select(line => line.Split(':', 2)).ToList();
        Assert.All(lines, line => Assert.Matches("^[A-Z-]+(;[A-Z-]+=[A-Z-]+)*$", line[0]));
        Assert.Equal(["BEGIN", "VERSION", "PRODID", "CALSCALE", "METHOD"], lines.Take(5).Select(line => line[0]));
        Assert.Equal(("VCALENDAR", "2.0"), (lines[0][1], lines[1][1]));
        var events = new List<Dictionary<string, string>>();
        foreach (var line in lines.Skip(5).SkipLast(1))
        {
            if (line is ["BEGIN", "VEVENT"]) events.Add([]);
            else if (line is not ["END", "VEVENT"]) events[^1].Add(line[0], line[1]);
        }

        Assert.Equal(events.Count, lines.Count(line => line is ["END", "VEVENT"]));
        Assert.Distinct(events.Select(found => found["UID"]));
        return events;
    }

    private static string Text(string value)
    {
        var text = new StringBuilder();
        for (var index = 0; index < value.Length; index++)
        {
            Assert.DoesNotContain(value[index], ",;");
            text.Append(value[index] != '\\' ? value[index] : value[++index] switch { 'n' => '\n', var escaped and ('\\' or ';' or ',') => escaped, _ => throw new FormatException(value) });
        }

        return text.ToString();
    }
}
