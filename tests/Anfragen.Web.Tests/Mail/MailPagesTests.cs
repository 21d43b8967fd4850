using System.Net;
using Anfragen.Infrastructure.Demo;
using Anfragen.Web.Tests.Answers;
using Anfragen.Web.Tests.City;

namespace Anfragen.Web.Tests.Mail;

[Collection(AnswerCollection.Name)]
public sealed class MailPagesTests(LivelyCity city)
{
    [Fact]
    public async Task The_link_in_a_mail_leads_to_exactly_that_page_after_the_sign_in()
    {
        var inquiry = await city.Registered("Wer räumt den Schnee?");
        await city.Route(inquiry);
        var assignment = (await (await city.SignIn(DemoCity.MainOfficeClerk)).Assignments(inquiry, Drafting.Lead))[0];
        var stranger = city.Stranger();

        using var asked = await stranger.Ask(assignment);
        Assert.Equal(HttpStatusCode.Redirect, asked.StatusCode);
        var signIn = new Uri(city.Address, asked.Headers.Location!).PathAndQuery;
        var form = WebForm.In(await stranger.Get(signIn));
        (form["Login"], form["Password"]) = (DemoCity.MainOfficeClerk.Login, "falsch");
        form = WebForm.In(await stranger.Post(signIn, form, HttpStatusCode.UnprocessableEntity));
        (form["Login"], form["Password"]) = (DemoCity.MainOfficeClerk.Login, DemoCity.Password);

        Assert.Equal(assignment, await stranger.Do(signIn, form));
        Assert.Contains("Wer räumt den Schnee?", await stranger.Get(assignment));
    }

    [Fact]
    public async Task A_person_chooses_which_mails_come_when_and_where_they_go()
    {
        var clerk = await city.SignIn(DemoCity.FundingClerk);
        var page = await clerk.Get("/profil/nachrichten");
        Assert.Contains("Neue Zuweisung", page);
        Assert.DoesNotContain("Antwortschreiben zur Unterschrift", page);
        var form = WebForm.In(page);
        Assert.Equal("tobias.lang@mainz.example", form["Input.Address"]);

        form["Input.Address"] = "kein Postfach";
        Assert.Contains("Das ist keine Mailadresse", await clerk.Post("/profil/nachrichten", form, HttpStatusCode.UnprocessableEntity));
        form["Input.Address"] = "lang@mainz.example";
        form["Input.Choices[0].Timing"] = "Never";
        Assert.Contains("lässt sich nicht abstellen", await clerk.Post("/profil/nachrichten", form, HttpStatusCode.UnprocessableEntity));
        form["Input.Choices[0].Timing"] = "Digest";
        Assert.Equal("/profil", await clerk.Do("/profil/nachrichten", form));

        form = WebForm.In(await clerk.Get("/profil/nachrichten"));
        Assert.Equal(("lang@mainz.example", "Digest"), (form["Input.Address"], form["Input.Choices[0].Timing"]));
    }

    [Fact]
    public async Task The_administration_sees_what_would_have_been_sent_and_nobody_else_does()
    {
        await city.Registered("Wer streut?");

        var page = await (await city.SignIn(DemoCity.Administrator)).Get("/verwaltung/postausgang?stand=Withheld");

        Assert.Contains("Es werden keine Mails verschickt", page);
        Assert.Contains("Anfrage registriert, Nr.", page);
        Assert.Contains("Mails sind nicht eingerichtet.", page);
        Assert.DoesNotContain("Erneut versuchen", page);
        using var refused = await (await city.SignIn(DemoCity.CouncilClerk)).Ask("/verwaltung/postausgang");
        Assert.Equal(HttpStatusCode.Forbidden, refused.StatusCode);
    }
}
