using Anfragen.Application.Deadlines;
using Anfragen.Application.Mail;
using Anfragen.Application.Tests.Database;
using Anfragen.Domain;
using Anfragen.Domain.Cases;
using Anfragen.Infrastructure.Mail;
using Microsoft.Extensions.DependencyInjection;
using static Anfragen.Infrastructure.Demo.DemoCity;

namespace Anfragen.Application.Tests.Mail;

public sealed class MorningDigestTests
{
    // The test's clock begins on Friday, 5 September 2025.
    private static readonly DateOnly Monday = new(2025, 9, 8);

    [Theory, Databases]
    public async Task On_a_working_day_at_seven_everybody_is_told_once_what_waits_even_over_restarts(DatabaseKind kind)
    {
        await using var run = await MailRun.On(kind);
        var id = await run.Play.Registered("Frage?");
        await run.Play.RouteAll(id, MainOfficeClerk);
        await run.Forget();

        await At(run, new DateOnly(2025, 9, 6), 9);
        await At(run, Monday, 6, 59);
        Assert.Empty(await run.Outbox());
        await At(run, Monday, 7);
        await At(run, Monday, 8);
        await run.Send();

        var mail = Assert.Single(run.Server.Received);
        Assert.Equal("jana.petersen@mainz.example", mail.To);
        Assert.Contains("Zuweisung annehmen oder ablehnen: Nr. 0001/2025, Radwege in der Neustadt, Frage 1, seit 05.09.2025", mail.Text, StringComparison.Ordinal);
        Assert.Contains("https://anfragen.mainz.example/aufgaben", mail.Text, StringComparison.Ordinal);
        await At(run, Monday.AddDays(1), 7);
        Assert.Equal(2, (await run.Outbox()).Count);
    }

    [Theory]
    [Databases(8, ", heute fällig")]
    [Databases(12, ", fällig am 12.09.2025")]
    [Databases(6, ", Frist war am 06.09.2025")]
    public async Task Each_task_is_told_with_when_it_is_due(DatabaseKind kind, int day, string words)
    {
        await using var run = await MailRun.On(kind);
        var id = await run.Play.Registered("Frage?");
        await run.App.As(CouncilClerk, new EstablishDueDate { Id = id, DueOn = new DateOnly(2025, 9, day), Reason = "Der Fraktion zugesagt." });
        await run.Forget();

        await At(run, Monday, 7);
        await run.Send();

        Assert.Contains($"Fragen zuweisen: Nr. 0001/2025, Radwege in der Neustadt, seit 05.09.2025{words}", Assert.Single(run.Server.Received).Text, StringComparison.Ordinal);
    }

    [Theory, Databases]
    public async Task On_a_holiday_nobody_is_told_and_a_service_that_slept_in_the_morning_catches_up_on_the_day(DatabaseKind kind)
    {
        await using var run = await MailRun.On(kind);
        await run.Play.Registered("Frage?");
        await run.Forget();

        await At(run, new DateOnly(2025, 10, 3), 9);
        Assert.Empty(await run.Outbox());
        await At(run, new DateOnly(2025, 10, 6), 15);

        Assert.Equal(["MorningDigest ratsbuero"], await run.Told());
    }

    [Theory, Databases]
    public async Task Two_processes_make_the_digests_of_a_day_once(DatabaseKind kind)
    {
        await using var run = await MailRun.On(kind);
        await run.Play.Registered("Frage?");
        await run.Forget();
        run.App.Clock.GoTo(Berlin.Instant(Monday, new TimeOnly(7, 0)));

        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() => Fresh(run).MakeIfDue(CancellationToken.None))));

        Assert.Equal(["MorningDigest ratsbuero"], await run.Told());
    }

    [Theory, Databases]
    public async Task What_was_put_off_stands_in_the_digest_and_counts_as_sent_with_it(DatabaseKind kind)
    {
        await using var run = await MailRun.On(kind);
        await run.App.As(SpdMember, new SaveMailChoices
        {
            Address = "lena.brandt@mainz.example",
            Choices = [new SaveMailChoices.Choice { Kind = MessageKind.Registered, Timing = MessageTiming.Digest }, new SaveMailChoices.Choice { Kind = MessageKind.MorningDigest, Timing = MessageTiming.Never }],
        });
        await run.App.As(CouncilClerk, new SaveMailChoices
        {
            Address = "petra.lang@mainz.example",
            Choices = [new SaveMailChoices.Choice { Kind = MessageKind.MorningDigest, Timing = MessageTiming.Never }],
        });
        await run.Play.Registered("Frage?");
        await run.Send();
        Assert.DoesNotContain(run.Server.Received, mail => mail.To == "lena.brandt@mainz.example");

        await At(run, Monday, 7);
        Assert.Equal(1, await run.Send());

        var digest = run.Server.Received.Single(mail => mail.To == "lena.brandt@mainz.example");
        Assert.Contains("Außerdem ist geschehen:\r\n- Anfrage Nr. 0001/2025 ist registriert: Radwege in der Neustadt", digest.Text, StringComparison.Ordinal);
        Assert.All(await run.Outbox(), line => Assert.Equal("Sent", line.State));
        await At(run, Monday.AddDays(1), 7);
        Assert.Equal(0, await run.Send());
    }

    private static async Task At(MailRun run, DateOnly day, int hour, int minute = 0)
    {
        run.App.Clock.GoTo(Berlin.Instant(day, new TimeOnly(hour, minute)));
        await Fresh(run).MakeIfDue(CancellationToken.None);
    }

    // As after a restart: nothing is remembered but what the database knows.
    private static MorningDigests Fresh(MailRun run) => ActivatorUtilities.CreateInstance<MorningDigests>(run.App.Services);
}
