using Anfragen.Application.Attachments;
using Anfragen.Application.Inquiries;
using Anfragen.Application.Journal;
using Anfragen.Application.Portal;
using Anfragen.Application.Publication;
using Anfragen.Application.Replies;
using Anfragen.Application.Tests.Cases;
using Anfragen.Application.Tests.Database;
using Anfragen.Application.Tests.Documents;
using Anfragen.Domain;
using Anfragen.Domain.Attachments;
using Anfragen.Domain.Council;
using Anfragen.Domain.Publication;
using Anfragen.Infrastructure.Database;
using FluentValidation;
using static Anfragen.Infrastructure.Demo.DemoCity;

namespace Anfragen.Application.Tests.Attachments;

public sealed class AttachmentTests
{
    private static readonly byte[] File = SampleFiles.JpegWithPlace();

    [Theory, Databases]
    public async Task The_asker_attaches_to_the_inquiry_and_to_a_question_and_the_house_sees_both(DatabaseKind database)
    {
        await using var app = await TestApp.On(database);
        var inquiry = await new CasePlayer(app).Submitted("Wie viele?", "Seit wann?");
        var question = (await app.As(SpdMember, new GetInquiry(inquiry))).Questions[1].Question.Id;

        var plan = await app.As(SpdMember, Adding(AttachmentHolder.Of(inquiry), "Lageplan.exe"));
        await app.As(SpdMember, Adding(AttachmentHolder.Of(question), "Foto"));

        var list = await app.As(CouncilClerk, new ListAttachments(AttachmentHolder.Of(inquiry)));
        Assert.Equal(["Lageplan.exe", "Foto"], list.Attachments.Select(attachment => attachment.Title));
        Assert.Equal([null, "Frage 2"], list.Attachments.Select(attachment => attachment.Place));
        Assert.Contains(list.Attachments[0].Findings, finding => finding.Contains("GPS", StringComparison.Ordinal));
        Assert.False(list.CanChange);
        var file = await app.As(CouncilClerk, new GetAttachment(plan));
        Assert.Equal(File, file.Bytes);
        Assert.Equal(("Lageplan.exe.jpg", "image/jpeg", Digest.OfBytes(File)), (file.FileName, file.MediaType, file.Sha256));
    }

    [Theory, Databases]
    public async Task Who_does_not_see_the_inquiry_sees_neither_list_nor_file(DatabaseKind database)
    {
        await using var app = await TestApp.On(database);
        var inquiry = await new CasePlayer(app).Submitted("Wie viele?");
        var attachment = await app.As(SpdMember, Adding(AttachmentHolder.Of(inquiry), "Plan"));

        await Assert.ThrowsAsync<NotFound>(() => app.As(MainOfficeClerk, new GetAttachment(attachment)));
        await Assert.ThrowsAsync<NotFound>(() => app.As(MainOfficeClerk, new ListAttachments(AttachmentHolder.Of(inquiry))));
        await Assert.ThrowsAsync<NotFound>(() => app.As(MainOfficeClerk, Adding(AttachmentHolder.Of(inquiry), "Plan")));
        await Assert.ThrowsAsync<NotFound>(() => app.As(MainOfficeClerk, new RemoveAttachment { Id = attachment }));
        await Assert.ThrowsAsync<Forbidden>(() => app.Anonymously(new GetAttachment(attachment)));
        await Assert.ThrowsAsync<NotFound>(() => app.As(CouncilClerk, new GetAttachment(AttachmentId.New())));
    }

