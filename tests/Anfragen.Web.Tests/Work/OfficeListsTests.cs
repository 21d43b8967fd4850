using System.IO.Compression;
using System.Net;
using System.Text;
using Anfragen.Application;
using Anfragen.Infrastructure.Demo;
using Anfragen.Web.Tests.City;
using Anfragen.Web.Tests.Inquiries;

namespace Anfragen.Web.Tests.Work;

/// <summary>Lists as tools: filters kept as views, the same lists as files.</summary>
[Collection(InquiryCollection.Name)]
public sealed class OfficeListsTests(FoundedCity city)
{
    [Fact]
    public async Task A_view_is_kept_under_a_name_and_opens_the_list_until_it_is_deleted()
    {
        var clerk = await city.SignIn(DemoCity.FundingClerk);
        const string Filters = "?art=Draft&faellig=Week";
        var address = $"/ansichten/neu?liste=Work&filter={Uri.EscapeDataString(Filters)}";
        Assert.Contains(address.Replace("&", "&amp;", StringComparison.Ordinal), await clerk.Get("/aufgaben" + Filters));

        var form = WebForm.In(await clerk.Get(address));
        var again = await clerk.Post(address, form, HttpStatusCode.UnprocessableEntity);
        Assert.Contains("Bitte geben Sie der Ansicht einen Namen.", again);
        Assert.Contains("value=\"?art=Draft&amp;faellig=Week\"", again);
        form["Input.Name"] = "Diese Woche";
        form["Input.IsDefault"] = "true";
        Assert.Equal("/aufgaben" + Filters, await clerk.Do(address, form));

        using (var first = await clerk.Ask("/aufgaben")) Assert.Equal("/aufgaben" + Filters, first.Headers.Location?.ToString());
        Assert.Contains("Diese Woche", await clerk.Get("/aufgaben?alle=ja"));
        var page = await clerk.Get("/ansichten");
        await clerk.Do("/ansichten?handler=Delete", WebForm.In("<main>" + page[page.LastIndexOf("<form", StringComparison.Ordinal)..]));
        Assert.Contains("noch keine Ansicht", await clerk.Get("/ansichten"));
        await clerk.Get("/aufgaben");
    }

    [Fact]
    public async Task Lists_come_as_tables_with_the_filters_of_their_pages_and_formulas_disarmed()
    {
        var member = await city.SignIn(DemoCity.SpdMember);
        var form = WebForm.In(await member.Get("/vorgaenge/neu"));
        form["Input.Subject"] = "=HYPERLINK(\"böse\"; 1)";
        form["Input.Questions[0].Text"] = "Wie viele?";
        await member.Do("/vorgaenge/neu?handler=Submit", form);
        var clerk = await city.SignIn(DemoCity.CouncilClerk);

        foreach (var path in new[] { "/vorgaenge.csv", "/aufgaben.csv" })
        {
            using var response = await clerk.Ask(path);
            Assert.Equal((HttpStatusCode.OK, "text/csv"), (response.StatusCode, response.Content.Headers.ContentType!.MediaType));
            Assert.Equal("attachment", response.Content.Headers.ContentDisposition!.DispositionType);
            var bytes = await response.Content.ReadAsByteArrayAsync();
            Assert.Equal(Encoding.UTF8.GetPreamble(), bytes[..3]);
            var lines = Encoding.UTF8.GetString(bytes[3..]).Split("\r\n");
            Assert.StartsWith("Nummer;Betreff;", lines[0], StringComparison.Ordinal);
            Assert.Contains(lines, line => line.StartsWith(";\"'=HYPERLINK(\"\"böse\"\"; 1)\";", StringComparison.Ordinal));
        }

        using var filtered = await clerk.Ask("/vorgaenge.csv?stand=Withdrawn&frist=Overdue");
        Assert.DoesNotContain("HYPERLINK", await filtered.Content.ReadAsStringAsync());
        using var calendar = await clerk.Ask("/aufgaben.ics");
        Assert.Equal((HttpStatusCode.OK, "text/calendar"), (calendar.StatusCode, calendar.Content.Headers.ContentType!.MediaType));
        using var stranger = await city.Stranger().Ask("/vorgaenge.csv");
        Assert.Equal(HttpStatusCode.Redirect, stranger.StatusCode);
    }

