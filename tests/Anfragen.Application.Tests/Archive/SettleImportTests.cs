using Anfragen.Application.Archive;
using Anfragen.Application.Inquiries;
using Anfragen.Application.Portal;
using Anfragen.Application.Publication;
using Anfragen.Application.Tests.Cases;
using Anfragen.Application.Tests.Database;
using Anfragen.Application.Work;
using Anfragen.Domain;
using Anfragen.Domain.Archive;
using Anfragen.Domain.Cases;
using Anfragen.Domain.Inquiries;
using Anfragen.Domain.Publication;
using FluentValidation;
using static Anfragen.Infrastructure.Demo.DemoCity;

namespace Anfragen.Application.Tests.Archive;

public sealed class SettleImportTests
{
    [Theory, Databases]
    public async Task What_is_unsure_is_settled_corrected_and_then_published_without_a_file(DatabaseKind database)
    {
        await using var app = await TestApp.On(database);
        var id = (await app.As(CouncilClerk, Letters.Case)).Id;
        var form = await Form(app, id);
        var early = await Assert.ThrowsAsync<RuleViolation>(async () => await app.As(CouncilClerk, Publishing(id, await Questions(app, id))));
        var corrected = form with
        {
            Subject = "Radwege in der Mainzer Neustadt",
            ReceivedOn = new DateOnly(2019, 5, 3),
            Askers = [.. form.Askers, new AskerLine { Name = "Stadtrat Kurt Muster (FWG)" }],
            Replies = [form.Replies[0] with { Answers = [.. form.Replies[0].Answers, Answer(app, "Das steht noch nicht fest.", form.Questions[2].Key)], Office = "Oberbürgermeister der Stadt" }],
            Settled = [.. (await app.As(CouncilClerk, new GetImport(id))).Doubts.Select(doubt => doubt.No)],
        };

        await app.As(CouncilClerk, corrected);

        var page = await app.As(CouncilClerk, new GetImport(id));
        Assert.Equal(PublicationRules.DoubtsAreSettled, early.Rule);
        Assert.All(page.Doubts, doubt => Assert.Equal(CouncilClerk.Name, doubt.SettledBy));
        Assert.Equal(2, page.Form.BasedOn);
        Assert.Equal("Radwege in der Mainzer Neustadt", page.Inquiry.Text.Subject);
        Assert.Equal(["SPD-Stadtratsfraktion Mainz", "Stadtrat Kurt Muster (FWG)"], page.Inquiry.Originators.Select(asker => asker.Name));
        Assert.All(page.Inquiry.Questions, question => Assert.Equal(QuestionStatus.Delivered, question.Status));
        Assert.Contains("noch nicht fest", page.Inquiry.Questions[2].Delivered!.Html, StringComparison.Ordinal);
        Assert.Equal([WorkKind.Publish], (await app.As(CouncilClerk, new ListMyWork())).Items.Select(line => line.Kind));
        Assert.Equal(new DateOnly(2019, 5, 3), Assert.Single((await app.As(CouncilClerk, new ListInquiries())).Items).ReceivedOn);

        var publication = await app.As(CouncilClerk, new GetPublication(id));
        Assert.False(publication.HasFiles);
        var withFile = await Assert.ThrowsAsync<RuleViolation>(
            async () => await app.As(CouncilClerk, Publishing(id, await Questions(app, id)) with { WithFile = true }));
        Assert.Equal(PublicationRules.FileIsAPdf, withFile.Rule);
        await app.As(CouncilClerk, Publishing(id, await Questions(app, id)));
        var published = (await app.Anonymously(new GetPublishedInquiry("0302-2019"))).Inquiry;
        Assert.True(published.IsImported);
        Assert.Equal((new DateOnly(2019, 5, 3), (DateOnly?)null, new DateOnly(2019, 5, 20)), (published.SubmittedOn!.Value, published.RegisteredOn, published.AnsweredOn!.Value));
        Assert.Equal("Oberbürgermeister der Stadt", published.Signature!.Office);
        Assert.Equal(3, published.Parts.Count);

        var late = await Assert.ThrowsAsync<RuleViolation>(async () => await app.As(CouncilClerk, (await Form(app, id)) with { Subject = "Anders" }));
        Assert.Equal(ImportRules.IsNotPublic, late.Rule);
        Assert.Empty(await Letters.Findings(app));
    }

