namespace Anfragen.Infrastructure.Council;

/// <summary>The folder in which a city's file lies, with what it names.</summary>
public static class CityFolder
{
    /// <summary>Reads files beside the given one, by their name alone; null for what is not there.</summary>
    public static Func<string, byte[]?> Beside(string cityFile)
    {
        var folder = Path.GetDirectoryName(Path.GetFullPath(cityFile))!;
        return name => Path.Combine(folder, Path.GetFileName(name)) is var path && File.Exists(path) ? File.ReadAllBytes(path) : null;
    }
}
