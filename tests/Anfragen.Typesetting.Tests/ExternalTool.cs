using System.Diagnostics;
using Xunit.Abstractions;

namespace Anfragen.Typesetting.Tests;

/// <summary>
/// Runs a command that judges our files from outside. Where it is not installed the test says so and passes, unless CI_REQUIRE_ALL=1.
/// </summary>
internal static class ExternalTool
{
    /// <summary>Output of the command on the file, or null if it is not installed. A failing command fails the test.</summary>
    public static async Task<string?> RunAsync(ITestOutputHelper output, string command, byte[] pdf, params string[] arguments)
    {
        if (!Installed(command))
        {
            output.WriteLine($"Skipped: '{command}' is not installed.");
            Assert.NotEqual("1", Environment.GetEnvironmentVariable("CI_REQUIRE_ALL"));
            return null;
        }

        string file = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName() + ".pdf");
        try
        {
            await File.WriteAllBytesAsync(file, pdf);
            var start = new ProcessStartInfo(command) { RedirectStandardOutput = true, RedirectStandardError = true };
            foreach (string argument in arguments)
            {
                start.ArgumentList.Add(argument == "FILE" ? file : argument);
            }

            using Process process = Process.Start(start)!;
            Task<string> errors = process.StandardError.ReadToEndAsync();
            string text = await process.StandardOutput.ReadToEndAsync();
            await process.WaitForExitAsync();
            Assert.True(process.ExitCode == 0, $"{command}: {text}{await errors}");
            Assert.Equal("", await errors);
            return text;
        }
        finally
        {
            File.Delete(file);
        }
    }

    private static bool Installed(string command) =>
        (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator).Any(folder => File.Exists(Path.Combine(folder, command)));
}
