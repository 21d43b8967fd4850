using Anfragen.Infrastructure.Mail;

namespace Anfragen.Web.Startup;

/// <summary>Sends what is due, every few seconds, the digests of the morning among it; once an hour it forgets what is long settled. What fails is told to the log and tried again.</summary>
internal sealed partial class MailService(OutboxSender sender, MorningDigests digests, OutboxCare care, ILogger<MailService> log) : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(5);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Pause);
        do await Send(stoppingToken); while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    private async Task Send(CancellationToken cancel)
    {
        try
        {
            await digests.MakeIfDue(cancel);
            await sender.SendDue(cancel);
            await care.RunIfDue(cancel);
        }
        catch (Exception exception) when (!cancel.IsCancellationRequested)
        {
            Failed(exception);
        }
    }

    [LoggerMessage(LogLevel.Error, "Mails could not be sent; it is tried again")]
    private partial void Failed(Exception exception);
}
