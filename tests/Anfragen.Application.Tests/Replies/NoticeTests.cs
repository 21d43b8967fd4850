using Anfragen.Application.Inquiries;
using Anfragen.Application.Replies;
using Anfragen.Application.Tests.Cases;
using Anfragen.Application.Tests.Database;
using Anfragen.Domain.Inquiries;
using Anfragen.Infrastructure.Demo;
using Anfragen.Infrastructure.Replies;
using Anfragen.Typesetting;
using static Anfragen.Infrastructure.Demo.DemoCity;

namespace Anfragen.Application.Tests.Replies;

public sealed class NoticeTests
{
    private const string Reason = "Die Frage betrifft keine Angelegenheit der Stadt.";

    [Theory, Databases]
    public async Task The_acknowledgement_is_there_once_the_inquiry_is_registered_and_is_always_the_same(DatabaseKind kind)
    {
        await using var app = await TestApp.On(kind);
        var id = await new CasePlayer(app).Submitted("Wie viele Radwege gibt es?");
        await Assert.ThrowsAsync<NotFound>(() => app.As(SpdMember, new RenderAcknowledgement(id)));
        await app.As(CouncilClerk, new RegisterInquiry { Id = id });

        var first = await app.As(SpdMember, new RenderAcknowledgement(id));
        app.Clock.GoTo(app.Clock.GetUtcNow().AddDays(40));
        var second = await app.As(CouncilClerk, new RenderAcknowledgement(id));

        Assert.Equal("Eingangsbestaetigung-0001-2025.pdf", first.FileName);
        Assert.Equal((first.Sha256, first.Bytes.Length), (second.Sha256, second.Bytes.Length));
        await Assert.ThrowsAsync<NotFound>(() => app.As(RiverMember, new RenderAcknowledgement(id)));
        await Assert.ThrowsAsync<Forbidden>(() => app.Anonymously(new RenderAcknowledgement(id)));
    }

    [Theory, Databases]
    public async Task The_rejection_is_there_as_long_as_a_question_is_rejected(DatabaseKind kind)
    {
        await using var app = await TestApp.On(kind);
        var play = new CasePlayer(app);
        var id = await play.Submitted("Wie viele Radwege gibt es?", "Was denkt der Bund?");
        await Assert.ThrowsAsync<NotFound>(() => app.As(SpdMember, new RenderRejection(id)));
        var questions = await play.QuestionIds(id);
        await app.As(CouncilClerk, new RejectQuestions { Id = id, Questions = [questions[1]], Reason = Reason });

        var file = await app.As(SpdMember, new RenderRejection(id));

        Assert.Equal("Zurueckweisung.pdf", file.FileName);
        Assert.Equal(file.Bytes, (await app.As(CouncilClerk, new RenderRejection(id))).Bytes);
        await Assert.ThrowsAsync<NotFound>(() => app.As(RiverMember, new RenderRejection(id)));
        await app.As(CouncilClerk, new ReinstateQuestion { Id = id, Question = questions[1] });
        await Assert.ThrowsAsync<NotFound>(() => app.As(SpdMember, new RenderRejection(id)));
    }

