using Anfragen.Application.Assignments;
using Anfragen.Application.Inquiries;
using Anfragen.Application.Mail;
using Anfragen.Application.Tests.Database;
using Anfragen.Domain;
using Anfragen.Domain.Assignments;
using Anfragen.Domain.Cases;
using Anfragen.Infrastructure.Accounts;
using Anfragen.Infrastructure.Mail;
using static Anfragen.Infrastructure.Demo.DemoCity;

namespace Anfragen.Application.Tests.Mail;

public sealed class OutboxTests
{
    [Theory, Databases]
    public async Task Each_step_tells_whoever_has_to_act_next_and_the_askers_what_concerns_them(DatabaseKind kind)
    {
        await using var run = await MailRun.On(kind);

        await run.Play.Delivered("Wie viele Bäume?");

        Assert.Equal(
            [
                "Assigned hauptamt", "Delivered spd", "Registered spd", "Submitted ratsbuero", "ToCoSign hauptamt-leitung", "ToDeliver ratsbuero",
                "ToReview ob-buero",
            ],
            await run.Told());
    }

    [Theory, Databases]
    public async Task Questions_given_to_one_department_in_one_step_are_one_mail_and_its_link_leads_to_the_inquiry(DatabaseKind kind)
    {
        await using var run = await MailRun.On(kind);
        var id = await run.Play.Registered("Erste?", "Zweite?", "Dritte?");
        await run.Forget();

        await run.Play.RouteAll(id, MainOfficeClerk);
        await run.Send();

        var mail = Assert.Single(run.Server.Received);
        Assert.Equal("jana.petersen@mainz.example", mail.To);
        Assert.Contains("Frage 1, 2, 3", mail.Text, StringComparison.Ordinal);
        Assert.Contains($"https://anfragen.mainz.example/vorgaenge/{id}\r\n", mail.Text, StringComparison.Ordinal);
    }

    [Theory, Databases]
    public async Task A_mail_says_what_to_do_where_and_why_one_gets_it_and_nothing_of_what_was_written(DatabaseKind kind)
    {
        await using var run = await MailRun.On(kind);
        var id = await run.Play.Registered("Geheimes Wort der Frage?");
        await run.Forget();
        await run.Play.RouteAll(id, MainOfficeClerk);
        var assignment = (await run.Play.Assignments(id, MainOfficeClerk, AssignmentState.Offered)).Single().Id;
        await run.App.As(MainOfficeClerk, new DeclineAssignment { Id = assignment, Reason = "Geheimes Wort des Grundes" });
        await run.Send();

        Assert.Equal(2, run.Server.Received.Count);
        var assigned = run.Server.Received.Single(mail => mail.To == "jana.petersen@mainz.example");
        Assert.Contains("Guten Tag Jana Petersen,", assigned.Text, StringComparison.Ordinal);
        Assert.Contains($"https://anfragen.mainz.example/zuweisungen/{assignment}\r\n", assigned.Text, StringComparison.Ordinal);
        Assert.Contains("Sie erhalten diese Nachricht, weil Sie in Hauptamt Anfragen bearbeiten.", assigned.Text, StringComparison.Ordinal);
        Assert.Contains("https://anfragen.mainz.example/profil/nachrichten", assigned.Text, StringComparison.Ordinal);
        var declined = run.Server.Received.Single(mail => mail.To == "petra.lang@mainz.example");
        Assert.Contains($"/vorgaenge/{id}/zuweisen", declined.Text, StringComparison.Ordinal);
        Assert.All(run.Server.Received, mail => Assert.DoesNotContain("Geheimes", mail.Text + mail.Data, StringComparison.Ordinal));
    }

    [Theory, Databases]
    public async Task A_refused_step_tells_nobody(DatabaseKind kind)
    {
        await using var run = await MailRun.On(kind);
        var id = await run.Play.Registered("Frage?");
        await run.Play.RouteAll(id, MainOfficeClerk);
        await run.Forget();

        await Assert.ThrowsAsync<RuleViolation>(() => run.Play.RouteAll(id, FundingClerk));

        Assert.Empty(await run.Outbox());
    }

    [Theory, Databases]
    public async Task Whoever_deputises_gets_a_copy_that_says_so(DatabaseKind kind)
    {
        await using var run = await MailRun.On(kind);
        await Deputise(run, MainOfficeClerk.Login, FundingClerk.Login, "2025-09-01", "2025-09-30");
        await Deputise(run, MainOfficeClerk.Login, CitizensOfficeClerk.Login, "2025-08-01", "2025-08-31");
        var id = await run.Play.Registered("Frage?");
        await run.Forget();

        await run.Play.RouteAll(id, MainOfficeClerk);
        await run.Send();

        Assert.Equal([("foerdermittel", "hauptamt"), ("hauptamt", null)], (await run.Outbox()).Select(line => (line.Login, line.Principal)).Order());
        var copy = run.Server.Received.Single(mail => mail.To == "tobias.lang@mainz.example");
        Assert.Contains("weil Sie Jana Petersen vertreten", copy.Text, StringComparison.Ordinal);
    }

