using System.Net;
using Anfragen.Infrastructure.Demo;
using Anfragen.Web.Layout;
using Anfragen.Web.Tests.City;
using Anfragen.Web.Tests.Inquiries;

namespace Anfragen.Web.Tests.Deadlines;

/// <summary>The clock on its pages. The rules of Mainz are to be confirmed, so the office establishes the first due date.</summary>
[Collection(InquiryCollection.Name)]
public sealed class DeadlinePagesTests(FoundedCity city)
{
    // The clock of the test city stands there.
    private static readonly DateOnly Today = new(2025, 9, 5);

    private const string Establish = "frist/festlegen";
    private const string Extend = "frist/verlaengern";
    private const string Stop = "frist/anhalten";
    private const string Restart = "frist/fortsetzen";
    private const string Interim = "frist/zwischennachricht";

    [Fact]
    public async Task The_office_establishes_extends_stops_and_restarts_and_everybody_sees_the_first_date()
    {
        var (member, clerk, address) = await Registered();
        Assert.Contains("noch zu bestätigen", await clerk.Get(address));
        Assert.Contains("„in angemessener Frist“", await member.Get(address));
        var due = Today.AddDays(30);

        await Take(clerk, address, Establish, ("Input.DueOn", Iso(due)), ("Input.Reason", "Mit der Fraktion vereinbart."));
        Assert.Contains(German(due), await member.Get(address));
        await Take(clerk, address, Extend, ("Input.DueOn", Iso(due.AddDays(10))), ("Input.Reason", "Zahlen fehlen."));
        await Take(clerk, address, Stop, ("Input.Reason", "Die Fraktion klärt die Frage."));
        Assert.Contains("Frist gehemmt", await member.Get(address));
        Assert.Contains("Frist gehemmt", await clerk.Get("/vorgaenge"));
        await Take(clerk, address, Restart, ("Input.Reason", "Sie hat geantwortet."));

        var page = await member.Get(address);
        Assert.Contains("Zuerst fällig", page);
        Assert.Contains($"auf den <time datetime=\"{Iso(due.AddDays(10))}\">", page);
        Assert.Contains("„Die Fraktion klärt die Frage.“", page);
        Assert.DoesNotContain("frist/", page);
        Assert.DoesNotContain("Entwurf und Mitzeichnung bis", page);
    }

    [Fact]
    public async Task An_interim_reply_is_fetched_by_the_asker_and_by_nobody_else()
    {
        var (member, clerk, address) = await Registered();
        await Take(clerk, address, Interim, ("Input.ExpectedOn", Iso(Today.AddDays(60))), ("Input.Reason", "Zahlen eines Dritten fehlen."));

        var link = $"{address}/zwischennachricht.pdf?nr=1";
        Assert.Contains($"href=\"{link}\"", await member.Get(address));
        using var file = await member.Ask(link);
        Assert.Equal((HttpStatusCode.OK, "application/pdf"), (file.StatusCode, file.Content.Headers.ContentType!.MediaType));
        using var other = await (await city.SignIn(DemoCity.RiverMember)).Ask(link);
        Assert.Equal(HttpStatusCode.NotFound, other.StatusCode);
        using var missing = await member.Ask($"{address}/zwischennachricht.pdf?nr=2");
        Assert.Equal(HttpStatusCode.NotFound, missing.StatusCode);
    }

    [Fact]
    public async Task A_form_without_day_and_reason_is_refused_beside_its_fields()
    {
        var (_, clerk, address) = await Registered();
        var form = WebForm.In(await clerk.Get($"{address}/{Establish}"));

        var page = await clerk.Post($"{address}/{Establish}", form, HttpStatusCode.UnprocessableEntity);

        Assert.Contains("Bitte geben Sie an, bis wann die Antwort fällig ist.", page);
        Assert.Contains("Bitte geben Sie an, worauf diese Frist beruht.", page);
        form["Input.DueOn"] = Iso(Today.AddYears(-5));
        form["Input.Reason"] = "Irrtum.";
        Assert.Contains(
            "Die Frist kann nicht vor dem Eingang der Anfrage enden.", await clerk.Post($"{address}/{Establish}", form, HttpStatusCode.Conflict));
    }

    [Fact]
    public async Task The_pages_are_closed_to_the_askers_and_while_they_make_no_sense()
    {
        var (member, clerk, address) = await Registered();

        foreach (var deed in (string[])[Establish, Interim])
        {
            using var refused = await member.Ask($"{address}/{deed}");
            Assert.NotEqual(HttpStatusCode.OK, refused.StatusCode);
        }

        foreach (var deed in (string[])[Extend, Stop, Restart])
        {
            using var tooEarly = await clerk.Ask($"{address}/{deed}");
            Assert.Equal(HttpStatusCode.Conflict, tooEarly.StatusCode);
        }
    }