    [Fact]
    public async Task The_complete_file_is_offered_to_those_who_may_have_it_and_comes_as_a_whole()
    {
        var member = await city.SignIn(DemoCity.SpdMember);
        var form = WebForm.In(await member.Get("/vorgaenge/neu"));
        form["Input.Subject"] = "Akte";
        form["Input.Questions[0].Text"] = "Wie viele?";
        var address = await member.Do("/vorgaenge/neu?handler=Submit", form);
        var clerk = await city.SignIn(DemoCity.CouncilClerk);

        Assert.Contains($"{address}/akte.zip", await clerk.Get(address));
        Assert.DoesNotContain("akte.zip", await member.Get(address));
        using var file = await clerk.Ask($"{address}/akte.zip");
        Assert.Equal("application/zip", file.Content.Headers.ContentType!.MediaType);
        using var zip = new ZipArchive(await file.Content.ReadAsStreamAsync());
        Assert.Equal("manifest.json", zip.Entries[^1].FullName);
        using var refused = await member.Ask($"{address}/akte.zip");
        Assert.Equal(HttpStatusCode.Forbidden, refused.StatusCode);
    }

    [Fact]
    public async Task The_evaluation_is_a_page_and_a_table_for_the_house_and_for_the_public()
    {
        var clerk = await city.SignIn(DemoCity.CouncilClerk);

        var page = await clerk.Get("/auswertung?nach=Department&von=2025-12-31&bis=2025-01-01");
        Assert.Contains("01.01.2025", page);
        Assert.Contains("/auswertung.csv?nach=Department&amp;von=2025-01-01&amp;bis=2025-12-31", page);
        using var table = await clerk.Ask("/auswertung.csv?nach=Department");
        Assert.StartsWith(CsvText.Mark + "Federführendes Amt;Anfragen;Offen;", Encoding.UTF8.GetString(await table.Content.ReadAsByteArrayAsync()), StringComparison.Ordinal);
        Assert.Contains("veröffentlichten", await city.Stranger().Get("/anfragen/auswertung"));
        using var open = await city.Stranger().Ask("/anfragen/auswertung.csv");
        Assert.Equal(HttpStatusCode.OK, open.StatusCode);
        using var refused = await (await city.SignIn(DemoCity.SpdMember)).Ask("/auswertung");
        Assert.Equal(HttpStatusCode.Forbidden, refused.StatusCode);
    }

    [Fact]
    public async Task What_is_ticked_goes_to_a_meeting_together_and_a_refusal_keeps_the_selection()
    {
        var member = await city.SignIn(DemoCity.SpdMember);
        var ids = new List<string>();
        foreach (var subject in new[] { "Spielplatz Nord", "Spielplatz Süd" })
        {
            var form = WebForm.In(await member.Get("/vorgaenge/neu"));
            form["Input.Subject"] = subject;
            form["Input.Questions[0].Text"] = "Wie viele?";
            ids.Add((await member.Do("/vorgaenge/neu?handler=Submit", form)).Split('/')[^1]);
        }

        var clerk = await city.SignIn(DemoCity.CouncilClerk);
        Assert.Contains($"value=\"{ids[0]}\" form=\"auswahl\"", await clerk.Get("/vorgaenge?alle=ja"));
        Assert.DoesNotContain("auswahl", await member.Get("/vorgaenge?alle=ja"));
        var address = $"/vorgaenge/auswahl?id={ids[0]}&id={ids[1]}";
        var chosen = WebForm.In(await clerk.Get(address));
        var empty = await clerk.Post("/vorgaenge/auswahl?handler=Meeting", chosen, HttpStatusCode.UnprocessableEntity);
        Assert.Contains("Bitte geben Sie das Gremium an.", empty);
        Assert.Equal(2, empty.Split("checked=\"checked\"").Length - 1);
        chosen["MeetingOn"] = "2025-10-01";
        chosen["Committee"] = "Stadtrat <Kern>";
        await clerk.Do("/vorgaenge/auswahl?handler=Meeting", chosen);

        var refused = await clerk.Post("/vorgaenge/auswahl?handler=Remind", chosen, HttpStatusCode.UnprocessableEntity);
        Assert.Contains("„Spielplatz Nord“: Hier steht keine Rückmeldung eines Amts aus.", refused);
        Assert.Equal(2, refused.Split("checked=\"checked\"").Length - 1);
        Assert.Contains("value=\"2025-10-01\"", refused);
        const string Annex = "?tag=2025-10-01&gremium=Stadtrat%20%3CKern%3E";
        Assert.Contains("Spielplatz Süd (SPD)", await clerk.Get("/sitzungen" + Annex));
        Assert.Equal("1. Spielplatz Nord (SPD), noch ohne Nummer\r\n2. Spielplatz Süd (SPD), noch ohne Nummer\r\n", await clerk.Get("/sitzungen.txt" + Annex));
        Assert.Contains("Auf der Tagesordnung: Stadtrat &lt;Kern&gt;", await member.Get($"/vorgaenge/{ids[0]}"));
        Assert.Equal(3, (await clerk.Get($"/vorgaenge.csv?id={ids[0]}&id={ids[1]}")).Split("\r\n", StringSplitOptions.RemoveEmptyEntries).Length);
    }
}