    [Theory, Databases]
    public async Task Nobody_is_told_who_is_locked_or_whose_role_has_ended_nor_who_took_the_step(DatabaseKind kind)
    {
        await using var run = await MailRun.On(kind);
        await run.Execute("UPDATE users SET locked_until = @at WHERE login = 'hauptamt'", new { at = AccountRepository.ForEver });
        await run.Execute("UPDATE role_grants SET valid_to = @day WHERE user_id = @user", new { day = new DateOnly(2025, 9, 1), user = run.UserOf(SpdMember) });
        var id = await run.App.Send(run.UserOf(SpdMember), [run.App.City.GrantOf(SpdMember)], run.Play.Form("Radwege", "Frage?"));
        await run.App.As(CouncilClerk, new RegisterInquiry { Id = id });

        await run.Play.RouteAll(id, MainOfficeClerk);

        // The department's head is told in place of its staff, of whom nobody is left.
        Assert.Equal(["Assigned hauptamt-leitung", "Submitted ratsbuero"], await run.Told());
    }

    [Theory, Databases]
    public async Task Whoever_is_locked_after_the_step_gets_nothing_either(DatabaseKind kind)
    {
        await using var run = await MailRun.On(kind);
        var id = await run.Play.Registered("Frage?");
        await run.Forget();
        await run.Play.RouteAll(id, MainOfficeClerk);
        await run.Execute("UPDATE users SET locked_until = @at WHERE login = 'hauptamt'", new { at = AccountRepository.ForEver });

        Assert.Equal(0, await run.Send());

        Assert.Empty(run.Server.Received);
        Assert.Equal(("Withheld", "no-recipient"), (await run.Outbox()).Select(line => (line.State, line.LastError)).Single());
    }

    [Theory, Databases]
    public async Task While_mail_is_off_nothing_is_sent_and_nothing_is_sent_later_unless_somebody_asks(DatabaseKind kind)
    {
        await using var app = await TestApp.On(kind);
        var play = new Cases.CasePlayer(app);
        await play.Registered("Frage?");

        var page = await app.As(Administrator, new ListOutbox { State = OutboxState.Withheld });

        Assert.Null(page.Server);
        Assert.Equal(2, page.Counts[OutboxState.Withheld]);
        Assert.Equal(0, page.Counts[OutboxState.Waiting]);
        Assert.All(page.Lines, line => Assert.Equal("off", line.LastError));
    }

    [Theory, Databases]
    public async Task What_fails_is_tried_again_later_and_later_and_given_up_in_the_end(DatabaseKind kind)
    {
        await using var run = await MailRun.On(kind);
        run.Server.Answer = command => command.StartsWith("RCPT", StringComparison.Ordinal) ? "450 busy" : null;
        await run.Play.Submitted("Frage?");
        await run.Send();
        Assert.Equal(0, await run.Send());

        var pauses = new List<TimeSpan>();
        for (var line = (await run.Outbox()).Single(); line.State == "Waiting"; line = (await run.Outbox()).Single())
        {
            Assert.Equal("smtp-450", line.LastError);
            pauses.Add(line.DueAt - run.App.Clock.GetUtcNow());
            run.App.Clock.GoTo(line.DueAt);
            await run.Send();
        }

        Assert.Equal(OutboxSender.Pauses, pauses);
        var failed = Assert.Single((await run.App.As(Administrator, new ListOutbox { State = OutboxState.Failed })).Lines);
        Assert.Equal((11, "smtp-450", "Petra Lang"), (failed.Attempts, failed.LastError, failed.Recipient));

        run.Server.Answer = _ => null;
        await run.App.As(Administrator, new RetryMail { Id = failed.Id });
        Assert.Equal(1, await run.Send());
        await Assert.ThrowsAsync<NotFound>(() => run.App.As(Administrator, new RetryMail { Id = failed.Id }));
    }

    [Theory, Databases]
    public async Task A_mailbox_that_does_not_exist_is_given_up_at_once_and_holds_up_nobody_else(DatabaseKind kind)
    {
        await using var run = await MailRun.On(kind);
        run.Server.Answer = command => command.Contains("petra.lang", StringComparison.Ordinal) ? "550 unknown" : null;
        await run.Play.Registered("Frage?");

        Assert.Equal(1, await run.Send());

        Assert.Equal(["Registered Sent", "Submitted Failed"], (await run.Outbox()).Select(line => $"{line.Kind} {line.State}").Order());
    }

    [Theory, Databases]
    public async Task While_the_server_is_away_only_one_mail_is_tried_at_a_time(DatabaseKind kind)
    {
        await using var run = await MailRun.On(kind);
        run.Server.Answer = command => command.StartsWith("MAIL", StringComparison.Ordinal) ? "421 shutting down" : null;
        await run.Play.Registered("Frage?");

        Assert.Equal(0, await run.Send());

        Assert.Equal([0, 1], (await run.Outbox()).Select(line => line.Attempts).Order());
    }

