using System.Net;
using System.Text.RegularExpressions;
using Anfragen.Infrastructure.Demo;
using Anfragen.Web.Tests.City;

namespace Anfragen.Web.Tests.Answers;

[Collection(AnswerCollection.Name)]
public sealed class AnswerPathTests(LivelyCity city)
{
    [Fact]
    public async Task A_question_is_routed_accepted_drafted_with_a_contribution_returned_and_co_signed()
    {
        var inquiry = await city.Registered("Wie viele Akten sind elektronisch?");
        await city.Route(inquiry, Drafting.CitizensOffice);
        var clerk = await city.SignIn(DemoCity.MainOfficeClerk);
        var contributor = await city.SignIn(DemoCity.CitizensOfficeClerk);
        var head = await city.SignIn(DemoCity.MainOfficeHead);
        var (lead, part) = ((await clerk.Assignments(inquiry, Drafting.Lead))[0], (await contributor.Assignments(inquiry, Drafting.Part))[0]);

        var answer = await clerk.Do($"{lead}/annehmen", WebForm.In(await clerk.Get(lead)));
        await clerk.Save(answer, "Im Hauptamt sind es **alle**.");
        await clerk.Post($"{answer}/zur-mitzeichnung", WebForm.In(await clerk.Get($"{answer}/zur-mitzeichnung")), HttpStatusCode.Conflict);

        Assert.Equal(part, await contributor.Do($"{part}/annehmen", WebForm.In(await contributor.Get(part))));
        var contribution = WebForm.In(await contributor.Get(part));
        contribution["Input.Markdown"] = "Im Bürgeramt sind es 90 Prozent.";
        await contributor.Do(part, contribution);

        var page = await clerk.Get(answer);
        Assert.Contains("Im Bürgeramt sind es 90 Prozent.", page);
        var form = WebForm.In(page);
        form["contribution"] = part.Split('/')[^1];
        form["Input.Markdown"] = "Im Hauptamt sind es alle.";
        page = await clerk.Post($"{answer}?handler=TakeUp", form, HttpStatusCode.OK);
        Assert.Contains("Die Zuarbeit von Bürgeramt steht jetzt am Ende Ihres Textes.", page);
        form = WebForm.In(page);
        Assert.Equal("Im Hauptamt sind es alle.\n\nIm Bürgeramt sind es 90 Prozent.", form["Input.Markdown"].ReplaceLineEndings("\n"));
        Assert.DoesNotContain("Fassung 2", await clerk.Get(answer));
        await clerk.Do(answer, form);

        await clerk.Do($"{answer}/zur-mitzeichnung", WebForm.In(await clerk.Get($"{answer}/zur-mitzeichnung")));
        var returning = WebForm.In(await head.Get($"{answer}/zurueckgeben"));
        returning["Input.Reason"] = "Bitte das Jahr nennen.";
        await head.Do($"{answer}/zurueckgeben", returning);
        Assert.Contains("„Bitte das Jahr nennen.“", await clerk.Get(answer));

        await clerk.Save(answer, "Im Hauptamt sind es seit 2024 alle.\n\nIm Bürgeramt sind es 90 Prozent.");
        await clerk.Do($"{answer}/zur-mitzeichnung", WebForm.In(await clerk.Get($"{answer}/zur-mitzeichnung")));
        var signing = await head.Get($"{answer}/mitzeichnen");
        Assert.Contains("Änderungen seit Fassung 2", signing);
        Assert.Contains("seit 2024", Regex.Match(signing, "<ins>.*?</ins>", RegexOptions.Singleline).Value);
        await head.Do($"{answer}/mitzeichnen", WebForm.In(signing));
        Assert.Contains("Ihre Mitzeichnung ist vermerkt.", await head.Get(answer));
        Assert.Contains("seit 2024", Regex.Match(await clerk.Get($"{answer}?von=1&bis=3"), "<div[^>]*class=\"anf-diff\".*?</div>", RegexOptions.Singleline).Value);
    }

