using Anfragen.Application.Attachments;
using Anfragen.Application.Council;
using Anfragen.Application.Documents;
using Anfragen.Application.Inquiries;
using Anfragen.Application.Journal;
using Anfragen.Application.Portal;
using Anfragen.Application.Publication;
using Anfragen.Application.Replies;
using Anfragen.Application.Tests.Cases;
using Anfragen.Application.Tests.Database;
using Anfragen.Application.Tests.Documents;
using Anfragen.Application.Work;
using Anfragen.Domain;
using Anfragen.Domain.Attachments;
using Anfragen.Domain.Cases;
using Anfragen.Domain.Council;
using Anfragen.Domain.Inquiries;
using Anfragen.Infrastructure.Database;
using Anfragen.Infrastructure.Demo;
using FluentValidation;
using static Anfragen.Application.Tests.Documents.SampleFiles;
using static Anfragen.Infrastructure.Demo.DemoCity;

namespace Anfragen.Application.Tests.Inquiries;

/// <summary>What comes on paper, by mail or as a file, recorded by the office.</summary>
public sealed class IntakeTests
{
    private const string Letter = "Betreff: Radwege am Ring\n\nDer Ring ist eng. Wir fragen:\n1. Wie viele Radwege gibt es?\n2. Was ist geplant\na) in diesem Jahr,\nb) danach?\n\nBegründung:\nEs gab Unfälle.";

    private static readonly DateOnly Monday = new(2025, 9, 1);

    public static IEnumerable<object?[]> Originals() =>
        from database in DatabasesAttribute.Chosen
        from original in new[]
        {
            ("docx", Docx(string.Concat(Letter.Split('\n').Select(line => Paragraph(line))))),
            ("odt", Odf(FileFormat.Odt, $"<office:text>{string.Concat(Letter.Split('\n').Select(line => $"<text:p>{line}</text:p>"))}</office:text>")),
            ("txt", Bytes(Letter)),
            ("txt, Windows-1252", [.. "Betreff: Radwege am Ring\n\nDer Ring ist eng. Wir fragen:\n1. Wie viele Radwege gibt es?\n2. Was ist geplant\na) in diesem Jahr,\nb) danach?\n\nBegr"u8, 0xFC, .. "ndung:\nEs gab Unf"u8, 0xE4, .. "lle."u8]),
            ("pasted", Array.Empty<byte>()),
        }
        select new object?[] { database, original.Item1, original.Item2 };

    [Theory, MemberData(nameof(Originals))]
    public async Task It_is_stored_split_held_against_its_original_and_registered(DatabaseKind database, string kind, byte[] content)
    {
        await using var app = await TestApp.On(database);
        var command = Recording(app) with { Content = content, Pasted = kind == "pasted" ? Letter : null };

        var id = await app.As(CouncilClerk, command);

        var intake = await app.As(CouncilClerk, new GetIntake(id));
        Assert.Equal("Radwege am Ring", intake.Inquiry.Text.Subject);
        Assert.Equal(["1.", "2.", "a)", "b)"], intake.Inquiry.Text.Questions.Select(question => question.Label));
        Assert.Contains("Es gab Unfälle.", intake.Inquiry.Text.Rationale, StringComparison.Ordinal);
        Assert.Equal(Letter.Split('\n'), intake.Source!.Lines);
        Assert.Equal((false, Monday, IntakeChannel.Fax), (intake.Inquiry.IsSplitChecked, intake.Inquiry.Receipt!.ReceivedOn, intake.Inquiry.Receipt.Channel));
        Assert.Equal(kind == "pasted" ? Bytes(Letter) : content, (await app.As(CouncilClerk, new GetAttachment(intake.Original))).Bytes);
        Assert.Equal([WorkKind.CheckIntake], await WorkOf(app, id));
        Assert.Equal(InquiryRules.SplitIsChecked, (await Refused(app, new RegisterInquiry { Id = id })).Rule);

        await app.As(CouncilClerk, Revising(intake));
        Assert.Equal([WorkKind.Admit], await WorkOf(app, id));
        await app.As(CouncilClerk, new RegisterInquiry { Id = id });

        var line = Assert.Single((await app.As(SpdMember, new ListInquiries())).Items);
        Assert.Equal((id, Monday), (line.Id, line.ReceivedOn));
        var details = await app.As(SpdMember, new GetInquiry(id));
        Assert.Equal([Step.RecordIntake, Step.NoteReceipt, Step.ReviseIntake, Step.Register], details.History.Select(entry => entry.Step));
        Assert.Equal(Monday, details.History[1].Receipt!.ReceivedOn);
        Assert.Empty((await Verify(app)).Findings);
    }

