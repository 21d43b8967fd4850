using System.Net;
using System.Text.RegularExpressions;
using Anfragen.Infrastructure.Demo;
using Anfragen.Web.Tests.City;

namespace Anfragen.Web.Tests.Inquiries;

/// <summary>The steps on an inquiry that have a page of their own, posted as a browser would.</summary>
[Collection(InquiryCollection.Name)]
public sealed partial class InquiryDeedTests(FoundedCity city)
{
    private const string CoSign = "mitzeichnen";
    private const string Withdraw = "zurueckziehen";
    private const string Discard = "verwerfen";
    private const string Recall = "zurueckholen";
    private const string Reinstate = "wieder-zulassen";

    [Theory]
    [InlineData(CoSign, "Ihre Fraktion hat mitgezeichnet.")]
    [InlineData(Withdraw, "Die Frage ist zurückgezogen.")]
    [InlineData(Discard, "Der Entwurf ist verworfen.")]
    [InlineData(Recall, "Die Anfrage ist wieder ein Entwurf.")]
    [InlineData(Reinstate, "Die Frage ist wieder zugelassen.")]
    public async Task A_deed_is_done_once_and_leads_back_to_the_inquiry(string deed, string sentence)
    {
        var (person, address) = await Ready(deed);
        var form = Filled(deed, await person.Get($"{address}/{deed}"));
        var before = await Steps(address);

        Assert.Equal(address, await person.Do($"{address}/{deed}", form));

        Assert.Contains(sentence, await person.Get(address));
        Assert.Equal(before + 1, await Steps(address));
        await person.Post($"{address}/{deed}", form, HttpStatusCode.Conflict);
        Assert.Equal(before + 1, await Steps(address));
    }

    [Fact]
    public async Task Withdrawing_nothing_is_refused_beside_the_field_and_the_reason_kept()
    {
        var (member, address) = await Ready(Withdraw);
        var form = WebForm.In(await member.Get($"{address}/{Withdraw}"));
        form["Input.Reason"] = "Hat sich erledigt.";

        var page = await member.Post($"{address}/{Withdraw}", form, HttpStatusCode.UnprocessableEntity);

        Assert.Contains("href=\"#Input_Questions\">Bitte wählen Sie mindestens eine Frage aus.", page);
        Assert.Contains("id=\"Input_Questions-error\"", page);
        Assert.Equal("Hat sich erledigt.", WebForm.In(page)["Input.Reason"]);
    }

    [Fact]
    public async Task Withdrawing_with_a_reason_that_cannot_be_kept_says_so_beside_it_and_keeps_everything()
    {
        var (member, address) = await Ready(Withdraw);
        var form = Filled(Withdraw, await member.Get($"{address}/{Withdraw}"));
        form["Input.Reason"] = new string('x', 60_001);

        var page = await member.Post($"{address}/{Withdraw}", form, HttpStatusCode.UnprocessableEntity);

        Assert.Contains("href=\"#Input_Reason\">Bitte höchstens 60.000 Zeichen; es sind 60.001.", page);
        var kept = WebForm.In(page);
        Assert.Equal((form["Input.Reason"], form["Input.Questions"]), (kept["Input.Reason"], kept["Input.Questions"]));
    }

    [Theory]
    [InlineData("")]
    [InlineData(" \n ")]
    public async Task Rejecting_without_a_reason_is_refused_beside_the_field_and_the_choice_kept(string reason)
    {
        var address = await Submitted();
        var clerk = await city.SignIn(DemoCity.CouncilClerk);
        var form = WebForm.In(await clerk.Get($"{address}/zurueckweisen?alle=true"));
        form["Input.Reason"] = reason;

        var page = await clerk.Post($"{address}/zurueckweisen", form, HttpStatusCode.UnprocessableEntity);

        Assert.Contains("href=\"#Input_Reason\">Bitte geben Sie einen Grund an.", page);
        Assert.Contains("id=\"Input_Reason-error\"", page);
        Assert.Equal(form["Input.Questions"], WebForm.In(page)["Input.Questions"]);
    }

    [Fact]
    public async Task Reinstating_nothing_is_refused_beside_the_field()
    {
        var (clerk, address) = await Ready(Reinstate);
        var form = WebForm.In(await clerk.Get($"{address}/{Reinstate}")).Without("Input.Question");

        var page = await clerk.Post($"{address}/{Reinstate}", form, HttpStatusCode.UnprocessableEntity);

        Assert.Contains("href=\"#Input_Question\">Bitte wählen Sie eine Frage aus.", page);
        Assert.Contains("id=\"Input_Question-error\"", page);
    }

