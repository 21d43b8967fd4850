using System.Text.RegularExpressions;
using Anfragen.Infrastructure.Demo;
using Anfragen.Web.Tests.Answers;
using Anfragen.Web.Tests.City;

namespace Anfragen.Web.Tests.Replies;

/// <summary>Brings inquiries to where replies are made, signed and published, by the forms that people use.</summary>
internal static partial class Replying
{
    /// <summary>The address of a new inquiry of the SPD; the questions that have an answer are co-signed by the main office.</summary>
    public static async Task<string> CoSigned(this ICity city, string subject, params (string Question, string? Answer)[] pairs)
    {
        var member = await city.SignIn(DemoCity.SpdMember);
        var form = WebForm.In(await member.Get("/vorgaenge/neu"));
        form["Input.Subject"] = subject;
        for (var index = 0; index < pairs.Length; index++)
        {
            form[$"Input.Questions[{index}].Label"] = $"{index + 1}.";
            form[$"Input.Questions[{index}].Text"] = pairs[index].Question;
        }

        var inquiry = await member.Do("/vorgaenge/neu?handler=Submit", form);
        await (await city.SignIn(DemoCity.CouncilClerk)).Take($"{inquiry}/registrieren");
        await city.Route(inquiry);

        var (clerk, head) = (await city.SignIn(DemoCity.MainOfficeClerk), await city.SignIn(DemoCity.MainOfficeHead));
        foreach (var (assignment, text) in (await clerk.Assignments(inquiry, Drafting.Lead)).Zip(pairs, (assignment, pair) => (assignment, pair.Answer)))
        {
            var answer = await clerk.Do($"{assignment}/annehmen", WebForm.In(await clerk.Get(assignment)));
            if (text is null) continue;
            await clerk.Save(answer, text);
            await clerk.Take($"{answer}/zur-mitzeichnung");
            await head.Take($"{answer}/mitzeichnen");
        }

        return inquiry;
    }

    /// <summary>The address of a reply that the mayor's office is to review.</summary>
    public static async Task<string> InReview(this ICity city, string inquiry, string? preliminary = null)
    {
        var office = await city.SignIn(DemoCity.CouncilClerk);
        var reply = await office.Take($"{inquiry}/schreiben", ("Input.Preliminary", preliminary ?? ""));
        await office.Take($"{reply}/zur-pruefung");
        return reply;
    }

    /// <summary>Approves, signs and delivers; the mayor's office signs.</summary>
    public static async Task Deliver(this ICity city, string reply)
    {
        var mayor = await city.SignIn(DemoCity.MayorsOfficeClerk);
        await mayor.Take($"{reply}/pruefen");
        await mayor.Take($"{reply}/unterzeichnen");
        await (await city.SignIn(DemoCity.CouncilClerk)).Take($"{reply}/zustellen");
    }

    /// <summary>The address of an inquiry whose reply was delivered, and which address the public would have.</summary>
    public static async Task<(string Inquiry, string Public)> Delivered(this ICity city, string subject, params (string Question, string? Answer)[] pairs)
    {
        var inquiry = await city.CoSigned(subject, pairs);
        await city.Deliver(await city.InReview(inquiry, preliminary: "Vorab ein Hinweis zu allem."));
        return (inquiry, await city.PublicAddress(inquiry));
    }

    /// <summary>Where the public would find an inquiry.</summary>
    public static async Task<string> PublicAddress(this ICity city, string inquiry)
    {
        var number = Number().Match(await (await city.SignIn(DemoCity.CouncilClerk)).Get(inquiry));
        return $"/anfragen/{number.Groups["sequence"].Value}-{number.Groups["year"].Value}";
    }

    /// <summary>Opens the page of a deed, fills its form as named and sends it.</summary>
    public static async Task<string> Take(this Person person, string deed, params (string Field, string Value)[] values)
    {
        var form = WebForm.In(await person.Get(deed));
        foreach (var (field, value) in values) form[field] = value;
        return await person.Do(deed, form);
    }

    [GeneratedRegex("Anfrage (?<sequence>[0-9]+)/(?<year>[0-9]{4})")]
    private static partial Regex Number();
}