    [Theory, Databases]
    public async Task Several_processes_share_the_outbox_and_send_each_mail_once(DatabaseKind kind)
    {
        await using var run = await MailRun.On(kind);
        for (var number = 0; number < 20; number++) await run.Play.Registered($"Frage {number}?");

        var sent = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => Task.Run(run.Send)));

        Assert.Equal(40, sent.Sum());
        Assert.Equal(40, run.Server.Received.Count);
        Assert.Distinct(run.Server.Received.Select(mail => mail.MessageId));
        Assert.All(await run.Outbox(), line => Assert.Equal(("Sent", 1), (line.State, line.Attempts)));
    }

    [Theory, Databases]
    public async Task A_mail_whose_sender_died_is_sent_again_under_the_same_id_after_a_while_and_not_before(DatabaseKind kind)
    {
        await using var run = await MailRun.On(kind);
        await run.Play.Submitted("Frage?");
        var taken = await new Infrastructure.Mail.Outbox(run.App.Session(), run.App.Clock).Take(CancellationToken.None);

        Assert.Equal(0, await run.Send());
        run.App.Clock.GoTo(run.App.Clock.GetUtcNow().AddMinutes(6));
        Assert.Equal(1, await run.Send());

        Assert.Equal(taken!.MessageId, Assert.Single(run.Server.Received).MessageId);
        Assert.Equal(2, (await run.Outbox()).Single().Attempts);
    }

    [Theory, Databases]
    public async Task What_a_person_does_not_want_does_not_come_and_a_duty_cannot_be_turned_off(DatabaseKind kind)
    {
        await using var run = await MailRun.On(kind);
        await run.App.As(SpdMember, Choice("neu@spd.example", MessageKind.Registered, MessageTiming.Never));
        await run.App.As(CouncilClerk, Choice(null, MessageKind.Submitted, MessageTiming.Digest));

        await run.Play.Registered("Frage?");

        Assert.Equal(["Submitted Deferred"], (await run.Outbox()).Select(line => $"{line.Kind} {line.State}"));
        var page = await run.App.As(SpdMember, new GetMailChoices());
        Assert.Equal("neu@spd.example", page.Address);
        Assert.Equal(MessageTiming.Never, page.Choices.Single(choice => choice.Kind == MessageKind.Registered).Timing);
        await Assert.ThrowsAsync<FluentValidation.ValidationException>(
            () => run.App.As(CouncilClerk, Choice("petra.lang@mainz.example", MessageKind.Submitted, MessageTiming.Never)));
        await Assert.ThrowsAsync<FluentValidation.ValidationException>(
            () => run.App.As(CouncilClerk, Choice("petra@mainz.example\r\nBcc: alle@mainz.example", MessageKind.Submitted, MessageTiming.AtOnce)));
    }

    [Theory, Databases]
    public async Task Without_an_address_nothing_is_sent_and_the_office_can_see_why(DatabaseKind kind)
    {
        await using var run = await MailRun.On(kind);
        await run.App.As(CouncilClerk, Choice(" ", MessageKind.Submitted, MessageTiming.AtOnce));
        await run.Play.Submitted("Frage?");

        await run.Send();

        var page = await run.App.As(Administrator, new ListOutbox { State = OutboxState.Withheld });
        Assert.Equal(("no-address", 1), (Assert.Single(page.Lines).LastError, page.WithoutAddress));
    }

    [Theory, Databases]
    public async Task Settled_mails_are_forgotten_after_three_months_and_waiting_ones_are_not(DatabaseKind kind)
    {
        await using var run = await MailRun.On(kind);
        await run.Play.Registered("Frage?");
        run.Server.Answer = command => command.Contains("petra.lang", StringComparison.Ordinal) ? "450 busy" : null;
        await run.Send();
        var outbox = new Infrastructure.Mail.Outbox(run.App.Session(), run.App.Clock);

        run.App.Clock.GoTo(TimeProvider.System.GetUtcNow().AddDays(89));
        await outbox.Forget(CancellationToken.None);
        Assert.Equal(2, (await run.Outbox()).Count);
        run.App.Clock.GoTo(TimeProvider.System.GetUtcNow().AddDays(91));
        await outbox.Forget(CancellationToken.None);

        Assert.Equal(["Waiting"], (await run.Outbox()).Select(line => line.State));
    }

    private static SaveMailChoices Choice(string? address, MessageKind kind, MessageTiming timing) =>
        new() { Address = address, Choices = [new SaveMailChoices.Choice { Kind = kind, Timing = timing }] };

    private static Task Deputise(MailRun run, string principal, string deputy, string from, string to) => run.Execute(
        """
        INSERT INTO deputyships (id, principal, deputy, valid_from, valid_to, created_at, modified_at)
        SELECT @id, p.id, d.id, @from, @to, @now, @now FROM users p, users d WHERE p.login = @principal AND d.login = @deputy
        """,
        new
        {
            id = Guid.CreateVersion7(),
            principal,
            deputy,
            from = DateOnly.Parse(from, System.Globalization.CultureInfo.InvariantCulture),
            to = DateOnly.Parse(to, System.Globalization.CultureInfo.InvariantCulture),
            now = run.App.Clock.GetUtcNow(),
        });
}