    [Theory, Databases]
    public async Task Saving_what_is_unchanged_makes_no_new_version(DatabaseKind database)
    {
        await using var app = await TestApp.On(database);
        var id = (await app.As(CouncilClerk, Letters.Case)).Id;
        var before = await Letters.Rows(app, database);

        await app.As(CouncilClerk, await Form(app, id));

        Assert.Equal(before, await Letters.Rows(app, database));
    }

    [Theory, Databases]
    public async Task A_form_made_from_an_earlier_reading_is_a_conflict(DatabaseKind database)
    {
        await using var app = await TestApp.On(database);
        var id = (await app.As(CouncilClerk, Letters.Case)).Id;
        var stale = await Form(app, id);
        await app.As(CouncilClerk, stale with { Subject = "Radwege, berichtigt" });

        var conflict = await Assert.ThrowsAsync<RuleViolation>(() => app.As(CouncilClerk, stale with { Subject = "Radwege, anders berichtigt" }));

        Assert.Equal(CommonRules.NotChangedMeanwhile, conflict.Rule);
    }

    [Theory, Databases]
    public async Task A_case_without_a_number_gets_the_one_that_a_person_enters_and_may_correct_it(DatabaseKind database)
    {
        await using var app = await TestApp.On(database);
        var id = (await app.As(CouncilClerk, Letters.Of(Letters.Reply.Replace(" Nr. 0302/2019", "", StringComparison.Ordinal)))).Id;
        var all = (await app.As(CouncilClerk, new GetImport(id))).Doubts.Select(doubt => doubt.No).ToList();
        await app.As(CouncilClerk, (await Form(app, id)) with { Settled = all });
        Assert.Equal([WorkKind.SettleImport], (await app.As(CouncilClerk, new ListMyWork())).Items.Select(line => line.Kind));
        var unnumbered = await Assert.ThrowsAsync<RuleViolation>(async () => await app.As(CouncilClerk, Publishing(id, await Questions(app, id))));

        await app.As(CouncilClerk, (await Form(app, id)) with { Number = "0320/2019" });
        await app.As(CouncilClerk, (await Form(app, id)) with { Number = "0302/2019" });

        Assert.Equal(PublicationRules.HasNumber, unnumbered.Rule);
        Assert.Equal("0302/2019", (await app.As(CouncilClerk, new GetInquiry(id))).Number);
        var live = await new CasePlayer(app).Submitted("Wie viele?");
        var taken = await Assert.ThrowsAsync<RuleViolation>(() => app.As(CouncilClerk, new RegisterInquiry { Id = live, NumberByHand = "302/2019" }));
        Assert.Equal(InquiryRules.NumberIsFree, taken.Rule);
        Assert.Equal("0320/2019", await app.As(CouncilClerk, new RegisterInquiry { Id = live, NumberByHand = "0320/2019" }));
        Assert.Empty(await Letters.Findings(app));
    }

    [Theory, Databases]
    public async Task What_no_letter_can_hold_is_refused_beside_its_field(DatabaseKind database)
    {
        await using var app = await TestApp.On(database);
        var id = (await app.As(CouncilClerk, Letters.Case)).Id;
        var form = await Form(app, id);

        var refused = await Assert.ThrowsAsync<ValidationException>(() => app.As(CouncilClerk, form with
        {
            Subject = " ",
            Number = "–",
            Replies = [form.Replies[0] with { Answers = [form.Replies[0].Answers[0] with { Markdown = "![Bild](https://example.org/bild.png)" }] }],
        }));

        Assert.Equal(["Number", "Replies[0].Answers[0].Markdown", "Subject"], refused.Errors.Select(error => error.PropertyName).Order());
    }

