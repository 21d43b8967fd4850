using System.Text.RegularExpressions;
using Anfragen.Infrastructure.Demo;
using Anfragen.Web.Tests.City;

namespace Anfragen.Web.Tests.Answers;

/// <summary>Brings inquiries to where answers are written, by the forms that people use.</summary>
internal static partial class Drafting
{
    public const string Lead = "Federführung: Hauptamt";
    public const string Part = "Zuarbeit: Bürgeramt";
    public const string MainOffice = "Amt 10 – Hauptamt";
    public const string CitizensOffice = "Amt 33 – Bürgeramt";

    /// <summary>A registered inquiry of the SPD, to be routed.</summary>
    public static async Task<string> Registered(this ICity city, params string[] questions)
    {
        var member = await city.SignIn(DemoCity.SpdMember);
        var form = WebForm.In(await member.Get("/vorgaenge/neu"));
        form["Input.Subject"] = $"Anfrage {Guid.CreateVersion7()}";
        for (var index = 0; index < questions.Length; index++) form[$"Input.Questions[{index}].Text"] = questions[index];
        var address = await member.Do("/vorgaenge/neu?handler=Submit", form);
        var clerk = await city.SignIn(DemoCity.CouncilClerk);
        return await clerk.Do($"{address}/registrieren", WebForm.In(await clerk.Get($"{address}/registrieren")));
    }

    /// <summary>Routes every question of the inquiry to the main office.</summary>
    public static async Task Route(this ICity city, string inquiry, string? contributor = null)
    {
        var clerk = await city.SignIn(DemoCity.CouncilClerk);
        var page = await clerk.Get($"{inquiry}/zuweisen");
        var form = WebForm.In(page);
        for (var index = 0; form.Has($"Input.Routes[{index}].Question"); index++)
        {
            form[$"Input.Routes[{index}].Lead"] = Option(page, MainOffice);
            if (contributor is not null) form.Add($"Input.Routes[{index}].Contributors", Option(page, contributor));
        }

        await clerk.Do($"{inquiry}/zuweisen", form);
    }

    /// <summary>The addresses of the answers that the main office drafts to an inquiry of its own.</summary>
    public static async Task<IReadOnlyList<string>> Answers(this ICity city, params string[] questions)
    {
        var inquiry = await city.Registered(questions);
        await city.Route(inquiry);
        var clerk = await city.SignIn(DemoCity.MainOfficeClerk);
        var answers = new List<string>();
        foreach (var assignment in await clerk.Assignments(inquiry, Lead))
        {
            answers.Add(await clerk.Do($"{assignment}/annehmen", WebForm.In(await clerk.Get(assignment))));
        }

        return answers;
    }

    /// <summary>The assignments to which the inquiry's page leads this person, in the order of the questions.</summary>
    /// <param name="person">Who looks.</param>
    /// <param name="inquiry">The address of the inquiry.</param>
    /// <param name="part">Part and department, "Federführung: Hauptamt".</param>
    public static async Task<IReadOnlyList<string>> Assignments(this Person person, string inquiry, string part) =>
        [.. Links().Matches(await person.Get(inquiry)).Where(link => link.Groups["text"].Value.StartsWith(part, StringComparison.Ordinal))
            .Select(link => link.Groups["address"].Value)];

    /// <summary>Saves a version as the form of the page would.</summary>
    public static async Task Save(this Person person, string answer, string markdown)
    {
        var form = WebForm.In(await person.Get(answer));
        form["Input.Markdown"] = markdown;
        Assert.Equal(answer, await person.Do(answer, form));
    }

    /// <summary>The value of an option by its text.</summary>
    public static string Option(string page, string text) =>
        Regex.Match(page, $"<option[^>]*? value=\"([^\"]+)\"[^>]*>{Regex.Escape(text)}</option>").Groups[1].Value;

    [GeneratedRegex("href=\"(?<address>/zuweisungen/[0-9a-f-]{36})\">(?<text>[^<]*)<")]
    private static partial Regex Links();
}