    [Fact]
    public async Task A_declined_question_returns_with_its_reason_and_goes_to_another_department()
    {
        var inquiry = await city.Registered("Wer putzt die Brunnen?", "Und wie oft?");
        var office = await city.SignIn(DemoCity.CouncilClerk);
        var page = await office.Get($"{inquiry}/zuweisen");
        var form = WebForm.In(page);
        form["All"] = Drafting.Option(page, Drafting.MainOffice);
        form["Input.Note"] = "Bitte bis Freitag.";
        form = WebForm.In(await office.Post($"{inquiry}/zuweisen?handler=SameLead", form, HttpStatusCode.OK));
        Assert.Equal("Bitte bis Freitag.", form["Input.Note"]);
        Assert.Equal(form["Input.Routes[0].Lead"], form["Input.Routes[1].Lead"]);
        await office.Do($"{inquiry}/zuweisen", form);

        var clerk = await city.SignIn(DemoCity.MainOfficeClerk);
        var assignment = (await clerk.Assignments(inquiry, Drafting.Lead))[0];
        Assert.Contains("Bitte bis Freitag.", await clerk.Get(assignment));
        var declining = WebForm.In(await clerk.Get($"{assignment}/ablehnen"));
        declining["Input.Cause"] = "Other";
        await clerk.Post($"{assignment}/ablehnen", declining, HttpStatusCode.UnprocessableEntity);
        declining["Input.Cause"] = "OtherDepartment";
        var again = await clerk.Post($"{assignment}/ablehnen", declining, HttpStatusCode.UnprocessableEntity);
        Assert.Contains("Bitte nennen Sie das Amt, das zuständig ist.", again);
        declining["Input.Competent"] = Drafting.Option(again, "Amt 60 – Bauamt");
        declining["Input.Reason"] = "Es putzt die Brunnen.";
        await clerk.Do($"{assignment}/ablehnen", declining);

        page = await office.Get($"{inquiry}/zuweisen");
        Assert.Contains("„Ein anderes Amt ist zuständig. Es putzt die Brunnen.“", page);
        Assert.Contains("Vorschlag: Amt 60 – Bauamt, weil das ablehnende Amt es nennt. Bitte prüfen.", page);
        form = WebForm.In(page);
        Assert.Equal(Drafting.Option(page, "Amt 60 – Bauamt"), form["Input.Routes[0].Lead"]);
        form["Input.Routes[0].Lead"] = "";
        await office.Post($"{inquiry}/zuweisen", form, HttpStatusCode.UnprocessableEntity);
        form["Input.Routes[0].Lead"] = Drafting.Option(page, "Amt 60 – Bauamt");
        await office.Do($"{inquiry}/zuweisen", form);
        Assert.Contains("Alle Fragen sind zugewiesen", await office.Get($"{inquiry}/zuweisen"));
    }

    [Fact]
    public async Task A_begun_answer_moves_to_the_department_that_gets_the_lead()
    {
        var answer = (await city.Answers("Wer heizt das Rathaus?"))[0];
        var clerk = await city.SignIn(DemoCity.MainOfficeClerk);
        await clerk.Save(answer, "Die Stadtwerke.");
        var inquiry = Regex.Match(await clerk.Get(answer), "/vorgaenge/[0-9a-f-]{36}").Value;
        var office = await city.SignIn(DemoCity.CouncilClerk);
        var page = await office.Get($"{inquiry}/umverteilen");
        var form = WebForm.In(page);
        form["Input.Question"] = Regex.Match(page, "<option value=\"([0-9a-f-]{36})\"").Groups[1].Value;
        form["Input.Department"] = Drafting.Option(page, Drafting.CitizensOffice);
        form["Input.Reason"] = "Das Bürgeramt verwaltet das Haus.";

        await office.Do($"{inquiry}/umverteilen", form);

        var other = await city.SignIn(DemoCity.CitizensOfficeClerk);
        page = await other.Get(answer);
        Assert.Contains("Die Stadtwerke.", page);
        Assert.DoesNotContain("Fassung speichern", page);
        var lead = (await other.Assignments(inquiry, "Federführung: Bürgeramt"))[0];
        Assert.Equal(answer, await other.Do($"{lead}/annehmen", WebForm.In(await other.Get(lead))));
        await other.Save(answer, "Die Mainzer Stadtwerke.");
    }