    [Theory, Databases]
    public async Task A_case_that_was_asked_here_has_no_papers_to_settle(DatabaseKind database)
    {
        await using var app = await TestApp.On(database);
        var live = await new CasePlayer(app).Registered("Wie viele?");

        await Assert.ThrowsAsync<NotFound>(() => app.As(CouncilClerk, new GetImport(live)));
        var refused = await Assert.ThrowsAsync<RuleViolation>(() => app.As(CouncilClerk, new SettleImport { Id = live, BasedOn = 1, Subject = "Anders" }));
        Assert.Equal(ImportRules.IsImported, refused.Rule);
    }

    [Theory]
    [Databases("imports", "UPDATE imports SET written_on = '2018-01-01'", "Tage, Antragsteller")]
    [Databases("import_doubts", "DELETE FROM import_doubts", "Tage, Antragsteller")]
    [Databases("import_papers", "UPDATE import_papers SET text = 'anders' WHERE no = 1", "Der gelesene Text wurde nachträglich geändert")]
    [Databases("imported_letters", "UPDATE imported_letters SET name = 'Jemand anders'", "Ort, Tag, Name, Amt oder Datei")]
    [Databases("imported_letters", "DELETE FROM imported_letters", "was unter einem eingelesenen Schreiben steht")]
    [Databases("originators", "UPDATE originators SET name = 'CDU'", "Tage, Antragsteller")]
    [Databases("questions", "UPDATE questions SET text = 'Anders?' WHERE position = 1", "Betreff, Text oder Fragen")]
    [Databases("answer_versions", "UPDATE answer_versions SET markdown = 'Nein.'", "Der Text wurde nachträglich geändert")]
    [Databases("answer_coverage", "DELETE FROM answer_coverage", "eine eingelesene Antwort auf eine Frage")]
    [Databases("answers", "UPDATE answers SET department_id = (SELECT id FROM organizations WHERE name = 'Hauptamt')", "Anfrage oder Amt")]
    [Databases("reply_items", "UPDATE reply_items SET questions = '[]'", "Der Inhalt wurde nachträglich geändert")]
    [Databases("paper_references", "UPDATE paper_references SET display = '0303/2019'", "Registriert wurde die Anfrage unter 0302/2019")]
    public async Task Whatever_was_read_is_protected_by_the_journal(DatabaseKind database, string table, string forgery, string finding)
    {
        await using var app = await TestApp.On(database);
        await app.As(CouncilClerk, Letters.Case);
        var session = app.Session();
        if (database == DatabaseKind.Sqlite)
        {
            var triggers = await session.List<string>("SELECT name FROM sqlite_master WHERE type = 'trigger' AND tbl_name = @table", new { table }, CancellationToken.None);
            foreach (var trigger in triggers) await session.Execute($"DROP TRIGGER {trigger}", null, CancellationToken.None);
        }
        else
        {
            await session.Execute($"ALTER TABLE {table} DISABLE TRIGGER USER", null, CancellationToken.None);
        }

        await session.Execute($"{forgery} -- reads all: a forgery", null, CancellationToken.None);

        Assert.Contains(await Letters.Findings(app), sentence => sentence.Contains(finding, StringComparison.Ordinal));
    }

    private static async Task<SettleImport> Form(TestApp app, InquiryId id) =>
        new((await app.As(CouncilClerk, new GetImport(id))).Form) { Id = id };

    private static async Task<IReadOnlyList<QuestionId>> Questions(TestApp app, InquiryId id) =>
        [.. (await app.As(CouncilClerk, new GetInquiry(id))).Questions.Where(question => question.Delivered is not null).Select(question => question.Question.Id)];

    private static PublishInquiry Publishing(InquiryId id, IReadOnlyList<QuestionId> questions) => new() { Id = id, Questions = questions, WithFile = false };

    private static AnswerLine Answer(TestApp app, string markdown, params int[] questions) =>
        new() { Markdown = markdown, Questions = questions, Department = app.City.OrganizationOf(MainOfficeClerk) };
}
