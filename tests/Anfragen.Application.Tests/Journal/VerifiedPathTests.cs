using Anfragen.Application.Inquiries;
using Anfragen.Application.Journal;
using Anfragen.Application.Publication;
using Anfragen.Application.Replies;
using Anfragen.Application.Tests.Cases;
using Anfragen.Application.Tests.Database;
using Anfragen.Domain;
using Anfragen.Domain.Council;
using Anfragen.Infrastructure.Database;
using static Anfragen.Infrastructure.Demo.DemoCity;

namespace Anfragen.Application.Tests.Journal;

/// <summary>The journal of one case that was revised, recalled, answered, published in part, taken back and published again.</summary>
public sealed class VerifiedPathTests
{
    [Theory, Databases]
    public async Task A_whole_path_with_its_detours_verifies(DatabaseKind database)
    {
        await using var app = await TestApp.On(database);
        var play = new CasePlayer(app);
        var id = await Revised(app, play);
        Assert.Empty(await Findings(app));

        await app.As(CouncilClerk, new RegisterInquiry { Id = id });
        await play.RouteAll(id, MainOfficeClerk);
        await play.AcceptAll(id, MainOfficeClerk);
        var questions = await play.QuestionIds(id);
        foreach (var question in questions) await play.CoSign(id, question, "Zwölf.");
        var reply = await app.As(CouncilClerk, new ComposeReply { Id = id });
        await app.As(CouncilClerk, new SubmitReplyForReview { Id = reply });
        await play.ApproveAndSign(reply);
        await app.As(CouncilClerk, new DeliverReply { Id = reply });
        await app.As(CouncilClerk, new PublishInquiry { Id = id, Questions = [questions[0]], WithFile = false });
        Assert.Empty(await Findings(app));

        await app.As(CouncilClerk, new DepublishInquiry { Id = id, Reason = "Enthält einen Namen." });
        Assert.Empty(await Findings(app));
        await app.As(CouncilClerk, new PublishInquiry { Id = id, Questions = questions });
        Assert.Empty(await Findings(app));
    }

    [Theory, Databases]
    public async Task An_inquiry_that_was_put_back_to_an_earlier_wording_is_found(DatabaseKind database)
    {
        await using var app = await TestApp.On(database);
        var id = await Revised(app, new CasePlayer(app));

        await app.Session().Execute("UPDATE inquiries SET text_version = 1 WHERE id = @id", new { id }, CancellationToken.None);

        Assert.Contains($"Anfrage {id}: Sie zeigt nicht ihre letzte Fassung.", await Findings(app));
    }

    [Theory, Databases]
    public async Task Rows_that_were_left_behind_by_a_depublication_are_found(DatabaseKind database)
    {
        await using var app = await TestApp.On(database);
        var id = await new CasePlayer(app).Published("Wie viele?");
        await app.As(CouncilClerk, new DepublishInquiry { Id = id, Reason = "Enthält einen Namen." });

        await app.Session().Execute(
            "INSERT INTO published_targets (inquiry_id, kind, target_id) VALUES (@id, 'Inquiry', @id)", new { id }, CancellationToken.None);

        Assert.Contains("Öffentlich ist anderes, als freigegeben wurde", Assert.Single(await Findings(app)), StringComparison.Ordinal);
    }

    private static async Task<InquiryId> Revised(TestApp app, CasePlayer play)
    {
        var id = await play.Submitted("Wie viele?", "Seit wann?");
        await app.As(SpdMember, new RecallInquiry { Id = id });
        var form = play.Form("Radwege in der ganzen Neustadt", "Wie viele?", "Seit wann?", "Und warum?");
        return await app.As(SpdMember, form with
        {
            Id = id,
            BasedOn = 1,
            Preamble = "Wir fragen nach.",
            Rationale = "",
            Questions = [form.Questions[0], form.Questions[1] with { Level = 1, Label = null }, form.Questions[2]],
        });
    }

    private static async Task<IReadOnlyList<string>> Findings(TestApp app) =>
        (await app.Send(WellKnown.System, [new RoleGrant(Role.Administrator, WellKnown.Body)], new VerifyJournal())).Findings;
}
