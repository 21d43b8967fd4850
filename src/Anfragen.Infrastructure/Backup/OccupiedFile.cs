using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace Anfragen.Infrastructure.Backup;

/// <summary>
/// A SQLite database that nobody else has open. Leaving WAL is possible only for the last connection, and the service holds one as
/// long as it runs, so SQLite's own locks tell; they end with their process, however it ends.
/// </summary>
internal sealed class OccupiedFile : IDisposable
{
    private static readonly string[] Companions = ["-wal", "-shm", "-journal"];

    private readonly string _file;
    private readonly SqliteConnection? _connection;

    private OccupiedFile(string file, SqliteConnection? connection) => (_file, _connection) = (file, connection);

    /// <summary>Null when somebody has it open. What is no database, or no longer one, cannot be open.</summary>
    public static async Task<OccupiedFile?> Of(string file, CancellationToken cancel)
    {
        var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = file, Mode = SqliteOpenMode.ReadWrite, Pooling = false }.ToString());
        try
        {
            await connection.OpenAsync(cancel);
            var result = raw.sqlite3_exec(connection.Handle, "PRAGMA locking_mode=EXCLUSIVE; PRAGMA journal_mode=DELETE; BEGIN EXCLUSIVE");
            if ((result & 0xff) is raw.SQLITE_NOTADB or raw.SQLITE_CORRUPT)
            {
                await connection.DisposeAsync();
                return new OccupiedFile(file, null);
            }

            if (result == raw.SQLITE_OK) return new OccupiedFile(file, connection);
            await connection.DisposeAsync();
            if ((result & 0xff) is raw.SQLITE_BUSY or raw.SQLITE_LOCKED) return null;
            throw new BackupRefused($"Die Datenbank (SQLite {file}) lässt sich nicht sperren (SQLite-Fehler {result}).");
        }
        catch
        {
            await connection.DisposeAsync();
            throw;
        }
    }

    /// <summary>A damaged database may have left its log, which must not be taken for the new one's.</summary>
    public void MoveSideFiles(string kept)
    {
        foreach (var companion in Companions.Where(companion => File.Exists(_file + companion))) File.Move(_file + companion, kept + companion);
    }

    public void Dispose() => _connection?.Dispose();
}
