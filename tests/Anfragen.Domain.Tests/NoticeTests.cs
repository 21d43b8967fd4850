using System.Text.Json;

namespace Anfragen.Domain.Tests;

/// <summary>NOTICE names everything of others that a delivered program contains.</summary>
public sealed class NoticeTests
{
    private static readonly string Notice = string.Join('\n', Repository.Lines("NOTICE"));

    // Analyzers work at build time and are in no output.
    private static readonly string[] BuildTime = ["Microsoft.CodeAnalysis.BannedApiAnalyzers"];

    [Fact]
    public void Every_package_that_is_delivered_is_named()
    {
        var packages = Files("packages.lock.json").SelectMany(PackagesIn).Distinct().Except(BuildTime).ToList();

        Assert.NotEmpty(packages);
        Assert.All(packages, package => Assert.Contains(package, Notice, StringComparison.Ordinal));
    }

    [Fact]
    public void Every_asset_from_npm_is_named()
    {
        var assets = Files("package.json").SelectMany(AssetsIn).ToList();

        Assert.NotEmpty(assets);
        Assert.All(assets, asset => Assert.Contains(asset, Notice, StringComparison.Ordinal));
    }

    private static IEnumerable<FileInfo> Files(string name) =>
        new DirectoryInfo(Path.Combine(Repository.Root.FullName, "src")).EnumerateDirectories()
            .SelectMany(project => project.EnumerateFiles(name));

    private static IEnumerable<string> PackagesIn(FileInfo lockFile)
    {
        using var json = JsonDocument.Parse(File.ReadAllText(lockFile.FullName));
        return
        [
            .. json.RootElement.GetProperty("dependencies").EnumerateObject().SelectMany(framework => framework.Value.EnumerateObject())
                .Where(package => package.Value.GetProperty("type").GetString() != "Project").Select(package => package.Name),
        ];
    }

    private static IEnumerable<string> AssetsIn(FileInfo packageFile)
    {
        using var json = JsonDocument.Parse(File.ReadAllText(packageFile.FullName));
        return [.. json.RootElement.GetProperty("dependencies").EnumerateObject().Select(asset => asset.Name)];
    }
}