    [PdfToolsFact]
    public async Task An_acknowledgement_tells_the_true_day_of_receipt_and_the_questions_as_they_came()
    {
        await using var app = await TestApp.On(DatabaseKind.Sqlite);
        var id = await app.As(CouncilClerk, new RecordIntake
        {
            Group = app.City.OrganizationOf(RiverMember),
            ReceivedOn = new DateOnly(2025, 9, 2),
            Channel = IntakeChannel.Paper,
            Pasted = "Betreff: Radwege\n\n1. Wie viele Radwege gibt es?\n2. Wo?",
        });
        var form = await app.As(CouncilClerk, new GetIntake(id));
        await app.As(CouncilClerk, AsRead(form));
        await app.As(CouncilClerk, new RegisterInquiry { Id = id });

        var text = await Text(await app.As(RiverMember, new RenderAcknowledgement(id)));

        Assert.Contains("Eingangsbestätigung zur Anfrage betreffend Radwege", text, StringComparison.Ordinal);
        Assert.Contains("ist am 2. September 2025 eingegangen und unter der Nummer 0001/2025 registriert. Sie enthält 2 Fragen: 1. Wie viele Radwege gibt es? 2. Wo?", text, StringComparison.Ordinal);
        Assert.Contains("Landeshauptstadt Mainz · Rathausplatz 1 · 55116 Mainz Fraktion Stadt am Fluss", text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(1, 1, "die Verwaltung weist die Anfrage vom 5. September 2025 zurück:")]
    [InlineData(1, 3, "die Verwaltung weist die folgende Frage der Anfrage vom 5. September 2025 zurück:")]
    [InlineData(2, 3, "die Verwaltung weist die folgenden Fragen der Anfrage vom 5. September 2025 zurück:")]
    public void A_rejection_says_how_much_of_the_inquiry_it_concerns(int rejected, int all, string sentence)
    {
        var letter = DemoLetters.Notice(NoticeKind.Rejection, LetterFrame.Of("Mainz"));
        letter = letter with { QuestionCount = all, Questions = [.. Enumerable.Repeat(letter.Questions[0], rejected)] };

        Assert.Contains(sentence, Texts(letter));
    }

    [Fact]
    public void A_reason_that_neighbours_share_stands_once_with_all_its_paragraphs()
    {
        static NoticeQuestion Question(string label, string reason) => new(new LetterQuestion(label, $"Frage {label}?"), reason);
        var letter = DemoLetters.Notice(NoticeKind.Rejection, LetterFrame.Of("Mainz")) with
        {
            Number = null,
            Questions = [Question("1.", "So **ist** es.\n\nUnd {Nummer} auch."), Question("2.", "So **ist** es.\n\nUnd {Nummer} auch."), Question("3.", "Anders.")],
        };

        var texts = Texts(letter);

        Assert.Equal(
            ["Frage 1.?", "Frage 2.?", "Begründung: So **ist** es.", "Und {Nummer} auch.", "Frage 3.?", "Begründung: Anders."],
            texts.SkipWhile(text => text != "Frage 1.?").Take(6));
        Assert.StartsWith("Zurückweisung zur Anfrage der ", texts[0], StringComparison.Ordinal);
    }

    [Fact]
    public void An_interim_reply_names_the_expected_day_and_leaves_out_a_reason_that_is_not_given()
    {
        var letter = DemoLetters.Notice(NoticeKind.Interim, LetterFrame.Of("Mainz"));

        var (withReason, without) = (Texts(letter), Texts(letter with { Reason = "" }));

        Assert.Contains(withReason, text => text.EndsWith("voraussichtlich bis zum 17. Oktober 2025.", StringComparison.Ordinal));
        Assert.Equal(withReason.Where(text => text != letter.Reason), without);
    }

    [Theory]
    [InlineData(NoticeKind.Acknowledgement)]
    [InlineData(NoticeKind.Rejection)]
    public void Sixty_long_questions_find_room(NoticeKind kind)
    {
        var renderer = new PdfReplyRenderer(new TemplateFolder(MainzTemplate.Folder, "mainz"), Path.Combine(AppContext.BaseDirectory, "fonts"));
        var question = new NoticeQuestion(new LetterQuestion("1.", string.Concat(Enumerable.Repeat("Wie viele Radwege gibt es in der Neustadt? ", 12))), Reason);
        var letter = DemoLetters.Notice(kind, LetterFrame.Of("Mainz")) with { Questions = [.. Enumerable.Repeat(question, 60)] };

        Assert.InRange(renderer.Render(letter).Pages, 5, 20);
    }

    private static List<string> Texts(NoticeLetter letter) =>
        [.. NoticeDocument.From(letter, new TemplateFolder(MainzTemplate.Folder, "mainz").Notice(letter.Kind), null).Blocks.Select(block => block switch
        {
            Heading heading => Text(heading.Runs),
            Paragraph paragraph => Text(paragraph.Runs),
            _ => block.GetType().Name,
        })];

    private static string Text(IReadOnlyList<Run> runs) => string.Concat(runs.Select(run => run is TextRun text ? text.Text : " "));

    private static async Task<string> Text(ReplyFile file) =>
        string.Join(' ', (await PdfTools.Text(file.Bytes, 1, 0, 842)).Replace("\u00AD\n", "", StringComparison.Ordinal).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    private static ReviseIntake AsRead(IntakeDetails intake) => new()
    {
        Id = intake.Inquiry.Id,
        BasedOn = intake.Inquiry.Text.Version,
        Group = intake.Inquiry.Originators[0].Organization!.Value,
        ReceivedOn = intake.Inquiry.Receipt!.ReceivedOn,
        Channel = intake.Inquiry.Receipt.Channel,
        Subject = intake.Inquiry.Text.Subject,
        Questions = QuestionLines.Of(intake.Inquiry.Text),
    };
}
