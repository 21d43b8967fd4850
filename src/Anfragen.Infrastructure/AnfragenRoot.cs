using Microsoft.Extensions.Configuration;

namespace Anfragen.Infrastructure;

/// <summary>
/// The one folder against which data, migrations, templates and fonts are found, the same for every host and from any
/// working directory: the setting <c>Anfragen:Root</c> (environment <c>Anfragen__Root</c>), else the first folder upwards
/// from the program that holds <c>migrations/</c>.
/// </summary>
public sealed class AnfragenRoot
{
    /// <summary>The setting that names the folder.</summary>
    public const string Setting = "Anfragen:Root";

    private AnfragenRoot(string path) => Path = path;

    /// <summary>The folder itself, absolute.</summary>
    public string Path { get; }

    /// <summary>What the city's data lives in; made when the database is first opened.</summary>
    public string Data => System.IO.Path.Combine(Path, "data");

    /// <summary>The numbered SQL files.</summary>
    public string Migrations => System.IO.Path.Combine(Path, "migrations");

    /// <summary>The templates a city may replace.</summary>
    public string Templates => System.IO.Path.Combine(Path, "templates");

    /// <summary>The city's own fonts if it has some, else those delivered with the program.</summary>
    public string Fonts => System.IO.Path.Combine(Path, "fonts") is var own && Directory.Exists(own)
        ? own
        : System.IO.Path.Combine(AppContext.BaseDirectory, "fonts");

    /// <summary>Reads the setting, else looks upwards from the program.</summary>
    /// <exception cref="DirectoryNotFoundException">No folder fits; the sentence says what to do.</exception>
    public static AnfragenRoot Find(IConfiguration configuration) => Find(configuration[Setting], AppContext.BaseDirectory);

    internal static AnfragenRoot Find(string? configured, string programFolder)
    {
        if (string.IsNullOrWhiteSpace(configured))
        {
            return Upwards(programFolder) ?? throw new DirectoryNotFoundException(
                $"Oberhalb von „{programFolder}“ liegt kein Ordner mit „migrations“. Bitte das Hauptverzeichnis mit der Einstellung {Setting} angeben.");
        }

        var path = System.IO.Path.GetFullPath(configured);
        return HasMigrations(path) ? new(path) : throw new DirectoryNotFoundException(
            $"Die Einstellung {Setting} nennt „{path}“, dort liegt aber kein Ordner „migrations“.");
    }

    private static AnfragenRoot? Upwards(string programFolder)
    {
        for (var folder = new DirectoryInfo(programFolder); folder is not null; folder = folder.Parent)
        {
            if (HasMigrations(folder.FullName)) return new(folder.FullName);
        }
        return null;
    }

    private static bool HasMigrations(string path) => Directory.Exists(System.IO.Path.Combine(path, "migrations"));
}
