using Anfragen.Application.Inquiries;
using Anfragen.Application.Journal;
using Anfragen.Application.Portal;
using Anfragen.Application.Publication;
using Anfragen.Application.Tests.Cases;
using Anfragen.Application.Tests.Database;
using Anfragen.Domain;
using Anfragen.Domain.Inquiries;
using static Anfragen.Infrastructure.Demo.DemoCity;

namespace Anfragen.Application.Tests.Inquiries;

public sealed class FollowUpTests
{
    [Theory, Databases]
    public async Task A_follow_up_is_linked_both_ways_for_whoever_may_see_both(DatabaseKind kind)
    {
        await using var app = await TestApp.On(kind);
        var play = new CasePlayer(app);
        var (first, _) = await play.Delivered("Wie viele Bäume?");
        Assert.Equal("Radwege in der Neustadt", (await app.As(SpdMember, new GetInquiryForm(null, first))).Earlier!.Subject);

        var draft = await app.As(SpdMember, new SaveInquiryDraft { Subject = "Noch einmal: Bäume", Group = app.City.OrganizationOf(SpdMember), Follows = first });

        Assert.Equal(first, (await app.As(SpdMember, new GetInquiry(draft))).Earlier!.Id);
        Assert.Equal([draft], (await app.As(SpdMember, new GetInquiry(first))).FollowUps.Select(link => link.Id));
        Assert.Empty((await app.As(CouncilClerk, new GetInquiry(first))).FollowUps);
        Assert.Equal(first, (await app.As(SpdMember, new GetInquiryForm(draft))).Earlier!.Id);

        await app.As(SpdMember, play.Form("Noch einmal: Bäume", "Wie viele jetzt?") with { Id = draft, BasedOn = 1, Follows = first });
        var number = await app.As(CouncilClerk, new RegisterInquiry { Id = draft });
        Assert.Equal([number], (await app.As(CouncilClerk, new GetInquiry(first))).FollowUps.Select(link => link.Number));
        Assert.Empty((await app.As(MainOfficeClerk, new GetInquiry(first))).FollowUps);
        Assert.Empty((await app.As(Administrator, new VerifyJournal(null))).Findings);
    }

    [Theory, Databases]
    public async Task The_office_sets_and_clears_the_reference_by_its_number(DatabaseKind kind)
    {
        await using var app = await TestApp.On(kind);
        var play = new CasePlayer(app);
        var first = await play.Registered("Wie viele Bäume?");
        var second = await play.Submitted("Wie viele jetzt?");
        var number = (await play.Details(first)).Number!;

        await app.As(CouncilClerk, new SetEarlierInquiry { Id = second, Number = $" {number} " });
        Assert.Equal(number, (await play.Details(second)).Earlier!.Number);
        await app.As(CouncilClerk, new SetEarlierInquiry { Id = second });
        Assert.Null((await play.Details(second)).Earlier);

        Assert.Equal(InquiryRules.EarlierIsKnown, await Refusal(() => app.As(CouncilClerk, new SetEarlierInquiry { Id = second, Number = "9999/1999" })));
        Assert.Equal(InquiryRules.FollowsAnother, await Refusal(() => app.As(CouncilClerk, new SetEarlierInquiry { Id = first, Number = number })));
        Assert.Equal(
            InquiryRules.EarlierIsKnown,
            await Refusal(() => app.As(RiverMember, play.Form("Fremd", "Was?") with { Group = app.City.OrganizationOf(RiverMember), Follows = first })));
    }

    [Theory, Databases]
    public async Task The_portal_links_only_what_is_public_on_both_ends(DatabaseKind kind)
    {
        await using var app = await TestApp.On(kind);
        var play = new CasePlayer(app);
        var first = await play.Published("Wie viele Bäume?");
        var (second, _) = await play.Delivered("Wie viele jetzt?");
        var slug = (await play.Details(first)).Slug!;
        await app.As(CouncilClerk, new SetEarlierInquiry { Id = second, Number = (await play.Details(first)).Number });
        Assert.Empty((await app.Anonymously(new GetPublishedInquiry(slug))).FollowUps);

        await app.As(CouncilClerk, new PublishInquiry { Id = second, Questions = [.. await play.QuestionIds(second)] });

        var later = (await play.Details(second)).Slug!;
        Assert.Equal([later], (await app.Anonymously(new GetPublishedInquiry(slug))).FollowUps.Select(link => link.Slug));
        Assert.Equal(slug, (await app.Anonymously(new GetPublishedInquiry(later))).Earlier!.Slug);

        await app.As(CouncilClerk, new DepublishInquiry { Id = first, Reason = "Personenbezogene Daten." });
        Assert.Null((await app.Anonymously(new GetPublishedInquiry(later))).Earlier);
        await app.As(CouncilClerk, new PublishInquiry { Id = first, Questions = [.. await play.QuestionIds(first)] });
        await app.As(CouncilClerk, new SetEarlierInquiry { Id = second });
        Assert.Null((await app.Anonymously(new GetPublishedInquiry(later))).Earlier);
    }

    private static async Task<Rule> Refusal(Func<Task> act) => (await Assert.ThrowsAsync<RuleViolation>(act)).Rule;
}
