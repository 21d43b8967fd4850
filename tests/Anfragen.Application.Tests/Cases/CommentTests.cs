using Anfragen.Application.Comments;
using Anfragen.Application.Inquiries;
using Anfragen.Application.Tests.Database;
using Anfragen.Domain;
using Anfragen.Domain.Cases;
using Anfragen.Infrastructure.Database;
using FluentValidation;
using static Anfragen.Infrastructure.Demo.DemoCity;

namespace Anfragen.Application.Tests.Cases;

public sealed class CommentTests
{
    [Theory, Databases]
    public async Task Those_who_work_on_a_question_talk_about_it_and_nobody_else_learns_of_it(DatabaseKind database)
    {
        await using var app = await TestApp.On(database);
        var play = new CasePlayer(app);
        var id = await play.Accepted("Wie viele?", "Wie breit?");
        var questions = await play.QuestionIds(id);

        var asked = await app.As(CouncilClerk, new AddComment { Inquiry = id, Question = questions[0], Text = " Gehört der Weg dazu?\r\nBitte prüfen. " });
        await app.As(MainOfficeClerk, new AddComment { Inquiry = id, Question = questions[0], Thread = asked, Text = "Ja." });
        await app.As(MayorsOfficeClerk, new AddComment { Inquiry = id, Question = questions[1], Text = "Gut so." });

        var talk = await app.As(MainOfficeHead, new GetComments(id, questions[0]));
        var thread = Assert.Single(talk.Threads);
        Assert.Equal([("Gehört der Weg dazu?\nBitte prüfen.", CouncilClerk.Name), ("Ja.", MainOfficeClerk.Name)], thread.Select(comment => (comment.Text!, comment.By)));
        Assert.Equal([2, 1], (await app.As(MainOfficeHead, new GetInquiry(id))).Questions.Select(question => question.Comments!.Value));

        Assert.All((await app.As(SpdMember, new GetInquiry(id))).Questions, question => Assert.Null(question.Comments));
        await Assert.ThrowsAsync<Forbidden>(() => app.As(SpdMember, new GetComments(id, questions[0])));
        await Assert.ThrowsAsync<NotFound>(() => app.As(CitizensOfficeClerk, new GetComments(id, questions[0])));
        await Assert.ThrowsAsync<NotFound>(() => app.As(CitizensOfficeClerk, new AddComment { Inquiry = id, Question = questions[0], Text = "Ich auch." }));
        await Assert.ThrowsAsync<ValidationException>(() => app.As(CouncilClerk, new AddComment { Inquiry = id, Question = questions[0], Text = " " }));
        await Refused(() => app.As(CouncilClerk, new AddComment { Inquiry = id, Question = questions[1], Thread = asked, Text = "Falsch." }), Domain.Inquiries.InquiryRules.QuestionOfThisInquiry);
        var other = await play.Registered("Wie hoch?");
        var foreign = new AddComment { Inquiry = other, Question = (await play.QuestionIds(other))[0], Thread = asked, Text = "Falsch." };
        await Assert.ThrowsAsync<NotFound>(() => app.As(CouncilClerk, foreign));
    }

    [Theory, Databases]
    public async Task A_comment_is_told_to_who_works_on_the_question_and_to_who_took_part(DatabaseKind database)
    {
        await using var app = await TestApp.On(database);
        var play = new CasePlayer(app);
        var id = await play.Accepted("Wie viele?");
        var question = (await play.QuestionIds(id))[0];
        await Clear(app);

        await app.As(MainOfficeClerk, new AddComment { Inquiry = id, Question = question, Text = "Wer zählt?" });
        Assert.Empty(await Told(app));
        await app.As(CouncilClerk, new AddComment { Inquiry = id, Question = question, Text = "Das Hauptamt." });
        Assert.Equal([$"{MessageKind.Commented} {MainOfficeClerk.Login}"], await Told(app));
        await Clear(app);
        await app.As(MainOfficeHead, new AddComment { Inquiry = id, Question = question, Text = "Wir zählen." });

        Assert.Contains($"{MessageKind.CommentedForOffice} {CouncilClerk.Login}", await Told(app));
    }

    [Theory, Databases]
    public async Task Who_wrote_a_comment_can_erase_it_and_nobody_else(DatabaseKind database)
    {
        await using var app = await TestApp.On(database);
        var play = new CasePlayer(app);
        var id = await play.Accepted("Wie viele?");
        var question = (await play.QuestionIds(id))[0];
        var comment = await app.As(CouncilClerk, new AddComment { Inquiry = id, Question = question, Text = "Frau Muster, 0170 123" });

        await Refused(() => app.As(MainOfficeClerk, new WithdrawComment { Inquiry = id, Comment = comment }), CommentRules.OwnOnly);
        await app.As(CouncilClerk, new WithdrawComment { Inquiry = id, Comment = comment });
        await Refused(() => app.As(CouncilClerk, new WithdrawComment { Inquiry = id, Comment = comment }), CommentRules.OnlyOnce);

        var shown = Assert.Single(Assert.Single((await app.As(CouncilClerk, new GetComments(id, question))).Threads));
        Assert.Equal((null, false), (shown.Text, shown.IsOwn));
        Assert.Equal("", await app.Session().Single<string>("SELECT text FROM comments WHERE inquiry_id = @id", new { id }, CancellationToken.None));
    }

    private static Task Clear(TestApp app) => app.Session().Execute("DELETE FROM outbox -- reads all: begins anew", null, CancellationToken.None);

    private static async Task<IReadOnlyList<string>> Told(TestApp app) => await app.Session().List<string>(
        "SELECT o.kind || ' ' || u.login FROM outbox o JOIN users u ON u.id = o.user_id ORDER BY 1 -- reads all: whom it told", null, CancellationToken.None);

    private static async Task Refused(Func<Task> command, Rule rule) => Assert.Equal(rule, (await Assert.ThrowsAsync<RuleViolation>(command)).Rule);
}