    [Theory]
    [InlineData(CoSign)]
    [InlineData(Withdraw)]
    [InlineData(Discard)]
    [InlineData(Recall)]
    public async Task What_others_asked_is_not_there(string deed)
    {
        var (person, address) = await Ready(deed);
        var form = Filled(deed, await person.Get($"{address}/{deed}"));
        var stranger = await city.SignIn(DemoCity.ListMember);

        await IsNotThere(stranger, address, deed, form);
    }

    [Fact]
    public async Task A_draft_is_not_there_for_the_office()
    {
        var (clerk, address) = await Ready(Reinstate);
        var form = Filled(Reinstate, await clerk.Get($"{address}/{Reinstate}"));
        var (_, draft) = await Ready(Discard);

        await IsNotThere(clerk, draft, Reinstate, form);
    }

    [Theory]
    [InlineData(CoSign)]
    [InlineData(Withdraw)]
    [InlineData(Discard)]
    [InlineData(Recall)]
    [InlineData(Reinstate)]
    public async Task A_forged_form_changes_nothing(string deed)
    {
        var (person, address) = await Ready(deed);
        var form = Filled(deed, await person.Get($"{address}/{deed}"));
        var before = await Steps(address);
        form["__RequestVerificationToken"] = "erfunden";

        var page = await person.Post($"{address}/{deed}", form, HttpStatusCode.BadRequest);

        Assert.Contains("Das Formular ist nicht mehr gültig", page);
        Assert.Equal(before, await Steps(address));
    }

    private async Task IsNotThere(Person stranger, string address, string deed, WebForm form)
    {
        var before = await Steps(address);
        form["__RequestVerificationToken"] = Token().Match(await stranger.Get("/aufgaben")).Groups[1].Value;

        using var asked = await stranger.Ask($"{address}/{deed}");
        await stranger.Post($"{address}/{deed}", form, HttpStatusCode.NotFound);

        Assert.Equal(HttpStatusCode.NotFound, asked.StatusCode);
        Assert.Equal(before, await Steps(address));
    }

    /// <summary>An inquiry in a state where the deed is open, and somebody who can do it.</summary>
    private async Task<(Person Person, string Address)> Ready(string deed)
    {
        switch (deed)
        {
            case CoSign:
                return (await city.SignIn(DemoCity.RiverMember), await Submitted());
            case Discard:
                var member = await city.SignIn(DemoCity.SpdMember);
                var draft = await member.Do("/vorgaenge/neu?handler=Save", await Form(member));
                return (member, draft.Replace("/entwurf", "", StringComparison.Ordinal));
            case Reinstate:
                var address = await Submitted();
                var clerk = await city.SignIn(DemoCity.CouncilClerk);
                var rejection = WebForm.In(await clerk.Get($"{address}/zurueckweisen?alle=true"));
                rejection["Input.Reason"] = "Nicht unsere Zuständigkeit.";
                await clerk.Do($"{address}/zurueckweisen", rejection);
                return (clerk, address);
            default:
                return (await city.SignIn(DemoCity.SpdMember), await Submitted());
        }
    }

    private async Task<string> Submitted()
    {
        var member = await city.SignIn(DemoCity.SpdMember);
        return await member.Do("/vorgaenge/neu?handler=Submit", await Form(member));
    }

    private async Task<WebForm> Form(Person member)
    {
        var form = WebForm.In(await member.Get("/vorgaenge/neu"));
        form["Input.Subject"] = "Bäume am Rhein";
        form["Input.Questions[0].Text"] = "Wie viele sind es?";
        form["Input.CoAskers"] = (await city.Database<Guid>("SELECT id FROM organizations WHERE name = @name", new { name = DemoCity.RiverMember.Organization })).ToString();
        return form;
    }

    /// <summary>With the first question chosen where the page asks for one.</summary>
    private static WebForm Filled(string deed, string page)
    {
        var form = WebForm.In(page);
        var field = deed switch { Withdraw => "Input.Questions", Reinstate => "Input.Question", _ => null };
        if (field is not null) form[field] = Regex.Match(page, $"<input(?=[^>]*name=\"{Regex.Escape(field)}\")[^>]*value=\"([0-9a-f-]{{36}})\"").Groups[1].Value;
        return form;
    }

    private Task<long> Steps(string address) =>
        city.Database<long>("SELECT COUNT(*) FROM journal WHERE inquiry_id = @id", new { id = Guid.Parse(address.Split('/')[^1]) });

    [GeneratedRegex("__RequestVerificationToken\" type=\"hidden\" value=\"([^\"]+)")]
    private static partial Regex Token();
}