    [Theory, Databases]
    public async Task A_scan_is_kept_with_the_sentence_why_it_was_not_read(DatabaseKind database)
    {
        await using var app = await TestApp.On(database);

        var id = await app.As(CouncilClerk, Recording(app) with { Content = JpegWithPlace() });

        var intake = await app.As(CouncilClerk, new GetIntake(id));
        Assert.Null(intake.Source);
        Assert.Contains("lässt sich kein Text lesen", intake.WhyUnread, StringComparison.Ordinal);
        Assert.Empty(intake.Inquiry.Questions);
        Assert.Equal([WorkKind.CheckIntake], await WorkOf(app, id));
        var attachment = Assert.Single((await app.As(SpdMember, new ListAttachments(AttachmentHolder.Of(id)))).Attachments);
        Assert.Contains(attachment.Findings, finding => finding.Contains("GPS", StringComparison.Ordinal));
        var split = await app.As(CouncilClerk, new SplitIntakeText(Letter));
        Assert.Equal("Radwege am Ring", split.Subject);
        await app.As(CouncilClerk, Revising(intake) with { Subject = split.Subject, Questions = QuestionLines.Of(split.Text) });
        await app.As(CouncilClerk, new RegisterInquiry { Id = id });
        Assert.Empty((await Verify(app)).Findings);
    }

    [Theory, Databases]
    public async Task A_text_beside_a_scan_is_split_and_both_are_kept(DatabaseKind database)
    {
        await using var app = await TestApp.On(database);

        var id = await app.As(CouncilClerk, Recording(app) with { Content = Png, Pasted = "<html>\r\nMZ Wie viele?", Subject = "Mein Betreff" });

        var intake = await app.As(CouncilClerk, new GetIntake(id));
        Assert.Equal(["<html>", "MZ Wie viele?"], intake.Source!.Lines);
        Assert.Equal("Mein Betreff", intake.Inquiry.Text.Subject);
        Assert.Equal(Png, (await app.As(CouncilClerk, new GetAttachment(intake.Original))).Bytes);
        var attachments = (await app.As(CouncilClerk, new ListAttachments(AttachmentHolder.Of(id)))).Attachments;
        Assert.Equal([FileFormat.Png, FileFormat.PlainText], attachments.Select(attachment => attachment.Format!.Value).Order());
        foreach (var attachment in attachments)
        {
            var refused = await Assert.ThrowsAsync<RuleViolation>(() => app.As(CouncilClerk, new RemoveAttachment { Id = attachment.Id }));
            Assert.Equal(AttachmentRules.OriginalStays, refused.Rule);
        }

        var plan = await app.As(CouncilClerk, new AddAttachment { Holder = AttachmentHolder.Of(id), Title = "Plan", Content = JpegWithPlace() });
        await app.As(CouncilClerk, new RemoveAttachment { Id = plan });
        Assert.Empty((await Verify(app)).Findings);
    }

    [Theory, Databases]
    public async Task A_text_that_no_form_could_hold_is_kept_whole_beside_an_empty_one(DatabaseKind database)
    {
        await using var app = await TestApp.On(database);
        var (tooLong, tooMany) = (string.Join('\n', Enumerable.Repeat("Das ist ein langer Satz ohne Ende.", 2_000)), string.Join('\n', Enumerable.Range(1, 201).Select(number => $"{number}. Frage {number}?")));

        var first = await app.As(CouncilClerk, new GetIntake(await app.As(CouncilClerk, Recording(app) with { Content = Bytes(tooLong) })));
        var second = await app.As(CouncilClerk, new GetIntake(await app.As(CouncilClerk, Recording(app) with { Content = Bytes(tooMany) })));

        Assert.Equal((2_000, 0, null), (first.Source!.Lines.Count, first.Inquiry.Questions.Count, first.Inquiry.Text.Preamble));
        Assert.Equal((201, 0, tooMany), (second.Source!.Lines.Count, second.Inquiry.Questions.Count, second.Inquiry.Text.Preamble));
    }

