using Anfragen.Application.Mail;
using Anfragen.Application.Replies;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Anfragen.Infrastructure.Mail;

/// <summary>
/// Sends what is due. A mail is marked after the server has taken it over, so none is lost; a process killed between the two sends it again,
/// with the same Message-ID.
/// </summary>
public sealed partial class OutboxSender(IServiceScopeFactory scopes, IMailTransport transport, MailSettings settings, ILogger<OutboxSender> log)
{
    private const string Unfinished = "unfinished";
    private const string Texts = "texts";

    /// <summary>How long to wait after each failed attempt; two and a half days in all.</summary>
    internal static readonly IReadOnlyList<TimeSpan> Pauses =
    [
        TimeSpan.FromMinutes(1), TimeSpan.FromMinutes(5), TimeSpan.FromMinutes(15), TimeSpan.FromHours(1), TimeSpan.FromHours(3),
        TimeSpan.FromHours(6), TimeSpan.FromHours(12), TimeSpan.FromHours(12), TimeSpan.FromHours(12), TimeSpan.FromHours(12),
    ];

    /// <summary>Sends until nothing is due any more or the server fails; how many were taken over.</summary>
    public async Task<int> SendDue(CancellationToken cancel)
    {
        if (!settings.IsOn) return 0;
        for (var sent = 0; ; sent++)
        {
            switch (await SendNext(cancel))
            {
                case Outcome.NothingDue or Outcome.ServerFails: return sent;
                case Outcome.NotSent: sent--; break;
            }
        }
    }

    private async Task<Outcome> SendNext(CancellationToken cancel)
    {
        await using var scope = scopes.CreateAsyncScope();
        var outbox = scope.ServiceProvider.GetRequiredService<Outbox>();
        if (await outbox.Take(cancel) is not { } row) return Outcome.NothingDue;
        if (row.Attempts > Pauses.Count + 1)
        {
            await GiveUp(outbox, row, Unfinished, cancel);
            return Outcome.NotSent;
        }

        try
        {
            var (mail, withheld) = await scope.ServiceProvider.GetRequiredService<MailComposer>().Compose(row, cancel);
            if (mail is null)
            {
                await outbox.Withhold(row, withheld!, cancel);
                return Outcome.NotSent;
            }

            await transport.Send(mail, cancel);
        }
        catch (MailRefused refusal)
        {
            await Retry(outbox, row, refusal, cancel);
            return refusal.Scope == MailFailureScope.Server ? Outcome.ServerFails : Outcome.NotSent;
        }
        catch (TemplateMistake mistake)
        {
            await Retry(outbox, row, new MailRefused(Texts, MailFailureScope.Mail, mistake), cancel);
            return Outcome.NotSent;
        }

        // The server has it: this must be noted also while the process is being stopped.
        await outbox.Sent(row, CancellationToken.None);
        Delivered(row.Id, row.Kind.ToString());
        return Outcome.Sent;
    }

    private async Task Retry(Outbox outbox, OutboxRow row, MailRefused refusal, CancellationToken cancel)
    {
        if (refusal.Scope == MailFailureScope.Recipient || row.Attempts > Pauses.Count)
        {
            await GiveUp(outbox, row, refusal.Code, cancel);
            return;
        }

        var pause = Pauses[row.Attempts - 1];
        Failed(row.Id, refusal.Code, row.Attempts, pause);
        await outbox.TryAgain(row, pause, refusal.Code, cancel);
    }

    private async Task GiveUp(Outbox outbox, OutboxRow row, string code, CancellationToken cancel)
    {
        GivenUp(row.Id, code, row.Attempts);
        await outbox.GiveUp(row, code, cancel);
    }

    [LoggerMessage(LogLevel.Information, "Mail {Mail} sent: {Kind}")]
    private partial void Delivered(Guid mail, string kind);

    [LoggerMessage(LogLevel.Warning, "Mail {Mail} not sent: {Code}, attempt {Attempt}, next in {Pause}")]
    private partial void Failed(Guid mail, string code, int attempt, TimeSpan pause);

    [LoggerMessage(LogLevel.Error, "Mail {Mail} given up: {Code}, after {Attempts} attempts")]
    private partial void GivenUp(Guid mail, string code, int attempts);

    private enum Outcome
    {
        NothingDue,
        Sent,
        NotSent,
        ServerFails,
    }
}
