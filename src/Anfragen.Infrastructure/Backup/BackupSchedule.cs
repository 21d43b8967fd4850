using System.Globalization;
using Anfragen.Domain;
using Microsoft.Extensions.Configuration;

namespace Anfragen.Infrastructure.Backup;

/// <summary>When the service makes backups and where it keeps them; section "Anfragen:Backup" of the configuration.</summary>
/// <param name="Folder">Absolute; null when the service makes none.</param>
/// <param name="At">Time of day in Europe/Berlin.</param>
/// <param name="Keep">Copies that are kept.</param>
public sealed record BackupSchedule(string? Folder, TimeOnly At, int Keep)
{
    public const string FolderSetting = "Anfragen:Backup:Folder";
    public const string AtSetting = "Anfragen:Backup:At";
    public const string KeepSetting = "Anfragen:Backup:Keep";

    private const int MostKept = 1000;

    private static readonly TimeOnly Night = new(2, 30);

    /// <summary>Reads the settings; a relative folder lies below the root.</summary>
    /// <exception cref="ArgumentException">One cannot be read; the message is the German sentence.</exception>
    public static BackupSchedule From(IConfiguration configuration, AnfragenRoot root)
    {
        var at = Night;
        if (configuration[AtSetting] is { Length: > 0 } time && !TimeOnly.TryParseExact(time, "HH:mm", CultureInfo.InvariantCulture, DateTimeStyles.None, out at))
        {
            throw new ArgumentException($"Die Einstellung {AtSetting} ist keine Uhrzeit wie „02:30“, sondern „{time}“.");
        }

        var keep = 14;
        if (configuration[KeepSetting] is { Length: > 0 } copies && !(int.TryParse(copies, CultureInfo.InvariantCulture, out keep) && keep is >= 1 and <= MostKept))
        {
            throw new ArgumentException($"Die Einstellung {KeepSetting} ist keine Zahl von 1 bis {MostKept}, sondern „{copies}“.");
        }

        return new BackupSchedule(string.IsNullOrWhiteSpace(configuration[FolderSetting]) ? null : Path.GetFullPath(configuration[FolderSetting]!, root.Path), at, keep);
    }

    /// <summary>The last moment at which a backup was to be made.</summary>
    public DateTimeOffset LastDue(DateTimeOffset now)
    {
        var today = Berlin.Day(now);
        var due = Berlin.Instant(today, At);
        return due <= now ? due : Berlin.Instant(today.AddDays(-1), At);
    }

    /// <summary>The next moment at which one is to be made.</summary>
    public DateTimeOffset NextDue(DateTimeOffset now)
    {
        var today = Berlin.Day(now);
        var due = Berlin.Instant(today, At);
        return due > now ? due : Berlin.Instant(today.AddDays(1), At);
    }
}
