using System.Data.Common;
using System.Globalization;
using Anfragen.Infrastructure.Database;

namespace Anfragen.Infrastructure.Backup;

/// <summary>
/// Backup and restore of the database, which holds all but the keys of sessions, the templates and the settings. A backup has its name
/// only when it has been read back; a restore changes nothing before that. Contradictions within the journal are copied and told: of a
/// database that has them a copy is needed more than ever.
/// </summary>
public sealed class DatabaseBackup(DatabaseOptions options, Connections connections, AnfragenRoot root, TimeProvider clock)
{
    private const string StampFormat = "yyyyMMdd'T'HHmmss'Z'";

    private readonly BackupMethod _method = options.Dialect.Backup(options, connections, root, clock);

    /// <summary>What the operator is told after each backup.</summary>
    public const string NotContained =
        "Nicht enthalten: die Sitzungsschlüssel (data/keys; ohne sie melden sich alle neu an), die Vorlagen und die Einstellungen.";

    /// <summary>Ends the name of a copy of this kind of database, with the dot.</summary>
    public string Extension => _method.Extension;

    /// <summary>Writes the database as it is now, while others work, into a new file.</summary>
    /// <param name="file">Must not exist.</param>
    /// <param name="rehearse">PostgreSQL: also restores the backup into a database of its own. SQLite's is a database, so it is always opened and read.</param>
    /// <param name="progress">Told the share that is verified.</param>
    /// <param name="cancel">Leaves nothing behind.</param>
    /// <exception cref="BackupRefused">There is no backup; the sentence says why.</exception>
    public Task<BackupReport> Write(string file, bool rehearse, IProgress<double>? progress, CancellationToken cancel) => Refusing(file, async () =>
    {
        var target = Path.GetFullPath(file);
        if (Path.Exists(target)) throw new BackupRefused($"„{target}“ gibt es schon. Eine Sicherung überschreibt nichts; bitte einen anderen Namen angeben.");
        if (options.IsAbsent) throw new BackupRefused($"Die Datenbank ({options}) gibt es nicht, also ist nichts zu sichern.");

        using var part = PartFile.Beside(target, clock);
        var content = await _method.Write(part.Path, rehearse, progress, cancel);
        var sha256 = await part.Sha256(cancel);
        part.Take(target);
        return new BackupReport(target, new FileInfo(target).Length, sha256, content);
    });

    /// <summary>Puts a backup in the place of the database.</summary>
    /// <param name="file">Must be a backup of the same kind of database.</param>
    /// <param name="replace">Whether a database that has content may be replaced.</param>
    /// <param name="withFindings">Whether a backup whose journal has findings may be put back; PostgreSQL can tell before only with a rehearsal.</param>
    /// <param name="progress">Told the share that is verified.</param>
    /// <param name="cancel">Until the last moment leaves the database as it is.</param>
    /// <exception cref="BackupRefused">The database is as it was; the sentence says why.</exception>
    public Task<RestoreReport> Restore(string file, bool replace, bool withFindings, IProgress<double>? progress, CancellationToken cancel) => Refusing(file, () =>
    {
        var source = Path.GetFullPath(file);
        return File.Exists(source)
            ? _method.Restore(source, replace, withFindings, progress, cancel)
            : throw new BackupRefused($"Die Sicherung „{source}“ gibt es nicht.");
    });

    /// <summary>A part of a file name that sorts by time.</summary>
    internal static string Stamp(DateTimeOffset instant) => instant.UtcDateTime.ToString(StampFormat, CultureInfo.InvariantCulture);

    internal static bool IsStamp(string text) => DateTime.TryParseExact(text, StampFormat, CultureInfo.InvariantCulture, DateTimeStyles.None, out _);

    private async Task<T> Refusing<T>(string file, Func<Task<T>> work)
    {
        try
        {
            return await work();
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new BackupRefused($"Mit der Datei „{file}“ geht es nicht weiter. Gibt es den Ordner, darf dort geschrieben werden, ist Platz? {exception.Message}", exception);
        }
        catch (DbException exception)
        {
            throw new BackupRefused($"Die Datenbank ({options}) oder ihre Sicherung lässt sich nicht lesen oder schreiben: {exception.Message}", exception);
        }
        catch (MigrationRefused exception)
        {
            throw new BackupRefused(exception.Message, exception);
        }
    }
}