    [Theory, Databases]
    public async Task Only_a_chosen_attachment_becomes_public_and_only_with_what_it_hangs_on(DatabaseKind database)
    {
        await using var app = await TestApp.On(database);
        var (plan, photo, note) = (default(AttachmentId), default(AttachmentId), default(AttachmentId));
        var play = new CasePlayer(app)
        {
            OnSubmission = async id =>
            {
                var second = (await app.As(SpdMember, new GetInquiry(id))).Questions[1].Question.Id;
                plan = await app.As(SpdMember, Adding(AttachmentHolder.Of(id), "Lageplan"));
                photo = await app.As(SpdMember, Adding(AttachmentHolder.Of(second), "Foto"));
                note = await app.As(SpdMember, Adding(AttachmentHolder.Of(id), "Interne Notiz"));
            },
        };
        var (inquiry, _) = await play.Delivered("Wie viele?", "Seit wann?");
        var questions = await play.QuestionIds(inquiry);

        var offered = await app.As(CouncilClerk, new GetPublication(inquiry, questions) { Attachments = [plan] });
        Assert.Equal(["Lageplan", "Foto", "Interne Notiz"], offered.Attachments.Select(attachment => attachment.Title));
        Assert.Contains(offered.Attachments[0].Findings, finding => finding.Contains("GPS", StringComparison.Ordinal));
        Assert.Equal("Lageplan", Assert.Single(offered.Preview!.Inquiry.Attachments).Title);

        var foreign = await Assert.ThrowsAsync<RuleViolation>(() => app.As(CouncilClerk, Publishing(inquiry, [questions[0]], photo)));
        var unknown = await Assert.ThrowsAsync<RuleViolation>(() => app.As(CouncilClerk, Publishing(inquiry, questions, AttachmentId.New())));
        Assert.Equal([PublicationRules.AttachmentHangsOnWhatIsPublic, PublicationRules.AttachmentHangsOnWhatIsPublic], [foreign.Rule, unknown.Rule]);

        await app.As(CouncilClerk, Publishing(inquiry, questions, plan, photo));
        var page = (await app.Anonymously(new GetPublishedInquiry("0001-2025"))).Inquiry;
        Assert.Equal([("Lageplan", null, "1-Lageplan.jpg"), ("Foto", "Frage 2", "2-Foto.jpg")], page.Attachments.Select(file => (file.Title, file.Place, file.FileName)));
        Assert.Equal(File, (await app.Anonymously(new GetPublishedAttachment("0001-2025", "2-Foto.jpg"))).Bytes);
        foreach (var absent in (string[])["3-Interne-Notiz.jpg", "../antwort.pdf", "antwort.pdf"])
        {
            await Assert.ThrowsAsync<NotFound>(() => app.Anonymously(new GetPublishedAttachment("0001-2025", absent)));
        }

        await Assert.ThrowsAsync<Forbidden>(() => app.Anonymously(new GetAttachment(note)));
        Assert.Empty((await Verify(app)).Findings);

        await app.As(CouncilClerk, new DepublishInquiry { Id = inquiry, Reason = "Personen sind zu erkennen." });
        await Assert.ThrowsAsync<NotFound>(() => app.Anonymously(new GetPublishedAttachment("0001-2025", "2-Foto.jpg")));

        PublishInquiry Publishing(InquiryId id, IReadOnlyList<QuestionId> chosen, params AttachmentId[] attachments) =>
            new() { Id = id, Questions = chosen, WithFile = false, Attachments = attachments };
    }

    [Theory, Databases]
    public async Task The_asker_removes_until_registration_and_the_file_stays_as_evidence(DatabaseKind database)
    {
        await using var app = await TestApp.On(database);
        var inquiry = await new CasePlayer(app).Submitted("Wie viele?");
        var removed = await app.As(SpdMember, Adding(AttachmentHolder.Of(inquiry), "Falsch"));
        var kept = await app.As(SpdMember, Adding(AttachmentHolder.Of(inquiry), "Richtig"));

        await app.As(SpdMember, new RemoveAttachment { Id = removed });
        var again = await Assert.ThrowsAsync<RuleViolation>(() => app.As(SpdMember, new RemoveAttachment { Id = removed }));
        await app.As(CouncilClerk, new RegisterInquiry { Id = inquiry });
        var tooLate = await Assert.ThrowsAsync<RuleViolation>(() => app.As(SpdMember, new RemoveAttachment { Id = kept }));
        var foreign = await Assert.ThrowsAsync<RuleViolation>(() => app.As(CouncilClerk, new RemoveAttachment { Id = kept }));

        Assert.Equal(CommonRules.StepFitsState, again.Rule);
        Assert.Equal(AttachmentRules.InquiryIsNotRegistered, tooLate.Rule);
        Assert.Equal(CommonRules.StepIsOpenToActor, foreign.Rule);
        await Assert.ThrowsAsync<NotFound>(() => app.As(SpdMember, new GetAttachment(removed)));
        Assert.Equal("Richtig", Assert.Single((await app.As(SpdMember, new ListAttachments(AttachmentHolder.Of(inquiry)))).Attachments).Title);
        Assert.Equal(1, await app.Session().Single<long>("SELECT COUNT(*) FROM files WHERE sha256 = @sha256", new { sha256 = Digest.OfBytes(File) }, CancellationToken.None));
        Assert.Empty((await Verify(app)).Findings);
    }

