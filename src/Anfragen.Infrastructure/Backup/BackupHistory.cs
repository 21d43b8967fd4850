using System.Text.Json;
using Anfragen.Application.Backup;

namespace Anfragen.Infrastructure.Backup;

/// <summary>
/// What became of the last scheduled backups, in <c>data/backups.json</c>: not in the database, since it is to be told as well when
/// that is away, and not beside the copies, since their folder may be what is missing.
/// </summary>
public sealed class BackupHistory(AnfragenRoot root)
{
    private const int Kept = 30;

    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true };

    private readonly Lock _gate = new();

    private string File => Path.Combine(root.Data, "backups.json");

    /// <summary>Newest first.</summary>
    public IReadOnlyList<BackupRun> Runs
    {
        get
        {
            lock (_gate)
            {
                return Read();
            }
        }
    }

    internal void Add(BackupRun run)
    {
        lock (_gate)
        {
            Directory.CreateDirectory(root.Data);
            var whole = File + ".neu";
            System.IO.File.WriteAllText(whole, JsonSerializer.Serialize(Read().Prepend(run).Take(Kept), Indented));
            System.IO.File.Move(whole, File, overwrite: true);
        }
    }

    private IReadOnlyList<BackupRun> Read()
    {
        try
        {
            return System.IO.File.Exists(File) ? JsonSerializer.Deserialize<List<BackupRun>>(System.IO.File.ReadAllText(File)) ?? [] : [];
        }
        catch (JsonException)
        {
            // Somebody wrote into it. A history that cannot be read is none: the next backup is made at once and begins a new one.
            return [];
        }
    }
}