    [Theory, Databases]
    public async Task A_stale_form_is_refused_and_a_day_corrected(DatabaseKind database)
    {
        await using var app = await TestApp.On(database);
        var id = await app.As(CouncilClerk, Recording(app) with { Pasted = Letter });
        var form = Revising(await app.As(CouncilClerk, new GetIntake(id)));
        await app.As(CouncilClerk, form with { ReceivedOn = Monday.AddDays(1), CoAskers = [app.City.OrganizationOf(ListMember)] });

        Assert.Equal(CommonRules.NotChangedMeanwhile, (await Refused(app, form with { Subject = "Anderer Betreff" })).Rule);

        var details = await app.As(ListMember, new GetInquiry(id));
        Assert.Equal((Monday.AddDays(1), 2), (details.Receipt!.ReceivedOn, details.Text.Version));
        Assert.All(details.Originators, originator => Assert.True(originator.HasConfirmed));
        Assert.Equal(Monday.AddDays(1), Assert.Single((await app.As(CouncilClerk, new ListInquiries())).Items).ReceivedOn);
        Assert.Empty((await Verify(app)).Findings);
    }

    [Theory, Databases]
    public async Task A_group_that_ended_since_keeps_asking_under_the_name_it_had(DatabaseKind database)
    {
        await using var app = await TestApp.On(database);
        var id = await app.As(CouncilClerk, Recording(app) with { Pasted = Letter });
        var group = app.City.OrganizationOf(SpdMember);
        var version = (await app.As(Administrator, new GetOrganization(group))).Organization.Version;
        await app.As(Administrator, new EndOrganization { Id = group, Version = version, LastDay = Berlin.Day(app.Clock.GetUtcNow()) });
        app.Clock.GoTo(app.Clock.GetUtcNow().AddDays(2));

        var intake = await app.As(CouncilClerk, new GetIntake(id));
        Assert.Contains(group, intake.Groups.Select(choice => choice.Id));
        await app.As(CouncilClerk, Revising(intake) with { CoAskers = [app.City.OrganizationOf(ListMember)] });

        Assert.Equal(
            ["SPD-Stadtratsfraktion", "Bürgerliste-Stadtratsfraktion"],
            (await app.As(CouncilClerk, new GetInquiry(id))).Originators.Select(originator => originator.Name));
        await Assert.ThrowsAsync<NotFound>(() => app.As(CouncilClerk, Recording(app) with { Pasted = Letter }));
    }

    [Theory, Databases]
    public async Task A_form_sent_twice_makes_one_intake(DatabaseKind database)
    {
        await using var app = await TestApp.On(database);
        var form = Recording(app) with { Content = Bytes(Letter), SubmissionKey = Guid.CreateVersion7() };

        var first = await app.As(CouncilClerk, form);
        var second = await app.As(CouncilClerk, form with { Content = Bytes(Letter) });
        var changed = await Refused(app, form with { Content = Bytes(Letter + "!") });

        Assert.Equal(first, second);
        Assert.Equal(CommonRules.FormIsSentOnce, changed.Rule);
        Assert.Single((await app.As(CouncilClerk, new ListInquiries())).Items);
    }