    [Theory, Databases]
    public async Task The_attachment_of_an_answer_reaches_the_asker_with_the_answer(DatabaseKind database)
    {
        await using var app = await TestApp.On(database);
        var player = new CasePlayer(app);
        var inquiry = await player.Accepted("Wie viele?");
        var question = (await app.As(MainOfficeClerk, new GetInquiry(inquiry))).Questions[0];
        var answer = question.Answer!.Value;
        var attachment = await app.As(MainOfficeClerk, Adding(AttachmentHolder.Of(answer), "Tabelle"));

        await Assert.ThrowsAsync<NotFound>(() => app.As(SpdMember, new GetAttachment(attachment)));
        await Assert.ThrowsAsync<NotFound>(() => app.As(SpdMember, new ListAttachments(AttachmentHolder.Of(answer))));
        await player.CoSign(inquiry, question.Question.Id, "Siehe Anlage.");
        var tooLate = await Assert.ThrowsAsync<RuleViolation>(() => app.As(MainOfficeClerk, Adding(AttachmentHolder.Of(answer), "Noch eine")));
        var reply = await app.As(CouncilClerk, new ComposeReply { Id = inquiry });
        var letter = await app.As(CouncilClerk, Adding(AttachmentHolder.Of(reply), "Begleitschreiben"));
        await app.As(CouncilClerk, new SubmitReplyForReview { Id = reply });
        var inReview = await Assert.ThrowsAsync<RuleViolation>(() => app.As(CouncilClerk, new RemoveAttachment { Id = letter }));
        await Assert.ThrowsAsync<NotFound>(() => app.As(SpdMember, new GetAttachment(letter)));
        await player.ApproveAndSign(reply);
        await app.As(CouncilClerk, new DeliverReply { Id = reply });

        var data = System.Text.Encoding.UTF8.GetString(await app.Session().Single<byte[]>(
            "SELECT f.bytes FROM signatures s JOIN files f ON f.sha256 = s.data_sha256 WHERE s.reply_id = @reply", new { reply }, CancellationToken.None));
        Assert.Contains("\"Tabelle\"", data, StringComparison.Ordinal);
        Assert.Contains("\"Begleitschreiben\"", data, StringComparison.Ordinal);
        Assert.Equal(AttachmentRules.AnswerIsDrafted, tooLate.Rule);
        Assert.Equal(AttachmentRules.ReplyIsComposed, inReview.Rule);
        Assert.Equal(File, (await app.As(SpdMember, new GetAttachment(attachment))).Bytes);
        Assert.Equal(File, (await app.As(SpdMember, new GetAttachment(letter))).Bytes);
        Assert.Empty((await Verify(app)).Findings);
    }

    [Theory, Databases]
    public async Task A_form_sent_twice_makes_one_attachment(DatabaseKind database)
    {
        await using var app = await TestApp.On(database);
        var inquiry = await new CasePlayer(app).Submitted("Wie viele?");
        var form = Adding(AttachmentHolder.Of(inquiry), "Plan") with { SubmissionKey = Guid.CreateVersion7() };

        var first = await app.As(SpdMember, form);
        var second = await app.As(SpdMember, form with { Content = [.. File] });
        var changed = await Assert.ThrowsAsync<RuleViolation>(() => app.As(SpdMember, form with { Content = SampleFiles.Png }));

        Assert.Equal(first, second);
        Assert.Equal(CommonRules.FormIsSentOnce, changed.Rule);
        Assert.Single((await app.As(SpdMember, new ListAttachments(AttachmentHolder.Of(inquiry)))).Attachments);
    }

    [Theory, Databases]
    public async Task A_refused_file_leaves_nothing(DatabaseKind database)
    {
        await using var app = await TestApp.On(database);
        var inquiry = await new CasePlayer(app).Submitted("Wie viele?");
        var before = await Files(app);

        var refused = await Assert.ThrowsAsync<ValidationException>(
            () => app.As(SpdMember, Adding(AttachmentHolder.Of(inquiry), "") with { Content = SampleFiles.Program }));

        Assert.Equal([nameof(AddAttachment.Title), nameof(AddAttachment.Content)], refused.Errors.Select(error => error.PropertyName));
        Assert.Empty((await app.As(SpdMember, new ListAttachments(AttachmentHolder.Of(inquiry)))).Attachments);
        Assert.Equal(before, await Files(app));
    }

    [Theory, Databases]
    public async Task Verification_tells_an_attachment_that_names_another_file_or_was_smuggled_in(DatabaseKind database)
    {
        await using var app = await TestApp.On(database);
        var inquiry = await new CasePlayer(app).Submitted("Wie viele?");
        var attachment = await app.As(SpdMember, Adding(AttachmentHolder.Of(inquiry), "Plan"));
        await app.As(SpdMember, Adding(AttachmentHolder.Of(inquiry), "Bild") with { Content = SampleFiles.Png });

        var change = app.Session().Execute(
            "UPDATE attachments SET title = 'anders' WHERE id = @attachment", new { attachment }, CancellationToken.None);
        await Assert.ThrowsAnyAsync<System.Data.Common.DbException>(() => change);
        await app.Session().Execute(
            "INSERT INTO attachments (id, inquiry_id, holder_kind, holder_id, title, file_sha256) VALUES (@id, @inquiry, 'Inquiry', @inquiry, 'Untergeschoben', @sha256)",
            new { id = AttachmentId.New(), inquiry, sha256 = Digest.OfBytes(SampleFiles.Png) }, CancellationToken.None);

        Assert.Contains("Im Journal steht davon nichts", Assert.Single((await Verify(app)).Findings), StringComparison.Ordinal);
    }

    private static AddAttachment Adding(AttachmentHolder holder, string title) => new() { Holder = holder, Title = title, Content = File };

    private static Task<long> Files(TestApp app) =>
        app.Session().Single<long>("SELECT COUNT(*) FROM files -- reads all: how many are stored", null, CancellationToken.None);

    private static Task<JournalVerdict> Verify(TestApp app) =>
        app.Send(WellKnown.System, [new RoleGrant(Role.Administrator, WellKnown.Body)], new VerifyJournal(null));
}
