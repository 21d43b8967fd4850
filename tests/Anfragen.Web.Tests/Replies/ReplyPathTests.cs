using System.Net;
using System.Text.RegularExpressions;
using Anfragen.Infrastructure.Demo;
using Anfragen.Web.Tests.City;

namespace Anfragen.Web.Tests.Replies;

[Collection(ReplyCollection.Name)]
public sealed class ReplyPathTests(LivelyCity city)
{
    [Fact]
    public async Task A_reply_without_all_questions_is_called_partial_before_and_after()
    {
        var inquiry = await city.CoSigned("Bänke am Ufer", ("Wie viele Bänke gibt es?", "Es gibt 40."), ("Wer repariert sie?", null));
        var office = await city.SignIn(DemoCity.CouncilClerk);

        var composing = await office.Get($"{inquiry}/schreiben");

        Assert.Contains("Es wird eine Teilantwort", composing);
        Assert.Contains("Frage 2 ist noch nicht mitgezeichnet", composing);
        var reply = await office.Do($"{inquiry}/schreiben", WebForm.In(composing));
        var page = await office.Get(reply);
        Assert.Contains("Teilantwort zur Anfrage", page);
        Assert.DoesNotContain("Wer repariert sie?", page);
    }

    [Fact]
    public async Task The_mayors_office_returns_one_answer_and_the_reply_takes_up_its_new_version()
    {
        var reply = await city.InReview(await city.CoSigned("Brunnen", ("Wie viele?", "Es sind drei."), ("Seit wann?", "Seit 1902.")));
        var mayor = await city.SignIn(DemoCity.MayorsOfficeClerk);
        var returning = Regex.Matches(await mayor.Get($"{reply}/pruefen"), $"{reply}/antwort-zurueckgeben/(?<answer>[0-9a-f-]{{36}})")[1];
        var answer = $"/antworten/{returning.Groups["answer"].Value}";
        await mayor.Post(returning.Value, WebForm.In(await mayor.Get(returning.Value)), HttpStatusCode.UnprocessableEntity);
        await mayor.Take(returning.Value, ("Input.Reason", "Bitte nachsehen: Es war 1906."));

        var (clerk, head) = (await city.SignIn(DemoCity.MainOfficeClerk), await city.SignIn(DemoCity.MainOfficeHead));
        Assert.Contains("Bitte nachsehen: Es war 1906.", await clerk.Get(answer));
        var office = await city.SignIn(DemoCity.CouncilClerk);
        Assert.Contains("Bitte nachsehen: Es war 1906.", await office.Get(reply));
        await Answers.Drafting.Save(clerk, answer, "Seit 1906.");
        await clerk.Take($"{answer}/zur-mitzeichnung");
        await head.Take($"{answer}/mitzeichnen");

        Assert.Contains("nicht auf dem neuesten Stand", await office.Get(reply));
        await office.Take($"{reply}/ueberarbeiten");
        var page = await office.Get(reply);
        Assert.DoesNotContain("nicht auf dem neuesten Stand", page);
        Assert.Contains("Seit 1906.", page);
        Assert.Contains("Fassung 2", page);
    }

    [Fact]
    public async Task What_changed_since_it_was_shown_is_not_approved_but_shown()
    {
        var reply = await city.InReview(await city.CoSigned("Uhren", ("Wie viele?", "Es sind neun.")));
        var (mayor, office) = (await city.SignIn(DemoCity.MayorsOfficeClerk), await city.SignIn(DemoCity.CouncilClerk));
        var stale = WebForm.In(await mayor.Get($"{reply}/pruefen"));
        await mayor.Take($"{reply}/zurueckgeben", ("Input.Reason", "Es fehlt ein Hinweis."));
        await office.Take($"{reply}/ueberarbeiten", ("Input.Closing", "Die Uhren am Dom gehören dem Domkapitel."));
        await office.Take($"{reply}/zur-pruefung");

        var page = await mayor.Post($"{reply}/pruefen", stale, HttpStatusCode.Conflict);

        Assert.Contains("Bitte sehen Sie sich die neue Fassung an.", page);
        Assert.Contains("Die Uhren am Dom gehören dem Domkapitel.", page);
        Assert.Equal(reply, await mayor.Do($"{reply}/pruefen", WebForm.In(page)));
    }

