using System.Diagnostics;
using Anfragen.Cli;
using Anfragen.Infrastructure;
using Microsoft.Extensions.Configuration;

namespace Anfragen.Web.Tests.Cli;

/// <summary>What a command left behind.</summary>
public sealed record CliRun(int Code, string Output, string Error)
{
    /// <summary>Runs in this process; nobody sits at the terminal.</summary>
    internal static Task<CliRun> Of(params string[] args) => WithInput("", args);

    /// <summary>Runs in this process with something to read.</summary>
    internal static async Task<CliRun> WithInput(string input, params string[] args)
    {
        using var output = new StringWriter();
        using var error = new StringWriter();
        var code = await CommandLine.Run(args, new Terminal(new StringReader(input), output, error));
        return new(code, output.ToString(), error.ToString());
    }

    /// <summary>Runs the program itself, in a folder.</summary>
    internal static async Task<CliRun> In(string folder, IReadOnlyDictionary<string, string> environment, params string[] args)
    {
        var start = new ProcessStartInfo("dotnet", [typeof(CommandLine).Assembly.Location, .. args])
        {
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var (name, value) in environment) start.Environment[name] = value;
        using var process = Process.Start(start)!;
        var error = process.StandardError.ReadToEndAsync();
        var output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        return new(process.ExitCode, output, await error);
    }
}

/// <summary>A root of a test's own, with the program's migrations and templates.</summary>
public sealed class CliRoot : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("anfragen-cli-");

    public CliRoot()
    {
        var product = AnfragenRoot.Find(new ConfigurationBuilder().Build());
        Directory.CreateSymbolicLink(System.IO.Path.Combine(Path, "migrations"), product.Migrations);
        Directory.CreateSymbolicLink(System.IO.Path.Combine(Path, "templates"), product.Templates);
    }

    public string Path => _folder.FullName;

    public string Database => System.IO.Path.Combine(Path, "data", "anfragen.db");

    public string File(string name) => System.IO.Path.Combine(Path, name);

    /// <summary>Runs a command on this root's database.</summary>
    public Task<CliRun> Run(params string[] args) => CliRun.Of([.. args, "--root", Path]);

    public void Dispose() => _folder.Delete(recursive: true);
}
