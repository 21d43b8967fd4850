using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;

namespace Anfragen.Infrastructure.Database;

/// <summary>
/// <c>0007_journal.sql</c> for both databases, or the pair <c>0007_journal.sqlite.sql</c> and <c>0007_journal.postgresql.sql</c>.
/// </summary>
internal sealed partial record MigrationFile(int Version, string Name, string Sql)
{
    private static readonly string[] Databases = ["sqlite", "postgresql"];

    public string FullName => $"{Version:0000}_{Name}";

    /// <summary>Lower-case hex; a checkout with other line ends is the same file.</summary>
    public string Sha256 { get; } = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Sql)));

    /// <summary>Those for one database, in the order of their numbers.</summary>
    public static IReadOnlyList<MigrationFile> ReadAll(string folder, string database)
    {
        var migrations = Directory.GetFiles(folder, "*.sql").Select(Parse).GroupBy(file => file.Version).OrderBy(versions => versions.Key).ToList();
        if (migrations.Count == 0) throw new MigrationRefused($"Im Ordner „{folder}“ liegt keine Migration.");
        return [.. migrations.Select(versions => Choose([.. versions], database))];
    }

    private static MigrationFile Choose(IReadOnlyList<Source> sources, string database)
    {
        var databases = sources.Select(source => source.Database).Order(StringComparer.Ordinal);
        var forBoth = sources is [{ Database: "" }];
        var pair = databases.SequenceEqual(Databases.Order(StringComparer.Ordinal)) && sources.DistinctBy(source => source.Name).Count() == 1;
        if (!forBoth && !pair)
        {
            throw new MigrationRefused(
                $"Die Migration {sources[0].Version:0000} braucht genau eine Datei für beide Datenbanken oder je eine für SQLite und PostgreSQL; da sind: {string.Join(", ", sources.Select(source => Path.GetFileName(source.Path)).Order(StringComparer.Ordinal))}.");
        }

        var chosen = forBoth ? sources[0] : sources.Single(source => source.Database == database);
        return new(chosen.Version, chosen.Name, File.ReadAllText(chosen.Path).ReplaceLineEndings("\n"));
    }

    private static Source Parse(string path)
    {
        var match = FileName().Match(Path.GetFileName(path));
        if (!match.Success)
        {
            throw new MigrationRefused($"„{Path.GetFileName(path)}“ ist kein Name einer Migration; richtig ist zum Beispiel 0001_council.sql oder 0001_council.sqlite.sql.");
        }
        return new(path, int.Parse(match.Groups["version"].Value, CultureInfo.InvariantCulture), match.Groups["name"].Value, match.Groups["database"].Value);
    }

    [GeneratedRegex(@"^(?<version>[0-9]{4})_(?<name>[a-z0-9_]+)(\.(?<database>sqlite|postgresql))?\.sql$")]
    private static partial Regex FileName();

    private sealed record Source(string Path, int Version, string Name, string Database);
}
