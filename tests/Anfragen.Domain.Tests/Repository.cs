namespace Anfragen.Domain.Tests;

/// <summary>The files of the repository around the tests, for those that hold documents against the code.</summary>
internal static class Repository
{
    public static DirectoryInfo Root { get; } = Upwards(new DirectoryInfo(AppContext.BaseDirectory));

    public static string[] Lines(string path) => File.ReadAllLines(Path.Combine(Root.FullName, path));

    private static DirectoryInfo Upwards(DirectoryInfo folder) => File.Exists(Path.Combine(folder.FullName, "Anfragen.sln"))
        ? folder
        : Upwards(folder.Parent ?? throw new DirectoryNotFoundException("No folder above the tests holds Anfragen.sln."));
}
