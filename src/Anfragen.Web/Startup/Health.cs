using Anfragen.Application.Backup;
using Anfragen.Application.Mail;
using Anfragen.Infrastructure.Backup;
using Anfragen.Infrastructure.Database;
using Anfragen.Infrastructure.Mail;
using Anfragen.Web.Layout;

namespace Anfragen.Web.Startup;

/// <summary>
/// Tells a watcher whether requests can be served, by the status, and how the scheduled backups and the outbox stand, by a line each: a balancer must not take
/// the service away because its backup is late. No more than that, since anybody may ask.
/// </summary>
internal static class Health
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    public static void MapHealth(this WebApplication app) => app.MapGet("/healthz", Check).AllowAnonymous();

    private static async Task<IResult> Check(Migrator migrator, ScheduledBackups backups, OutboxFigures outbox, ILoggerFactory logs, CancellationToken cancel)
    {
        using var impatient = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        impatient.CancelAfter(Patience);
        try
        {
            var missing = await migrator.Missing(impatient.Token);
            if (missing.Count > 0) return NotReady("die Datenbank ist nicht auf dem Stand des Programms");
            return Text($"bereit{Line(backups.State().Condition)}{Line(await outbox.Condition(impatient.Token))}", StatusCodes.Status200OK);
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

    private static string Line(OutboxCondition condition) => condition == OutboxCondition.Off ? "" : $"\nMails: {condition.German()}";

    private static IResult NotReady(string why) => Text($"nicht bereit: {why}", StatusCodes.Status503ServiceUnavailable);

    private static IResult Text(string text, int status) => TypedResults.Text(text + "\n", "text/plain", System.Text.Encoding.UTF8, status);
}