    [Theory, Databases]
    public async Task A_double_is_discarded_and_stays_to_be_seen_with_its_reason(DatabaseKind database)
    {
        await using var app = await TestApp.On(database);
        var id = await app.As(CouncilClerk, Recording(app) with { Pasted = Letter });

        await Assert.ThrowsAsync<ValidationException>(() => app.As(CouncilClerk, new DiscardIntake { Id = id, Reason = " " }));
        await app.As(CouncilClerk, new DiscardIntake { Id = id, Reason = "Liegt schon vor." });

        Assert.Empty(await WorkOf(app, id));
        Assert.Empty((await app.As(CouncilClerk, new ListInquiries())).Items);
        Assert.Equal(id, Assert.Single((await app.As(CouncilClerk, new ListInquiries { Status = InquiryStatus.Discarded })).Items).Id);
        foreach (var account in new[] { CouncilClerk, SpdMember })
        {
            Assert.Equal("Liegt schon vor.", (await app.As(account, new GetInquiry(id))).History[^1].Reason);
        }

        var draft = await app.As(SpdMember, new SaveInquiryDraft { Subject = "Entwurf", Group = app.City.OrganizationOf(SpdMember) });
        await app.As(SpdMember, new DiscardInquiry { Id = draft });
        await Assert.ThrowsAsync<NotFound>(() => app.As(CouncilClerk, new GetInquiry(draft)));
        Assert.Empty((await Verify(app)).Findings);
    }

    [Theory, Databases]
    public async Task Only_the_office_records_and_only_those_concerned_see(DatabaseKind database)
    {
        await using var app = await TestApp.On(database);
        foreach (var account in new[] { SpdMember, MainOfficeClerk, MayorsOfficeClerk, Administrator })
        {
            await Assert.ThrowsAsync<Forbidden>(() => app.As(account, Recording(app) with { Pasted = Letter }));
        }

        var id = await app.As(CouncilClerk, Recording(app) with { Pasted = Letter });
        var handedIn = await new CasePlayer(app).Submitted("Wie viele?");

        await Assert.ThrowsAsync<Forbidden>(() => app.As(SpdMember, new GetIntake(id)));
        await Assert.ThrowsAsync<NotFound>(() => app.As(ListMember, new GetInquiry(id)));
        await Assert.ThrowsAsync<NotFound>(() => app.As(CouncilClerk, new GetIntake(handedIn)));
        Assert.Equal(CommonRules.StepIsOpenToActor, (await Assert.ThrowsAsync<RuleViolation>(() => app.As(SpdMember, new RecallInquiry { Id = id }))).Rule);
        Assert.DoesNotContain(Step.Recall, (await app.As(SpdMember, new GetInquiry(id))).Open);
        Assert.DoesNotContain(Step.WithdrawQuestion, (await app.As(SpdMember, new GetInquiry(id))).Open);
        Assert.Superset(new HashSet<Step> { Step.ReviseIntake, Step.DiscardIntake }, (await app.As(CouncilClerk, new GetInquiry(id))).Open.ToHashSet());
        Assert.DoesNotContain(Step.ReviseIntake, (await app.As(CouncilClerk, new GetInquiry(handedIn))).Open);
    }

    [Theory]
    [Databases(0, true)]
    [Databases(-3, true)]
    [Databases(1, false)]
    [Databases(-9_500, false)]
    public async Task The_day_lies_in_the_past_and_not_in_another_century(DatabaseKind database, int days, bool isPossible)
    {
        await using var app = await TestApp.On(database);
        var command = Recording(app) with { Pasted = Letter, ReceivedOn = Berlin.Day(app.Clock.GetUtcNow()).AddDays(days) };

        var refused = await Record.ExceptionAsync(() => app.As(CouncilClerk, command));

        Assert.Equal(isPossible, refused is null);
        if (refused is ValidationException invalid) Assert.Equal([nameof(RecordIntake.ReceivedOn)], invalid.Errors.Select(error => error.PropertyName));
    }

    [Theory, Databases]
    public async Task What_cannot_be_taken_in_leaves_nothing(DatabaseKind database)
    {
        await using var app = await TestApp.On(database);
        var before = await Files(app);

        var nothing = await Assert.ThrowsAsync<ValidationException>(() => app.As(CouncilClerk, new RecordIntake { Channel = (IntakeChannel)9, Pasted = " ", Subject = "a\nb" }));
        var hostile = await Assert.ThrowsAsync<ValidationException>(() => app.As(CouncilClerk, Recording(app) with { Content = Program, Pasted = "\u0001" }));

        Assert.Equal(
            [nameof(RecordIntake.Group), nameof(RecordIntake.ReceivedOn), nameof(RecordIntake.Channel), nameof(RecordIntake.Subject), nameof(RecordIntake.Content)],
            nothing.Errors.Select(error => error.PropertyName));
        Assert.Equal([nameof(RecordIntake.Pasted), nameof(RecordIntake.Content)], hostile.Errors.Select(error => error.PropertyName));
        Assert.Equal(before, await Files(app));
        Assert.Empty((await app.As(CouncilClerk, new ListInquiries())).Items);
    }

