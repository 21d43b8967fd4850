using Anfragen.Application.Deadlines;
using Anfragen.Application.Figures;
using Anfragen.Application.Inquiries;
using Anfragen.Application.Publication;
using Anfragen.Application.Tests.Cases;
using Anfragen.Application.Tests.Database;
using Anfragen.Domain;
using Anfragen.Domain.Cases;
using Anfragen.Domain.Figures;
using Anfragen.Infrastructure.Cases;
using Microsoft.Extensions.DependencyInjection;
using static Anfragen.Infrastructure.Demo.DemoCity;

namespace Anfragen.Application.Tests.Figures;

public sealed class GetFiguresTests
{
    [Theory, Databases]
    public async Task Every_figure_is_what_folding_the_cases_gives(DatabaseKind database)
    {
        await using var app = await TestApp.On(database, settings: new Dictionary<string, string?> { ["Anfragen:Rules"] = "muenchen" });
        var play = new CasePlayer(app);
        var late = await play.Registered("Wie viele?");
        var joint = await app.As(SpdMember, play.Form("Gemeinsam", "Seit wann?") with { CoAskers = [app.City.OrganizationOf(ListMember), app.City.OrganizationOf(RiverMember)] });
        await app.As(ListMember, new ConfirmCoAsking { Id = joint });
        await app.As(CouncilClerk, new RegisterInquiry { Id = joint });
        await play.RouteAll(joint, CitizensOfficeClerk);
        await play.Submitted("Noch nicht registriert?");
        var withdrawn = await play.Registered("Doch nicht?");
        await app.As(SpdMember, new WithdrawQuestions { Id = withdrawn, Questions = [.. await play.QuestionIds(withdrawn)] });
        var due = (await play.Details(late)).Deadline!.DueOn!.Value;
        app.Clock.GoTo(new DateTimeOffset(due.AddDays(3).ToDateTime(new TimeOnly(9, 0)), TimeSpan.Zero));
        await app.As(CouncilClerk, new ExtendDeadline { Id = late, DueOn = due.AddDays(30), Reason = "Vereinbart." });
        await app.As(CouncilClerk, new SendInterimReply { Id = late, ExpectedOn = due.AddDays(20), Reason = "Zahlen fehlen." });
        var published = await play.Published("Wie alt?");
        var today = Berlin.Day(app.Clock.GetUtcNow());
        var cases = await Cases(app);
        var names = new[] { MainOfficeClerk, CitizensOfficeClerk }.ToDictionary(app.City.OrganizationOf, account => account.Organization);

        foreach (var by in Enum.GetValues<FigureGroup>())
        {
            var table = await app.As(CouncilClerk, new GetFigures { Choice = new FigureChoice { By = by } });

            Assert.Equal(KeyFigures.Of([.. cases.Select(InquiryFacts.Of)], today), table.Total);
            var expected = cases.SelectMany(@case => GroupsOf(@case, by, names).Select(group => (group, @case))).GroupBy(pair => pair.group, pair => InquiryFacts.Of(pair.@case));
            Assert.Equal(
                expected.Select(group => new FigureRow(group.Key, KeyFigures.Of([.. group], today))).OrderBy(row => row.Name),
                table.Rows.OrderBy(row => row.Name));
        }

        var departments = (await app.As(CouncilClerk, new GetFigures { Choice = new FigureChoice { By = FigureGroup.Department } })).Rows;
        Assert.Equal(1, departments.Single(row => row.Name == MainOfficeClerk.Organization).Figures.Answered);
        var total = (await app.As(CouncilClerk, new GetFigures())).Total;
        Assert.Equal((5, 3, 1, 1, 1, 1), (total.Count, total.Open, total.Answered, total.Extensions, total.Interims, total.OnTime));
        Assert.Equal(2, total.Late);
        var open = (await app.Anonymously(new GetPublicFigures())).Total;
        Assert.Equal(KeyFigures.Of([InquiryFacts.Of(cases.Single(@case => @case.Inquiry.Id == published))], today), open);
        await app.As(CouncilClerk, new DepublishInquiry { Id = published, Reason = "Irrtum." });
        Assert.Equal(0, (await app.Anonymously(new GetPublicFigures())).Total.Count);
    }

    [Theory, Databases]
    public async Task A_department_counts_what_it_sees_and_a_group_counts_nothing(DatabaseKind database)
    {
        await using var app = await TestApp.On(database);
        var play = new CasePlayer(app);
        await play.Accepted("Wie viele?");
        await play.Registered("Seit wann?");

        Assert.Equal(1, (await app.As(MainOfficeClerk, new GetFigures())).Total.Count);
        Assert.Equal(2, (await app.As(MayorsOfficeClerk, new GetFigures())).Total.Count);
        Assert.Equal(0, (await app.As(CouncilClerk, new GetFigures { Choice = new FigureChoice { Year = 2020 } })).Total.Count);
        Assert.Equal(2, (await app.As(CouncilClerk, new GetFigures { Choice = new FigureChoice { From = new DateOnly(2025, 12, 31), To = new DateOnly(2025, 1, 1) } })).Total.Count);
        await Assert.ThrowsAsync<Forbidden>(() => app.As(SpdMember, new GetFigures()));
    }

    private static IEnumerable<string> GroupsOf(InquiryCase @case, FigureGroup by, IReadOnlyDictionary<OrganizationId, string> names) => by switch
    {
        FigureGroup.Asker => @case.Inquiry.ConfirmedOriginators.Select(originator => originator.Short),
        FigureGroup.Department => @case.LeadingDepartments.Select(department => names[department]).DefaultIfEmpty(""),
        FigureGroup.Kind => [@case.Deadline?.Pinned?.Rule.Title ?? ""],
        FigureGroup.Month => [$"{@case.AskedOn:yyyy-MM}"],
        _ => [$"{@case.AskedOn:yyyy}"],
    };

    private static async Task<IReadOnlyList<InquiryCase>> Cases(TestApp app)
    {
        await using var scope = app.Services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<TestUser>().Become(app.City.UserOf(CouncilClerk), [app.City.GrantOf(CouncilClerk)]);
        var cases = new List<InquiryCase>();
        foreach (var id in await app.Session().List<InquiryId>("SELECT id FROM inquiries -- reads all: a test compares", null, CancellationToken.None))
        {
            cases.Add((await scope.ServiceProvider.GetRequiredService<CaseReader>().Find(id, CancellationToken.None))!);
        }

        return cases;
    }
}
