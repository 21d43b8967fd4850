using Anfragen.Application.Deadlines;
using Anfragen.Application.Inquiries;
using Anfragen.Application.Tests.Cases;
using Anfragen.Application.Tests.Database;
using Anfragen.Application.Views;
using Anfragen.Application.Work;
using Anfragen.Domain;
using Anfragen.Domain.Cases;
using FluentValidation;
using static Anfragen.Infrastructure.Demo.DemoCity;

namespace Anfragen.Application.Tests.Inbox;

public sealed class ListMyWorkTests
{
    [Theory, Databases]
    public async Task What_is_late_stands_first_also_after_an_extension_and_the_undated_last(DatabaseKind database)
    {
        await using var app = await TestApp.On(database, settings: new Dictionary<string, string?> { ["Anfragen:Rules"] = "muenchen" });
        var play = new CasePlayer(app);
        var undated = await play.Submitted("Ohne Frist?");
        var late = await play.Registered("Zu spät?");
        var due = (await play.Details(late)).Deadline!.DueOn!.Value;
        app.Clock.GoTo(new DateTimeOffset(due.AddDays(2).ToDateTime(new TimeOnly(9, 0)), TimeSpan.Zero));
        var soon = await play.Registered("Bald?");
        await app.As(CouncilClerk, new ExtendDeadline { Id = late, DueOn = due.AddDays(90), Reason = "Vereinbart." });

        var all = await app.As(CouncilClerk, new ListMyWork());

        Assert.Equal([late, soon, undated], all.Items.Select(line => line.InquiryId));
        Assert.Equal([late], (await app.As(CouncilClerk, new ListMyWork { Due = DueChoice.Overdue })).Items.Select(line => line.InquiryId));
        Assert.Equal([late], (await app.As(CouncilClerk, new ListMyWork { Due = DueChoice.Week })).Items.Select(line => line.InquiryId));
        Assert.Equal([undated], (await app.As(CouncilClerk, new ListMyWork { Kind = WorkKind.Admit })).Items.Select(line => line.InquiryId));
        var one = await app.As(CouncilClerk, new ListMyWork { Size = 1 });
        Assert.Equal([soon], (await app.As(CouncilClerk, new ListMyWork { Size = 1, After = one.Next })).Items.Select(line => line.InquiryId));
    }

    [Theory, Databases]
    public async Task The_office_chooses_by_group_and_by_leading_department(DatabaseKind database)
    {
        await using var app = await TestApp.On(database);
        var play = new CasePlayer(app);
        var routed = await play.Registered("Wer?");
        await play.RouteAll(routed, MainOfficeClerk);
        var other = await app.As(ListMember, play.Form("Andere Fraktion", "Was?") with { Group = app.City.OrganizationOf(ListMember) });

        Assert.Equal([other], await Found(new ListMyWork { Group = app.City.OrganizationOf(ListMember) }, CouncilClerk));
        Assert.Equal([routed], await Found(new ListMyWork { Group = app.City.OrganizationOf(SpdMember) }, MainOfficeClerk));
        Assert.Empty(await Found(new ListMyWork { Department = app.City.OrganizationOf(CitizensOfficeClerk) }, MainOfficeClerk));
        Assert.Equal([routed], await Found(new ListMyWork { Department = app.City.OrganizationOf(MainOfficeClerk) }, MainOfficeClerk));
        Assert.NotEmpty((await app.As(CouncilClerk, new ListMyWork())).Departments);
        Assert.Empty((await app.As(SpdMember, new ListMyWork())).Groups);

        async Task<IEnumerable<InquiryId>> Found(ListMyWork query, Infrastructure.Demo.DemoAccount account) =>
            (await app.As(account, query)).Items.Select(line => line.InquiryId);
    }

    [Theory, Databases]
    public async Task A_saved_view_is_its_owners_alone(DatabaseKind database)
    {
        await using var app = await TestApp.On(database);
        await app.As(CouncilClerk, new SaveView { List = ViewedList.Work, Name = "Neu ", Query = "?art=Admit", IsDefault = true });
        await app.As(CouncilClerk, new SaveView { List = ViewedList.Work, Name = "Spät", Query = "?faellig=Overdue" });
        await app.As(CouncilClerk, new SaveView { List = ViewedList.Work, Name = "Neu", Query = "?art=Route" });
        await app.As(CouncilClerk, new SaveView { List = ViewedList.Inquiries, Name = "Neu", Query = "" });

        var views = (await app.As(CouncilClerk, new ListMyWork())).Views;

        Assert.Equal([("Neu", "?art=Route", true), ("Spät", "?faellig=Overdue", false)], views.Select(view => (view.Name, view.Query, view.IsDefault)));
        Assert.Empty(await app.As(MainOfficeClerk, new ListViews()));
        await Assert.ThrowsAsync<NotFound>(() => app.As(MainOfficeClerk, new DeleteView { Id = views[0].Id }));
        await Assert.ThrowsAsync<NotFound>(() => app.As(MainOfficeClerk, new ChooseDefaultView { List = ViewedList.Work, Name = "Neu" }));
        await app.As(CouncilClerk, new ChooseDefaultView { List = ViewedList.Work });
        await app.As(CouncilClerk, new DeleteView { Id = views[1].Id });
        Assert.Equal([("Neu", false)], (await app.As(CouncilClerk, new ListMyWork())).Views.Select(view => (view.Name, view.IsDefault)));
    }

    [Theory]
    [Databases("//fremd.example/?a=b")]
    [Databases("?a=b#c")]
    [Databases("?a=\"><b")]
    public async Task Only_filters_are_kept(DatabaseKind database, string query)
    {
        await using var app = await TestApp.On(database);

        await Assert.ThrowsAsync<ValidationException>(() => app.As(CouncilClerk, new SaveView { Name = "Ansicht", Query = query }));
    }
}
