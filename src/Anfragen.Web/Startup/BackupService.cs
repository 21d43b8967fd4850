using Anfragen.Infrastructure.Backup;

namespace Anfragen.Web.Startup;

/// <summary>
/// Looks every minute whether a backup is due. A timer to the next one would be a missed one after the machine slept or its clock was set.
/// </summary>
internal sealed class BackupService(ScheduledBackups backups) : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromMinutes(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Pause);
        do await backups.RunIfDue(stoppingToken); while (await timer.WaitForNextTickAsync(stoppingToken));
    }
}
