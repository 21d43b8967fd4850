using Anfragen.Application.Inquiries;
using Anfragen.Application.Tests.Cases;
using Anfragen.Application.Tests.Database;
using Anfragen.Application.Work;
using Anfragen.Domain;
using Anfragen.Infrastructure.Database;
using static Anfragen.Infrastructure.Demo.DemoCity;

namespace Anfragen.Application.Tests.Inquiries;

public sealed class ListInquiriesTests
{
    [Theory, Databases]
    public async Task Pages_follow_one_another_without_a_gap_or_a_double(DatabaseKind database)
    {
        await using var app = await TestApp.On(database);
        var play = new CasePlayer(app);
        var submitted = new List<InquiryId>();
        for (var index = 0; index < ListInquiries.PageSize + 7; index++)
        {
            if (index % 10 == 0) app.Clock.GoTo(app.Clock.GetUtcNow().AddDays(1));
            submitted.Add(await play.Submitted($"Frage {index}?"));
        }

        var first = await app.As(CouncilClerk, new ListInquiries());
        var second = await app.As(CouncilClerk, new ListInquiries { After = first.Next });

        Assert.Equal(Enumerable.Reverse(submitted), first.Items.Concat(second.Items).Select(item => item.Id));
        Assert.Null(second.Next);
    }

    [Theory, Databases]
    public async Task The_inbox_pages_in_the_order_of_waiting(DatabaseKind database)
    {
        await using var app = await TestApp.On(database);
        var play = new CasePlayer(app);
        var submitted = new List<InquiryId>();
        for (var index = 0; index < ListMyWork.PageSize + 3; index++) submitted.Add(await play.Submitted($"Frage {index}?"));

        var first = await app.As(CouncilClerk, new ListMyWork());
        var second = await app.As(CouncilClerk, new ListMyWork { After = first.Next });

        Assert.Equal(submitted, first.Items.Concat(second.Items).Select(line => line.InquiryId));
        Assert.Null(second.Next);
    }

    [Theory, Databases("kein Zeiger")]
    public async Task A_cursor_that_cannot_be_read_begins_at_the_first_page(DatabaseKind database, string cursor)
    {
        await using var app = await TestApp.On(database);
        var id = await new CasePlayer(app).Submitted("Wie viele?");

        Assert.Equal(id, Assert.Single((await app.As(CouncilClerk, new ListInquiries { After = cursor })).Items).Id);
    }

    [Theory, Databases]
    public async Task Both_ways_of_asking_what_one_sees_find_the_same(DatabaseKind database)
    {
        await using var app = await TestApp.On(database);
        var play = new CasePlayer(app);
        await play.CoSigned("Wie viele?");
        await play.RouteAll(await play.Registered("Seit wann?"), CitizensOfficeClerk, FundingClerk);
        await app.As(ListMember, play.Form("Andere", "Wo?") with { Group = app.City.OrganizationOf(ListMember) });

        foreach (var account in new[] { SpdMember, ListMember, MainOfficeClerk, MainOfficeHead, CitizensOfficeClerk, FundingHead, CouncilClerk, Administrator })
        {
            var user = new TestUser();
            user.Become(app.City.UserOf(account), [app.City.GrantOf(account)]);
            var db = app.Session();
            var visible = new Visible(user, db);
            var (from, along) = (await Ids(visible.Inquiry), await Ids(visible.InquiryAlong));
            Assert.Equal(from, along);
            Assert.Equal(from.Count, (await app.As(account, new ListInquiries())).Items.Count);

            Task<IReadOnlyList<InquiryId>> Ids(string condition) => db.List<InquiryId>(
                $"SELECT i.id FROM inquiries i WHERE {condition} ORDER BY i.id -- reads all: a test compares", new { visible.Groups, visible.Departments }, CancellationToken.None);
        }
    }
}
