using Anfragen.Application.Answers;
using Anfragen.Application.Inquiries;
using Anfragen.Application.Portal;
using Anfragen.Application.Publication;
using Anfragen.Application.Replies;
using Anfragen.Application.Tests.Archive;
using Anfragen.Application.Tests.Cases;
using Anfragen.Application.Tests.Database;
using Anfragen.Domain.Inquiries;
using Anfragen.Domain.Replies;
using static Anfragen.Infrastructure.Demo.DemoCity;

namespace Anfragen.Application.Tests.Publication;

public sealed class CorrectionTests
{
    [Theory, Databases]
    public async Task A_published_answer_is_corrected_and_the_public_sees_what_it_was_before(DatabaseKind database)
    {
        await using var app = await TestApp.On(database);
        var play = new CasePlayer(app);
        var id = await play.Published("Wie viele?", "Wann?");
        var questions = await play.QuestionIds(id);
        var wrong = await play.AnswerOf(id, questions[0]);

        await app.As(CouncilClerk, new OrderCorrection { Id = wrong, Reason = "Die Zahl stimmt nicht." });
        var details = await play.Details(id);
        Assert.Equal(InquiryStatus.Published, details.Status);
        Assert.True(details.Questions[0].IsBeingCorrected);
        Assert.NotNull((await app.As(SpdMember, new GetInquiry(id))).Questions[0].Delivered);
        Assert.False((await app.As(SpdMember, new GetInquiry(id))).Questions[0].IsBeingCorrected);

        await play.AcceptAll(id, MainOfficeClerk);
        var open = await app.As(MainOfficeClerk, new GetAnswer(await play.AnswerOf(id, questions[0])));
        Assert.Equal(("Antwort auf „Wie viele?“", "Die Zahl stimmt nicht."), (open.Corrects!.Version.Markdown, open.Corrects.Reason));
        await play.CoSign(id, questions[0], "Es sind zwölf.");
        var correction = await app.As(CouncilClerk, new ComposeReply { Id = id });
        await app.As(CouncilClerk, new SubmitReplyForReview { Id = correction });
        await play.ApproveAndSign(correction);
        await app.As(CouncilClerk, new DeliverReply { Id = correction });

        var slug = details.Slug!;
        Assert.Null((await app.Anonymously(new GetPublishedInquiry(slug))).Inquiry.Parts[0].CorrectedOn);
        await app.As(CouncilClerk, new PublishInquiry { Id = id, Questions = [.. questions] });

        var page = (await app.Anonymously(new GetPublishedInquiry(slug))).Inquiry;
        Assert.Equal(["Es sind zwölf.", "Antwort auf „Wann?“"], page.Parts.Select(part => part.Markdown));
        Assert.Equal("Antwort auf „Wie viele?“", Assert.Single(page.Parts[0].Earlier).Markdown);
        Assert.NotNull(page.Parts[0].CorrectedOn);
        Assert.Empty(page.Parts[1].Earlier);
        Assert.Equal(ReplyKind.Correction, (await play.Details(id)).Replies[^1].Kind);
        Assert.Empty(await Letters.Findings(app));
    }

    [Theory, Databases]
    public async Task What_was_never_public_does_not_become_so_by_its_correction(DatabaseKind database)
    {
        await using var app = await TestApp.On(database);
        var play = new CasePlayer(app);
        var (id, _) = await play.Delivered("Wie viele?");
        var questions = await play.QuestionIds(id);
        await app.As(CouncilClerk, new OrderCorrection { Id = await play.AnswerOf(id, questions[0]), Reason = "Ein Name steht darin." });
        await play.AcceptAll(id, MainOfficeClerk);
        await play.CoSign(id, questions[0], "Ohne Namen.");
        var correction = await app.As(CouncilClerk, new ComposeReply { Id = id });
        await app.As(CouncilClerk, new SubmitReplyForReview { Id = correction });
        await play.ApproveAndSign(correction);
        await app.As(CouncilClerk, new DeliverReply { Id = correction });
        await app.As(CouncilClerk, new PublishInquiry { Id = id, Questions = [.. questions] });

        var part = Assert.Single((await app.Anonymously(new GetPublishedInquiry((await play.Details(id)).Slug!))).Inquiry.Parts);
        Assert.Equal("Ohne Namen.", part.Markdown);
        Assert.Empty(part.Earlier);
    }
}