    [Fact]
    public async Task Remarks_meet_newer_ones_and_overwrite_nothing_unless_sent_again()
    {
        var office = await city.SignIn(DemoCity.CouncilClerk);
        var inquiry = await city.CoSigned("Ampeln", ("Wie viele?", "Es sind 120."));
        var reply = await office.Take($"{inquiry}/schreiben", ("Input.Preliminary", "Stand ist der Juli."));
        var mine = WebForm.In(await office.Get($"{reply}/ueberarbeiten"));
        await office.Take($"{reply}/ueberarbeiten", ("Input.Preliminary", "Stand ist der August."));
        mine["Input.Preliminary"] = "Stand ist der September.";

        var page = await office.Post($"{reply}/ueberarbeiten", mine, HttpStatusCode.Conflict);

        Assert.Contains("August", Regex.Match(page, "<del>.*?</del>", RegexOptions.Singleline).Value);
        Assert.Equal("Stand ist der September.", WebForm.In(page)["Input.Preliminary"]);
        Assert.Contains("Stand ist der August.", await office.Get(reply));
        await office.Do($"{reply}/ueberarbeiten", WebForm.In(page));
        Assert.Contains("Stand ist der September.", await office.Get(reply));
    }

    [Fact]
    public async Task Signing_needs_all_fields_and_no_future_date_and_keeps_what_was_typed()
    {
        var reply = await city.InReview(await city.CoSigned("Glocken", ("Wie viele?", "Es sind 13.")));
        var mayor = await city.SignIn(DemoCity.MayorsOfficeClerk);
        await mayor.Take($"{reply}/pruefen");
        var form = WebForm.In(await mayor.Get($"{reply}/unterzeichnen"));
        Assert.Equal(("Mainz", "Nino Haase", "Oberbürgermeister"), (form["Input.Place"], form["Input.Name"], form["Input.Office"]));

        form["Input.Office"] = " ";
        form["Input.Name"] = "<script>alert(1)</script>";
        var page = await mayor.Post($"{reply}/unterzeichnen", form, HttpStatusCode.UnprocessableEntity);
        Assert.Contains("Bitte geben Sie die Amtsbezeichnung an.", page);
        Assert.DoesNotContain("<script>alert(1)", page);
        form = WebForm.In(page);
        Assert.Equal("<script>alert(1)</script>", form["Input.Name"]);
        form["Input.Office"] = "Oberbürgermeister";
        form["Input.SignedOn"] = "2099-01-01";
        Assert.Contains("nicht in der Zukunft", await mayor.Post($"{reply}/unterzeichnen", form, HttpStatusCode.Conflict));
    }

    [Fact]
    public async Task The_askers_read_the_delivered_reply_without_the_notes_of_the_house()
    {
        var reply = await city.InReview(await city.CoSigned("Linden", ("Wie viele?", "Es sind 80.")));
        var member = await city.SignIn(DemoCity.SpdMember);
        using (var before = await member.Ask(reply)) Assert.Equal(HttpStatusCode.NotFound, before.StatusCode);

        await city.Deliver(reply);

        var page = await member.Get(reply);
        Assert.Contains("Es sind 80.", page);
        Assert.Contains("Nino Haase", page);
        Assert.DoesNotContain("Intern:", page);
        Assert.DoesNotContain("/antworten/", page);
        Assert.DoesNotContain(DemoCity.MayorsOfficeClerk.Name, page);
        Assert.Contains("Intern:", await (await city.SignIn(DemoCity.CouncilClerk)).Get(reply));
    }

    [Fact]
    public async Task The_preview_is_a_pdf_for_those_who_make_the_reply_and_nobody_else()
    {
        var reply = await city.InReview(await city.CoSigned("Tauben", ("Wie viele?", "Ungezählt.")));
        var office = await city.SignIn(DemoCity.CouncilClerk);

        using var file = await office.Ask($"{reply}/vorschau.pdf");

        Assert.Equal("application/pdf", file.Content.Headers.ContentType!.MediaType);
        Assert.Equal("inline", file.Content.Headers.ContentDisposition!.DispositionType);
        Assert.EndsWith("-Entwurf.pdf", file.Content.Headers.ContentDisposition.FileName!.Trim('"'));
        Assert.True(file.Headers.CacheControl is { Private: true, NoStore: true });
        Assert.NotNull(file.Headers.ETag);
        Assert.StartsWith("%PDF-", await file.Content.ReadAsStringAsync());
        using var asker = await (await city.SignIn(DemoCity.SpdMember)).Ask($"{reply}/vorschau.pdf");
        Assert.Equal(HttpStatusCode.NotFound, asker.StatusCode);
    }

    [Theory]
    [InlineData("")]
    [InlineData("/vorschau.pdf")]
    [InlineData("/pruefen")]
    [InlineData("/unterzeichnen")]
    public async Task A_reply_that_does_not_exist_is_not_found(string page)
    {
        var mayor = await city.SignIn(DemoCity.MayorsOfficeClerk);
        foreach (var id in new[] { Guid.CreateVersion7().ToString(), "keine-kennung" })
        {
            using var answer = await mayor.Ask($"/schreiben/{id}{page}");
            Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        }
    }
}
