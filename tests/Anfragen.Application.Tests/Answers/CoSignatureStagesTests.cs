using Anfragen.Application.Answers;
using Anfragen.Application.Council;
using Anfragen.Application.Inquiries;
using Anfragen.Application.Journal;
using Anfragen.Application.Tests.Cases;
using Anfragen.Application.Tests.Database;
using Anfragen.Application.Work;
using Anfragen.Domain;
using Anfragen.Domain.Answers;
using Anfragen.Domain.Cases;
using Anfragen.Domain.Council;
using Anfragen.Domain.Inquiries;
using Anfragen.Infrastructure;
using Anfragen.Infrastructure.Council;
using Anfragen.Infrastructure.Database;
using Anfragen.Infrastructure.Demo;
using Microsoft.Extensions.DependencyInjection;
using static Anfragen.Infrastructure.Demo.DemoCity;

namespace Anfragen.Application.Tests.Answers;

/// <summary>A city in which the directorate co-signs after the department that belongs to it.</summary>
public sealed class CoSignatureStagesTests
{
    [Theory, Databases]
    public async Task Department_and_directorate_co_sign_one_after_the_other(DatabaseKind database)
    {
        await using var app = await CityWithDirectorate(database);
        var (id, answer) = await Submitted(app);
        Assert.Equal([answer.Value], await Waiting(app, MainOfficeHead));
        Assert.Empty(await Waiting(app, FundingHead));
        await Refused(() => app.As(FundingHead, new CoSignAnswer { Id = answer, Version = 1 }), CommonRules.StepIsOpenToActor);

        await app.As(MainOfficeHead, new CoSignAnswer { Id = answer, Version = 1 });

        Assert.Empty(await Waiting(app, MainOfficeHead));
        Assert.Equal([answer.Value], await Waiting(app, FundingHead));
        var page = await app.As(FundingHead, new GetAnswer(answer));
        Assert.Equal(AnswerState.ForCoSignature, page.State);
        Assert.Equal(
            [("Hauptamt", MainOfficeHead.Name), ("Fördermitteldezernat", null)], page.CoSignatures.Select(signature => (signature.Organization, signature.By)));
        Assert.Contains(Step.CoSign, page.Open);
        Assert.DoesNotContain(Step.CoSign, (await app.As(MainOfficeHead, new GetAnswer(answer))).Open);

        await app.As(FundingHead, new CoSignAnswer { Id = answer, Version = 1 });

        Assert.Equal(AnswerState.CoSigned, (await app.As(FundingHead, new GetAnswer(answer))).State);
        Assert.Equal(QuestionStatus.CoSigned, Assert.Single((await app.As(SpdMember, new GetInquiry(id))).Questions).Status);
        Assert.Empty((await app.Send(WellKnown.System, [new RoleGrant(Role.Administrator, WellKnown.Body)], new VerifyJournal())).Findings);
    }

    [Theory, Databases]
    public async Task The_directorate_sees_the_inquiry_once_it_is_asked_and_still_after_it_returned_the_answer(DatabaseKind database)
    {
        await using var app = await CityWithDirectorate(database);
        var play = new CasePlayer(app);
        var id = await play.Accepted("Wie viele?");
        await Assert.ThrowsAsync<NotFound>(() => app.As(FundingHead, new GetInquiry(id)));
        var answer = await Submit(app, play, id);
        await app.As(MainOfficeHead, new CoSignAnswer { Id = answer, Version = 1 });

        await Refused(() => app.As(MainOfficeHead, new ReturnAnswer { Id = answer, Reason = "Doch nicht." }), CommonRules.StepIsOpenToActor);
        await app.As(FundingHead, new ReturnAnswer { Id = answer, Reason = "Bitte genauer." });

        Assert.Equal("Bitte genauer.", (await app.As(FundingHead, new GetAnswer(answer))).ReturnReason);
        Assert.Contains((await app.As(FundingHead, new ListInquiries())).Items, line => line.Id == id);
        await Assert.ThrowsAsync<NotFound>(() => app.As(CitizensOfficeHead, new GetInquiry(id)));
    }

    [Theory, Databases]
    public async Task A_rule_that_changes_meanwhile_leaves_what_was_submitted_as_it_was(DatabaseKind database)
    {
        await using var app = await CityWithDirectorate(database);
        var (_, answer) = await Submitted(app);

        await app.As(Administrator, new ImportCity { Text = "Stadt: { Name: Mainz }\nMitzeichnung: [Amt]" });
        await app.As(MainOfficeHead, new CoSignAnswer { Id = answer, Version = 1 });

        Assert.Equal(AnswerState.ForCoSignature, (await app.As(MainOfficeHead, new GetAnswer(answer))).State);
    }

    [Theory, Databases]
    public async Task Without_another_rule_the_head_of_the_department_is_enough(DatabaseKind database)
    {
        await using var app = await TestApp.On(database);
        var (_, answer) = await Submitted(app);

        await app.As(MainOfficeHead, new CoSignAnswer { Id = answer, Version = 1 });

        var page = await app.As(MainOfficeHead, new GetAnswer(answer));
        Assert.Equal(AnswerState.CoSigned, page.State);
        Assert.Equal("Hauptamt", Assert.Single(page.CoSignatures).Organization);
    }

    private static async Task<TestApp> CityWithDirectorate(DatabaseKind database)
    {
        var app = await TestApp.On(database);
        var path = Path.Combine(app.Services.GetRequiredService<AnfragenRoot>().Templates, "mainz", "city.yaml");
        var city = await File.ReadAllTextAsync(path);
        city = city.Replace("Nummer: Amt 10", "Nummer: Amt 10\n    Gehört zu: foerdermittel", StringComparison.Ordinal);
        await app.As(Administrator, new ImportCity { Text = city.Replace("Mitzeichnung: [Amt]", "Mitzeichnung: [Amt, Dezernat, Zuarbeit]", StringComparison.Ordinal), Beside = CityFolder.Beside(path) });
        return app;
    }

    private static async Task<(InquiryId Inquiry, AnswerId Answer)> Submitted(TestApp app)
    {
        var play = new CasePlayer(app);
        var id = await play.Accepted("Wie viele?");
        return (id, await Submit(app, play, id));
    }

    private static async Task<AnswerId> Submit(TestApp app, CasePlayer play, InquiryId id)
    {
        var answer = await play.AnswerOf(id, (await play.QuestionIds(id))[0]);
        await app.As(MainOfficeClerk, new SaveAnswerVersion { Id = answer, BasedOn = 0, Markdown = "Zwölf." });
        await app.As(MainOfficeClerk, new SubmitForCoSignature { Id = answer });
        return answer;
    }

    private static async Task<IEnumerable<Guid>> Waiting(TestApp app, DemoAccount head) =>
        (await app.As(head, new ListMyWork { Kind = WorkKind.CoSign })).Items.Select(line => line.Subject);

    private static async Task Refused(Func<Task> step, Rule rule) => Assert.Equal(rule, (await Assert.ThrowsAsync<RuleViolation>(step)).Rule);
}
