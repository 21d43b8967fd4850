using System.Diagnostics;
using System.Text.RegularExpressions;
using Anfragen.Application.Tests.Database;
using Anfragen.Cli;

namespace Anfragen.Web.Tests.Cli;

public sealed partial class BackupCommandTests(DemoRoot demo) : IClassFixture<DemoRoot>
{
    [Fact]
    public async Task A_backup_goes_into_another_root_and_both_commands_tell_what_they_did()
    {
        using var other = new CliRoot();
        var file = other.File("sicherung.db");

        var written = await demo.Root.Run("backup", file);
        var restored = await other.Run("restore", file);
        var refused = await other.Run("restore", file);
        var replaced = await other.Run("restore", file, "--replace");

        Assert.Equal((0, 0, 1, 0), (written.Code, restored.Code, refused.Code, replaced.Code));
        Assert.Contains($"Gesichert: {file}", written.Output, StringComparison.Ordinal);
        Assert.Contains("data/keys", written.Output, StringComparison.Ordinal);
        Assert.Contains("Prüfung: 100 %", written.Error, StringComparison.Ordinal);
        Assert.Equal(Digests(written.Output), Digests(restored.Output));
        Assert.Equal(2, Digests(written.Output).Count);
        Assert.Contains("--replace", refused.Error, StringComparison.Ordinal);
        Assert.Contains("anfragen.db.vor-", replaced.Output, StringComparison.Ordinal);
        Assert.Equal(HeadOf(await demo.Root.Run("verify")), HeadOf(await other.Run("verify")));
        Assert.Single(Directory.GetFiles(other.Path));
    }

    [Fact]
    public async Task Nothing_to_back_up_is_a_refusal()
    {
        using var empty = new CliRoot();

        var run = await empty.Run("backup", empty.File("sicherung.db"));

        Assert.Equal((1, ""), (run.Code, run.Output));
        Assert.Contains("gibt es nicht", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_restore_that_is_killed_leaves_the_old_database_or_the_new_one()
    {
        using var target = new CliRoot();
        var file = target.File("sicherung.db");
        await demo.Root.Run("backup", file);
        await target.Run("migrate");
        File.Copy(target.Database, target.File("old.db"));
        string[] possible = [HeadOf(await target.Run("verify")), HeadOf(await demo.Root.Run("verify"))];
        var whole = Stopwatch.StartNew();
        using (var process = Restore(target, file)) await process.WaitForExitAsync();
        whole.Stop();
        Assert.Equal(possible[1], HeadOf(await target.Run("verify")));

        foreach (var share in (double[])[0.3, 0.5, 0.6, 0.7, 0.75, 0.8, 0.9])
        {
            foreach (var left in Directory.GetFiles(Path.GetDirectoryName(target.Database)!)) File.Delete(left);
            File.Copy(target.File("old.db"), target.Database);
            using var process = Restore(target, file);
            await Task.WhenAny(process.WaitForExitAsync(), Task.Delay(whole.Elapsed * share));
            process.Kill();
            await process.WaitForExitAsync();

            var verified = await target.Run("verify");
            Assert.Equal(0, verified.Code);
            Assert.Contains(HeadOf(verified), possible);
        }
    }

    [PostgreSqlFact]
    public async Task A_restore_into_PostgreSQL_that_is_killed_leaves_the_old_database_or_the_new_one()
    {
        using var root = new CliRoot();
        var (source, target, file) = (await PostgreSqlDatabase.New(), await PostgreSqlDatabase.New(), root.File("sicherung.dump"));
        Assert.Equal(0, (await root.Run("demo", "--database", source)).Code);
        Assert.Equal(0, (await root.Run("backup", file, "--database", source)).Code);
        await root.Run("migrate", "--database", target);
        var old = HeadOf(await root.Run("verify", "--database", target));
        var whole = Stopwatch.StartNew();
        using (var process = Restore(root, file, "--database", target)) await process.WaitForExitAsync();
        whole.Stop();
        var restored = HeadOf(await root.Run("verify", "--database", target));
        Assert.NotEqual(old, restored);

        foreach (var share in (double[])[0.3, 0.5, 0.7, 0.9])
        {
            var again = await PostgreSqlDatabase.New();
            await root.Run("migrate", "--database", again);
            using var process = Restore(root, file, "--database", again);
            await Task.WhenAny(process.WaitForExitAsync(), Task.Delay(whole.Elapsed * share));
            process.Kill(entireProcessTree: true);
            await process.WaitForExitAsync();

            var verified = await root.Run("verify", "--database", again);
            Assert.Equal(0, verified.Code);
            Assert.Contains(HeadOf(verified), (string[])[old, restored]);
        }
    }

    private static Process Restore(CliRoot root, string file, params string[] more)
    {
        var start = new ProcessStartInfo("dotnet", [typeof(CommandLine).Assembly.Location, "restore", file, "--replace", "--root", root.Path, .. more])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        return Process.Start(start)!;
    }

    private static string HeadOf(CliRun verified) => Digests(verified.Output)[^1];

    private static IReadOnlyList<string> Digests(string output) => [.. Sha256().Matches(output).Select(match => match.Value)];

    [GeneratedRegex("[0-9a-f]{64}")]
    private static partial Regex Sha256();
}
