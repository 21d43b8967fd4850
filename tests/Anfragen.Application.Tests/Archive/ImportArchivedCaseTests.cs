using Anfragen.Application.Archive;
using Anfragen.Application.Attachments;
using Anfragen.Application.Inquiries;
using Anfragen.Application.Replies;
using Anfragen.Application.Tests.Cases;
using Anfragen.Application.Tests.Database;
using Anfragen.Application.Tests.Documents;
using Anfragen.Application.Tests.Replies;
using Anfragen.Application.Work;
using Anfragen.Domain;
using Anfragen.Domain.Archive;
using Anfragen.Domain.Attachments;
using Anfragen.Domain.Cases;
using Anfragen.Domain.Inquiries;
using Anfragen.Domain.Replies;
using Anfragen.Infrastructure.Database;
using Anfragen.Infrastructure.Demo;
using FluentValidation;
using MediatR;
using Microsoft.Extensions.DependencyInjection;
using static Anfragen.Infrastructure.Demo.DemoCity;

namespace Anfragen.Application.Tests.Archive;

public sealed class ImportArchivedCaseTests
{
    [Theory, Databases]
    public async Task The_real_reply_becomes_an_inquiry_with_its_questions_and_answers_and_nothing_is_unsure(DatabaseKind database)
    {
        await using var app = await TestApp.On(database);

        var outcome = await app.As(CouncilClerk, Letters.Seed);

        Assert.Equal(("1435/2025", true, 0), (outcome.Number, outcome.IsNew, outcome.Doubts));
        var inquiry = await app.As(CouncilClerk, new GetInquiry(outcome.Id));
        Assert.Equal(("Schwaches Abschneiden beim Smart City Index 2025", InquiryStatus.Delivered), (inquiry.Text.Subject, inquiry.Status));
        Assert.NotNull(inquiry.Archive);
        var asker = Assert.Single(inquiry.Originators);
        Assert.Equal(("SPD-Stadtratsfraktion", (OrganizationId?)app.City.OrganizationOf(SpdMember)), (asker.Name, asker.Organization));
        Assert.Equal(["1.", "2.", "3.", "4.", "5."], inquiry.Questions.Select(question => question.Question.Label));
        Assert.All(inquiry.Questions, question => Assert.Equal(QuestionStatus.Delivered, question.Status));
        Assert.All(
            DemoReply.Instance.Questions.Zip(inquiry.Questions),
            pair => Assert.Equal(LettersOf(pair.First.Answer), LettersOf(TextOf(pair.Second.Delivered!.Html!))));
        var reply = Assert.Single(inquiry.Replies);
        Assert.Equal((ReplyKind.Full, ReplyState.Delivered, new DateOnly(2025, 9, 26), false), (reply.Kind, reply.State, reply.WrittenOn, reply.HasPdf));
        var letter = (await app.As(CouncilClerk, new GetReply(reply.Id))).Letter!;
        Assert.Equal(("Mainz", "Nino Haase", "Oberbürgermeister"), (letter.Place, letter.Name, letter.Office));
        var original = Assert.Single((await app.As(SpdMember, new ListAttachments(AttachmentHolder.Of(reply.Id)))).Attachments);
        Assert.Equal(Letters.Seed.Reply.Content, (await app.As(SpdMember, new GetAttachment(original.Id))).Bytes);
        Assert.Empty(await Letters.Findings(app));
    }

    [Theory, Databases]
    public async Task An_old_case_stands_in_the_list_by_its_own_day_and_waits_for_nobody_but_to_be_looked_through(DatabaseKind database)
    {
        await using var app = await TestApp.On(database);

        var outcome = await app.As(CouncilClerk, Letters.Case);

        var item = Assert.Single((await app.As(CouncilClerk, new ListInquiries())).Items);
        Assert.Equal((true, new DateOnly(2019, 5, 2), "SPD", InquiryStatus.Delivered), (item.IsImported, item.ReceivedOn, item.Originators, item.Status));
        var line = Assert.Single((await app.As(CouncilClerk, new ListMyWork())).Items);
        Assert.Equal((WorkKind.SettleImport, outcome.Id), (line.Kind, line.InquiryId));
        Assert.Empty((await app.As(SpdMember, new ListMyWork())).Items);
        Assert.Empty((await app.As(MainOfficeClerk, new ListMyWork())).Items);
        var inquiry = await app.As(SpdMember, new GetInquiry(outcome.Id));
        Assert.Equal([QuestionStatus.Delivered, QuestionStatus.Delivered, QuestionStatus.Unanswered], inquiry.Questions.Select(question => question.Status!.Value));
        Assert.Equal(ReplyKind.Partial, Assert.Single(inquiry.Replies).Kind);
        Assert.Contains(inquiry.History, entry => entry.Step == Step.ImportInquiry);
        Assert.DoesNotContain(Step.Recall, inquiry.Open);
        Assert.DoesNotContain(Step.WithdrawQuestion, inquiry.Open);
    }

