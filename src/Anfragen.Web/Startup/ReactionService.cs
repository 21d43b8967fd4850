using Anfragen.Infrastructure.Assignments;

namespace Anfragen.Web.Startup;

/// <summary>Looks every few minutes whether a department has not reacted in time. What fails is told to the log and tried again.</summary>
internal sealed partial class ReactionService(OverdueReactions reactions, ILogger<ReactionService> log) : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromMinutes(5);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Pause);
        while (await timer.WaitForNextTickAsync(stoppingToken)) await Escalate(stoppingToken);
    }

    private async Task Escalate(CancellationToken cancel)
    {
        try
        {
            if (await reactions.EscalateDue(cancel) is > 0 and var inquiries) Escalated(inquiries);
        }
        catch (Exception exception) when (!cancel.IsCancellationRequested)
        {
            Failed(exception);
        }
    }

    [LoggerMessage(LogLevel.Information, "The council office was told of departments that do not react, in {Inquiries} inquiries")]
    private partial void Escalated(int inquiries);

    [LoggerMessage(LogLevel.Error, "Overdue reactions could not be looked for; it is tried again")]
    private partial void Failed(Exception exception);
}
