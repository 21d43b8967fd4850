using System.Net;
using Anfragen.Infrastructure.Demo;
using Anfragen.Web.Tests.City;

namespace Anfragen.Web.Tests.Inquiries;

/// <summary>Acknowledgement and rejection, fetched from the page of the inquiry by those who see it.</summary>
[Collection(InquiryCollection.Name)]
public sealed class NoticePagesTests(FoundedCity city)
{
    [Fact]
    public async Task The_asker_fetches_what_the_page_offers_and_others_find_nothing()
    {
        var (member, clerk, stranger) = (await city.SignIn(DemoCity.SpdMember), await city.SignIn(DemoCity.CouncilClerk), await city.SignIn(DemoCity.RiverMember));
        var form = WebForm.In(await member.Get("/vorgaenge/neu"));
        form["Input.Subject"] = "Radwege in der Neustadt";
        form["Input.Questions[0].Text"] = "Wie viele Radwege gibt es?";
        var address = await member.Do("/vorgaenge/neu?handler=Submit", form);
        Assert.DoesNotContain(".pdf", await member.Get(address));
        await NotFound(member, $"{address}/eingangsbestaetigung.pdf");

        await clerk.Do($"{address}/registrieren", WebForm.In(await clerk.Get($"{address}/registrieren")));
        var rejection = WebForm.In(await clerk.Get($"{address}/zurueckweisen?alle=true"));
        rejection["Input.Reason"] = "Nicht zuständig.";
        await clerk.Do($"{address}/zurueckweisen", rejection);

        var page = await member.Get(address);
        foreach (var name in (string[])["eingangsbestaetigung", "zurueckweisung"])
        {
            var link = $"{address}/{name}.pdf";
            Assert.Contains($"href=\"{link}\"", page);
            using var file = await member.Ask(link);
            Assert.Equal((HttpStatusCode.OK, "application/pdf"), (file.StatusCode, file.Content.Headers.ContentType!.MediaType));
            Assert.True(file.Headers.CacheControl!.NoStore);
            Assert.StartsWith("%PDF-", await file.Content.ReadAsStringAsync(), StringComparison.Ordinal);
            await NotFound(stranger, link);
            using var signIn = await city.Stranger().Ask(link);
            Assert.Equal(HttpStatusCode.Redirect, signIn.StatusCode);
        }
    }

    private static async Task NotFound(Person person, string link)
    {
        using var answer = await person.Ask(link);
        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
    }
}