    [Theory, Databases]
    public async Task The_same_papers_again_change_no_row(DatabaseKind database)
    {
        await using var app = await TestApp.On(database);
        var first = await app.As(CouncilClerk, Letters.Case);
        var before = await Letters.Rows(app, database);

        var second = await app.As(CouncilClerk, Letters.Case);
        var more = await app.As(CouncilClerk, Letters.Of(Letters.Reply, Letters.Inquiry, "Ein Nachtrag, den es damals nicht gab."));

        Assert.Equal((first.Id, first.Number, false), (second.Id, second.Number, second.IsNew));
        Assert.Empty(second.LeftOut);
        Assert.Equal(["Nachtrag-1.txt"], more.LeftOut);
        Assert.Equal(before, await Letters.Rows(app, database));
    }

    [Theory, Databases]
    public async Task A_number_that_is_on_record_is_not_doubled(DatabaseKind database)
    {
        await using var app = await TestApp.On(database);
        var live = await new CasePlayer(app).Submitted("Wie viele?");
        await app.As(CouncilClerk, new RegisterInquiry { Id = live, NumberByHand = "0302/2019" });
        var before = await Letters.Rows(app, database);

        var refused = await Assert.ThrowsAsync<RuleViolation>(() => app.As(CouncilClerk, Letters.Case));

        Assert.Equal(ImportRules.NumberIsOnRecord, refused.Rule);
        Assert.Equal(before, await Letters.Rows(app, database));
    }

    [Theory, Databases]
    public async Task The_counter_skips_the_numbers_that_came_from_the_archive(DatabaseKind database)
    {
        await using var app = await TestApp.On(database);
        await app.As(CouncilClerk, Letters.Of(Letters.Reply.Replace("0302/2019", "0001/2025", StringComparison.Ordinal)));
        var live = await new CasePlayer(app).Submitted("Wie viele?");

        Assert.Equal("0002/2025", await app.As(CouncilClerk, new RegisterInquiry { Id = live }));
    }

    [Theory, Databases]
    public async Task Only_the_council_office_reads_the_archive(DatabaseKind database)
    {
        await using var app = await TestApp.On(database);

        foreach (var account in (DemoAccount[])[SpdMember, MainOfficeClerk, MayorsOfficeClerk, Administrator])
        {
            await Assert.ThrowsAsync<Forbidden>(() => app.As(account, Letters.Case));
        }

        var outcome = await app.As(CouncilClerk, Letters.Case);
        await Assert.ThrowsAsync<Forbidden>(() => app.As(SpdMember, new GetImport(outcome.Id)));
        await Assert.ThrowsAsync<NotFound>(() => app.As(MainOfficeClerk, new GetInquiry(outcome.Id)));
    }

    [Theory, Databases]
    public async Task A_file_that_is_none_is_refused_by_name_and_leaves_nothing(DatabaseKind database)
    {
        await using var app = await TestApp.On(database);
        var before = await Letters.Rows(app, database);
        foreach (var content in (byte[][])[SampleFiles.Program, SampleFiles.Bomb(), [], SampleFiles.Png, "%PDF-1.7 kaputt"u8.ToArray()])
        {
            var refused = await Assert.ThrowsAsync<ValidationException>(
                () => app.As(CouncilClerk, Letters.Case with { Inquiry = new ArchiveFile("Anfrage 302.pdf", content) }));

            Assert.StartsWith("Anfrage 302.pdf: ", Assert.Single(refused.Errors).ErrorMessage, StringComparison.Ordinal);
        }

        Assert.Equal(before, await Letters.Rows(app, database));
    }

    [Theory]
    [Databases("INSERT INTO inquiries")]
    [Databases("INSERT INTO imported_letters")]
    [Databases("INSERT INTO import_papers")]
    [Databases("UPDATE journal_head")]
    public async Task An_import_that_is_broken_off_leaves_nothing_and_can_be_done_again(DatabaseKind database, string statement)
    {
        await using var app = await TestApp.On(database);
        var before = await Letters.Rows(app, database);
        using var cancelled = new CancellationTokenSource();
        using (DbSession.Statements.Subscribe(new Breaker(statement, cancelled)))
        {
            await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Send(app, Letters.Case, cancelled.Token));
        }

