using Anfragen.Application.Answers;
using Anfragen.Application.Tests.Cases;
using Anfragen.Application.Tests.Database;
using Anfragen.Domain;
using Anfragen.Infrastructure.Database;
using FluentValidation;
using static Anfragen.Infrastructure.Demo.DemoCity;

namespace Anfragen.Application.Tests.Answers;

public sealed class TextBlockTests
{
    [Theory, Databases]
    public async Task Departments_keep_their_own_blocks_and_the_council_office_those_of_everybody(DatabaseKind database)
    {
        await using var app = await TestApp.On(database);
        var (main, citizens) = (app.City.OrganizationOf(MainOfficeClerk), app.City.OrganizationOf(CitizensOfficeClerk));
        await app.As(CouncilClerk, new SaveTextBlock { Title = "Prüfung", Markdown = "Wird geprüft." });
        await app.As(MainOfficeClerk, new SaveTextBlock { Title = "ähnlich", Markdown = "Siehe *oben*.", Organization = main });
        await app.As(CitizensOfficeHead, new SaveTextBlock { Title = "Anderes", Markdown = "Nein.", Organization = citizens });

        await Assert.ThrowsAsync<NotFound>(() => app.As(MainOfficeClerk, new SaveTextBlock { Title = "x", Markdown = "y" }));
        await Assert.ThrowsAsync<NotFound>(() => app.As(MainOfficeClerk, new SaveTextBlock { Title = "x", Markdown = "y", Organization = citizens }));
        await Assert.ThrowsAsync<Forbidden>(() => app.As(SpdMember, new ListTextBlocks()));
        await Assert.ThrowsAsync<ValidationException>(() => app.As(CouncilClerk, new SaveTextBlock { Title = "x", Markdown = "```\ncode\n```" }));

        var page = await app.As(MainOfficeHead, new ListTextBlocks());
        Assert.Equal([("ähnlich", "Amt 10 – Hauptamt", true), ("Prüfung", null, false)], page.Blocks.Select(block => (block.Block.Title, block.Owner, block.IsKept)));
        Assert.Equal(["Prüfung"], (await app.As(CouncilClerk, new ListTextBlocks())).Blocks.Select(block => block.Block.Title));
        var play = new CasePlayer(app);
        var id = await play.Accepted("Wie viele?");
        var answer = await play.AnswerOf(id, (await play.QuestionIds(id))[0]);
        Assert.Equal(["ähnlich", "Prüfung"], (await app.As(MainOfficeClerk, new GetAnswer(answer))).TextBlocks.Select(block => block.Title));
    }

    [Theory, Databases]
    public async Task A_block_that_somebody_else_changed_is_not_overwritten(DatabaseKind database)
    {
        await using var app = await TestApp.On(database);
        var main = app.City.OrganizationOf(MainOfficeClerk);
        await app.As(MainOfficeClerk, new SaveTextBlock { Title = "Prüfung", Markdown = "Wird geprüft.", Organization = main });
        var block = Assert.Single((await app.As(MainOfficeClerk, new ListTextBlocks())).Blocks).Block;
        var change = new SaveTextBlock { Id = block.Id, Version = block.Version, Organization = main, Title = "Prüfung", Markdown = "Ist geprüft." };

        await app.As(MainOfficeHead, change);
        var refused = await Assert.ThrowsAsync<RuleViolation>(() => app.As(MainOfficeClerk, change with { Markdown = "Nie." }));
        Assert.Equal(CommonRules.NotChangedMeanwhile, refused.Rule);
        await Assert.ThrowsAsync<NotFound>(() => app.As(CitizensOfficeClerk, new RemoveTextBlock(block.Id)));
        Assert.Equal("Ist geprüft.", Assert.Single((await app.As(MainOfficeClerk, new ListTextBlocks())).Blocks).Block.Markdown);

        await app.As(MainOfficeClerk, new RemoveTextBlock(block.Id));
        Assert.Empty((await app.As(MainOfficeClerk, new ListTextBlocks())).Blocks);
        await Assert.ThrowsAsync<NotFound>(() => app.As(MainOfficeClerk, change));
    }
}
