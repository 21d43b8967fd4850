using Anfragen.Application.Backup;
using Anfragen.Infrastructure.Backup;
using Anfragen.Infrastructure.Database;
using Anfragen.Web.Layout;

namespace Anfragen.Web.Startup;

/// <summary>
/// Tells a watcher whether requests can be served, by the status, and how the scheduled backups stand, by a line: a balancer must not take
/// the service away because its backup is late. No more than that, since anybody may ask.
/// </summary>
internal static class Health
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    public static void MapHealth(this WebApplication app) => app.MapGet("/healthz", Check).AllowAnonymous();

    private static async Task<IResult> Check(Migrator migrator, ScheduledBackups backups, ILoggerFactory logs, CancellationToken cancel)
    {
        using var impatient = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        impatient.CancelAfter(Patience);
        try
        {
            var missing = await migrator.Missing(impatient.Token);
            return missing.Count == 0 ? Text($"bereit{Line(backups.State().Condition)}", StatusCodes.Status200OK) : NotReady("die Datenbank ist nicht auf dem Stand des Programms");
        }
        catch (MigrationRefused)
        {
            return NotReady("die Datenbank ist nicht auf dem Stand des Programms");
        }
        catch (Exception exception) when (!cancel.IsCancellationRequested)
        {
            logs.CreateLogger(typeof(Health)).LogWarning(exception, "The database cannot be reached.");
            return NotReady("die Datenbank ist nicht zu erreichen");
        }
    }

    private static string Line(BackupCondition condition) => condition == BackupCondition.Off ? "" : $"\nSicherung: {condition.German()}";

    private static IResult NotReady(string why) => Text($"nicht bereit: {why}", StatusCodes.Status503ServiceUnavailable);

    private static IResult Text(string text, int status) => TypedResults.Text(text + "\n", "text/plain", System.Text.Encoding.UTF8, status);
}
