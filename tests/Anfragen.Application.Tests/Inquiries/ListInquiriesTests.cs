using Anfragen.Application.Inquiries;
using Anfragen.Application.Tests.Cases;
using Anfragen.Application.Tests.Database;
using Anfragen.Application.Work;
using Anfragen.Domain;
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
}