    [Theory, Databases]
    public async Task The_public_page_names_the_day_of_receipt(DatabaseKind database)
    {
        await using var app = await TestApp.On(database);
        var play = new CasePlayer(app);
        var id = await app.As(CouncilClerk, Recording(app) with { Pasted = "Betreff: Radwege\n\nWir fragen:\n1. Wie viele?\n2. Wo?" });
        await app.As(CouncilClerk, Revising(await app.As(CouncilClerk, new GetIntake(id))));
        await app.As(CouncilClerk, new RegisterInquiry { Id = id });
        await play.RouteAll(id, MainOfficeClerk);
        await play.AcceptAll(id, MainOfficeClerk);
        var questions = await play.QuestionIds(id);
        foreach (var question in questions) await play.CoSign(id, question, "Zwölf.");
        var reply = await app.As(CouncilClerk, new ComposeReply { Id = id });
        await app.As(CouncilClerk, new SubmitReplyForReview { Id = reply });
        await play.ApproveAndSign(reply);
        await app.As(CouncilClerk, new DeliverReply { Id = reply });
        await app.As(CouncilClerk, new PublishInquiry { Id = id, Questions = questions });

        var slug = (await app.As(CouncilClerk, new GetInquiry(id))).Slug!;
        Assert.Equal(Monday, (await app.Anonymously(new GetPublishedInquiry(slug))).Inquiry.SubmittedOn);
    }

    [Theory, Databases]
    public async Task A_receipt_is_added_and_never_changed(DatabaseKind database)
    {
        await using var app = await TestApp.On(database);
        await app.As(CouncilClerk, Recording(app) with { Pasted = Letter });

        foreach (var change in new[] { "UPDATE receipts SET channel = 'Paper' -- reads all: it must not work", "DELETE FROM receipts -- reads all: it must not work" })
        {
            await Assert.ThrowsAnyAsync<System.Data.Common.DbException>(() => app.Session().Execute(change, null, CancellationToken.None));
        }
    }

    private static Task<long> Files(TestApp app) =>
        app.Session().Single<long>("SELECT COUNT(*) FROM files -- reads all: how many are stored", null, CancellationToken.None);

    private static RecordIntake Recording(TestApp app) =>
        new() { Group = app.City.OrganizationOf(SpdMember), ReceivedOn = Monday, Channel = IntakeChannel.Fax };

    private static ReviseIntake Revising(IntakeDetails intake) => new()
    {
        Id = intake.Inquiry.Id,
        BasedOn = intake.Inquiry.Text.Version,
        Group = intake.Inquiry.Originators[0].Organization!.Value,
        ReceivedOn = intake.Inquiry.Receipt!.ReceivedOn,
        Channel = intake.Inquiry.Receipt.Channel,
        Subject = intake.Inquiry.Text.Subject,
        Preamble = intake.Inquiry.Text.Preamble,
        Rationale = intake.Inquiry.Text.Rationale,
        Questions = QuestionLines.Of(intake.Inquiry.Text),
    };

    private static Task<RuleViolation> Refused<T>(TestApp app, MediatR.IRequest<T> command) =>
        Assert.ThrowsAsync<RuleViolation>(() => app.As(CouncilClerk, command));

    private static async Task<IEnumerable<WorkKind>> WorkOf(TestApp app, InquiryId id) =>
        (await app.As(CouncilClerk, new ListMyWork())).Items.Where(line => line.InquiryId == id).Select(line => line.Kind);

    private static Task<JournalVerdict> Verify(TestApp app) =>
        app.Send(WellKnown.System, [new RoleGrant(Role.Administrator, WellKnown.Body)], new VerifyJournal(null));
}