    [Fact]
    public async Task The_list_shows_what_is_overdue_first_when_asked()
    {
        var (_, clerk, address) = await Registered();
        await Take(clerk, address, Establish, ("Input.DueOn", Iso(Today)), ("Input.Reason", "Eilt."));

        Assert.Contains("heute fällig", await clerk.Get(address));
        Assert.Contains(address, await clerk.Get("/vorgaenge?frist=Running"));
        Assert.DoesNotContain($"\"{address}\"", await clerk.Get("/vorgaenge?frist=Overdue"));
    }

    [Fact]
    public async Task The_administration_reads_the_rules_and_introduces_others_in_a_form()
    {
        var administrator = await city.SignIn(DemoCity.Administrator);
        var form = WebForm.In(await administrator.Get("/verwaltung/regeln/neu"));
        Assert.Equal("ortsbeirat", form["Input.Kinds[1].Kind"]);
        form["Input.ValidFrom"] = Iso(Today.AddYears(1));
        form["Input.Kinds[0].Length"] = "drei";
        var again = await administrator.Post("/verwaltung/regeln/neu", form, HttpStatusCode.UnprocessableEntity);
        Assert.Equal("drei", WebForm.In(again)["Input.Kinds[0].Length"]);
        form["Input.Kinds[0].Length"] = "3";
        form["Input.Kinds[0].MayStop"] = "False";

        Assert.Equal("/verwaltung/regeln", await administrator.Do("/verwaltung/regeln/neu", form));

        var page = await administrator.Get("/verwaltung/regeln");
        Assert.Contains("(mitgeliefert für Mainz)", page);
        Assert.Contains("3 Wochen ab Eingang", page);
        Assert.Contains("nicht möglich", page);
        Assert.Contains("noch zu bestätigen", page);
    }

    [Fact]
    public async Task The_simulator_tells_when_and_why_and_refuses_a_day_without_a_calendar()
    {
        var member = await city.SignIn(DemoCity.SpdMember);

        var page = await member.Get("/fristenrechner?eingang=2025-09-05");

        Assert.Contains("Nach dem Regelwerk, das hier gilt (Mainz)", page);
        Assert.Contains("<time datetime=\"2025-10-17\">17.10.2025</time>", page);
        Assert.Contains("Dieser Tag zählt nicht mit (§ 187 Abs. 1 BGB).", page);
        using var tooEarly = await member.Ask("/fristenrechner?eingang=1600-01-01");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, tooEarly.StatusCode);
    }

    [Theory]
    [InlineData(0, 1, false, null, "heute fällig")]
    [InlineData(1, 2, false, null, "morgen fällig")]
    [InlineData(3, 4, false, null, "fällig in 3 Tagen")]
    [InlineData(30, 31, false, null, "")]
    [InlineData(-2, -1, false, null, "überfällig seit 09.10.2025")]
    [InlineData(-2, 5, false, null, "sollte am 08.10.2025 fertig sein")]
    [InlineData(-2, null, true, null, "Frist gehemmt")]
    [InlineData(-2, -1, true, null, "überfällig seit 09.10.2025, Frist gehemmt")]
    [InlineData(-2, null, false, -2, "rechtzeitig erledigt")]
    [InlineData(-2, -1, false, 0, "verspätet erledigt, überfällig ab 09.10.2025")]
    public void A_due_date_says_in_words_how_it_stands(int due, int? overdue, bool stopped, int? met, string words)
    {
        var today = new DateOnly(2025, 10, 10);
        DateOnly? Day(int? days) => days is null ? null : today.AddDays(days.Value);

        Assert.Equal(words, DueWords.Of(Day(due), Day(overdue), stopped, Day(met), today).Text);
    }

    private static string Iso(DateOnly day) => day.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);

    private static string German(DateOnly day) => day.ToString("dd.MM.yyyy", System.Globalization.CultureInfo.InvariantCulture);

    private static async Task Take(Person clerk, string address, string deed, params (string Field, string Value)[] values)
    {
        var form = WebForm.In(await clerk.Get($"{address}/{deed}"));
        foreach (var (field, value) in values) form[field] = value;
        Assert.Equal(address, await clerk.Do($"{address}/{deed}", form));
    }

    private async Task<(Person Member, Person Clerk, string Address)> Registered()
    {
        var (member, clerk) = (await city.SignIn(DemoCity.SpdMember), await city.SignIn(DemoCity.CouncilClerk));
        var form = WebForm.In(await member.Get("/vorgaenge/neu"));
        form["Input.Subject"] = "Radwege in der Neustadt";
        form["Input.Questions[0].Text"] = "Wie viele Radwege gibt es?";
        var address = await member.Do("/vorgaenge/neu?handler=Submit", form);
        await clerk.Do($"{address}/registrieren", WebForm.In(await clerk.Get($"{address}/registrieren")));
        return (member, clerk, address);
    }
}