    [Fact]
    public async Task Two_questions_are_answered_jointly_and_apart_again()
    {
        var answers = await city.Answers("Wie viele?", "Und seit wann?");
        var clerk = await city.SignIn(DemoCity.MainOfficeClerk);
        var joining = WebForm.In(await clerk.Get($"{answers[0]}/zusammenlegen"));
        await clerk.Post($"{answers[0]}/zusammenlegen", joining, HttpStatusCode.UnprocessableEntity);
        joining["Input.Other"] = Guid.CreateVersion7().ToString();
        await clerk.Post($"{answers[0]}/zusammenlegen", joining, HttpStatusCode.NotFound);
        joining["Input.Other"] = answers[1].Split('/')[^1];

        await clerk.Do($"{answers[0]}/zusammenlegen", joining);

        var page = await clerk.Get($"{answers[0]}/teilen");
        var splitting = WebForm.In(page);
        splitting["Input.Question"] = Regex.Matches(page, "type=\"radio\"[^>]*value=\"([^\"]+)\"|value=\"([^\"]+)\"[^>]*type=\"radio\"")[1].Groups.Values.Last(group => group.Success).Value;
        await clerk.Do($"{answers[0]}/teilen", splitting);
        Assert.Contains($"{answers[0]}/zusammenlegen", await clerk.Get(answers[0]));
    }

    [Fact]
    public async Task A_contribution_is_asked_for_returned_and_done_without()
    {
        var answer = (await city.Answers("Was kostet das?"))[0];
        var clerk = await city.SignIn(DemoCity.MainOfficeClerk);
        var page = await clerk.Get($"{answer}/zuarbeiten/neu");
        var form = WebForm.In(page);
        await clerk.Post($"{answer}/zuarbeiten/neu", form, HttpStatusCode.UnprocessableEntity);
        form["Input.Department"] = Drafting.Option(page, Drafting.CitizensOffice);
        form["Input.Note"] = "Bitte die Zahlen für 2024.";
        await clerk.Do($"{answer}/zuarbeiten/neu", form);
        var inquiry = Regex.Match(page, "/vorgaenge/[0-9a-f-]{36}").Value;
        var contributor = await city.SignIn(DemoCity.CitizensOfficeClerk);
        var part = (await contributor.Assignments(inquiry, Drafting.Part))[0];
        Assert.Contains("Bitte die Zahlen für 2024.", await contributor.Get(part));
        await contributor.Do($"{part}/annehmen", WebForm.In(await contributor.Get(part)));
        var contribution = WebForm.In(await contributor.Get(part));
        contribution["Input.Markdown"] = "Viel.";
        await contributor.Do(part, contribution);

        var steps = $"{answer}/zuarbeiten/{part.Split('/')[^1]}";
        var returning = WebForm.In(await clerk.Get($"{steps}/zurueckgeben"));
        returning["Input.Reason"] = "Bitte in Euro.";
        await clerk.Do($"{steps}/zurueckgeben", returning);
        Assert.Contains("„Bitte in Euro.“", await contributor.Get(part));
        await clerk.Do($"{steps}/verzichten", WebForm.In(await clerk.Get($"{steps}/verzichten")));
        Assert.DoesNotContain($"{steps}/verzichten", await clerk.Get(answer));
    }

    [Fact]
    public async Task Who_wrote_the_answer_is_told_that_somebody_else_co_signs()
    {
        var answer = (await city.Answers("Wer war es?"))[0];
        var head = await city.SignIn(DemoCity.MainOfficeHead);
        await head.Save(answer, "Die Amtsleitung selbst.");
        await head.Do($"{answer}/zur-mitzeichnung", WebForm.In(await head.Get($"{answer}/zur-mitzeichnung")));

        var page = await head.Get($"{answer}/mitzeichnen");

        Assert.Contains("Sie haben an der Antwort geschrieben", page);
        Assert.DoesNotContain("name=\"Input.Version\"", page);
        var form = WebForm.In(page);
        form["Input.Version"] = "1";
        Assert.Contains("Vier-Augen-Prinzip", await head.Post($"{answer}/mitzeichnen", form, HttpStatusCode.Conflict));
    }
}