        Assert.Equal(before, await Letters.Rows(app, database));
        Assert.True((await app.As(CouncilClerk, Letters.Case)).IsNew);
        Assert.Empty(await Letters.Findings(app));
    }

    [Fact]
    public async Task Two_who_read_the_same_reply_at_once_make_one_inquiry()
    {
        foreach (var database in DatabasesAttribute.Chosen)
        {
            await using var app = await TestApp.On(database);
            async Task<bool> Try()
            {
                try
                {
                    return (await app.As(CouncilClerk, Letters.Case)).IsNew;
                }
                catch (RuleViolation violation) when (violation.Rule == ImportRules.IsReadOnce || violation.Rule == ImportRules.NumberIsOnRecord)
                {
                    return false;
                }
            }

            var made = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(Try)));

            Assert.Single(made, isNew => isNew);
            Assert.Single((await app.As(CouncilClerk, new ListInquiries())).Items);
        }
    }

    [Theory, Databases]
    public async Task A_supplement_says_more_on_a_question_that_was_answered(DatabaseKind database)
    {
        const string supplement = """
            Ergänzende Antwort zur Anfrage Nr. 0302/2019 der SPD-Stadtratsfraktion betreffend Radwege in der Neustadt

            Zu Frage 3:

            Die Kosten betragen 200.000 Euro.

            Mainz, 1. Juli 2019

            gez.

            Michael Ebling
            Oberbürgermeister
            """;
        await using var app = await TestApp.On(database);

        var outcome = await app.As(CouncilClerk, Letters.Of(Letters.Reply, Letters.Inquiry, supplement));

        var inquiry = await app.As(CouncilClerk, new GetInquiry(outcome.Id));
        Assert.Equal([ReplyKind.Partial, ReplyKind.Supplement], inquiry.Replies.Select(reply => reply.Kind));
        Assert.Contains("200.000", inquiry.Questions[2].Delivered!.Html, StringComparison.Ordinal);
        Assert.Empty(await Letters.Findings(app));
    }

    [Theory, Databases]
    public async Task Plain_text_is_shown_as_it_stands(DatabaseKind database)
    {
        await using var app = await TestApp.On(database);

        var outcome = await app.As(CouncilClerk, Letters.Case);

        var questions = (await app.As(CouncilClerk, new GetInquiry(outcome.Id))).Questions;
        Assert.Contains("Kilometer_neu*.", questions[0].Delivered!.Html, StringComparison.Ordinal);
        Assert.Contains("<li>", questions[1].Delivered!.Html, StringComparison.Ordinal);
        Assert.Contains("Boppstraße", questions[1].Delivered!.Html, StringComparison.Ordinal);
    }

    [PdfToolsFact]
    public async Task A_pdf_of_ours_is_read_like_its_text_and_is_the_file_of_the_reply()
    {
        await using var app = await TestApp.On(DatabaseKind.Sqlite);
        var pdf = app.Services.CreateScope().ServiceProvider.GetRequiredService<IReplyRenderer>()
            .Render(DemoReply.Instance.Letter(app.Clock.GetUtcNow())).Pdf;

        var outcome = await app.As(CouncilClerk, new ImportArchivedCase { Reply = new ArchiveFile("1435-2025.pdf", pdf) });

        var inquiry = await app.As(CouncilClerk, new GetInquiry(outcome.Id));
        Assert.Equal("1435/2025", inquiry.Number);
        Assert.Equal(["1.", "2.", "3.", "4.", "5."], inquiry.Questions.Select(question => question.Question.Label));
        Assert.All(
            DemoReply.Instance.Questions.Zip(inquiry.Questions),
            pair => Assert.Equal(LettersOf(pair.First.Answer), LettersOf(TextOf(pair.Second.Delivered!.Html!))));
        var reply = Assert.Single(inquiry.Replies);
        Assert.True(reply.HasPdf);
        Assert.Equal(pdf, (await app.As(SpdMember, new PreviewReply(reply.Id))).Bytes);
    }

    [Theory, Databases]
    public async Task A_word_document_is_read_with_the_head_in_its_margin_and_its_numbered_paragraphs(DatabaseKind database)
    {
        await using var app = await TestApp.On(database);
        var body = string.Concat(Letters.Reply.Split('\n').Select(line => $"<w:p><w:r><w:t xml:space=\"preserve\">{line}</w:t></w:r></w:p>"));
        var docx = SampleFiles.Docx(body);

        var outcome = await app.As(CouncilClerk, new ImportArchivedCase { Reply = new ArchiveFile("Antwort.docx", docx) });

        var inquiry = await app.As(CouncilClerk, new GetInquiry(outcome.Id));
        Assert.Equal("0302/2019", inquiry.Number);
        Assert.Equal(3, inquiry.Questions.Count);
        Assert.False(Assert.Single(inquiry.Replies).HasPdf);
    }

    internal static string LettersOf(string text) => string.Concat(text.Where(char.IsLetterOrDigit)).ToLowerInvariant();

    internal static string TextOf(string html) => System.Net.WebUtility.HtmlDecode(System.Text.RegularExpressions.Regex.Replace(html, "<[^>]*>", " "));

    private static async Task<ImportOutcome> Send(TestApp app, ImportArchivedCase command, CancellationToken cancel)
    {
        await using var scope = app.Services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<TestUser>().Become(app.City.UserOf(CouncilClerk), [app.City.GrantOf(CouncilClerk)]);
        return await scope.ServiceProvider.GetRequiredService<IMediator>().Send(command, cancel);
    }

    /// <summary>Gives up when this statement is about to run.</summary>
    private sealed class Breaker(string statement, CancellationTokenSource source) : IObserver<KeyValuePair<string, object?>>
    {
        public void OnNext(KeyValuePair<string, object?> value)
        {
            if (value.Value is Statement found && found.Sql.TrimStart().StartsWith(statement, StringComparison.Ordinal)) source.Cancel();
        }

        public void OnCompleted()
        {
        }

        public void OnError(Exception error) => throw error;
    }
}
