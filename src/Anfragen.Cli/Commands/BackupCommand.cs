using System.CommandLine;
using Anfragen.Infrastructure.Backup;

namespace Anfragen.Cli.Commands;

internal static class BackupCommand
{
    public static Command Create(Terminal terminal)
    {
        var file = new Argument<string>("DATEI") { Description = "Wohin gesichert wird; die Datei darf es noch nicht geben" };
        var rehearse = new Option<bool>("--rehearse") { Description = "PostgreSQL: die Sicherung zur Probe in eine eigene Datenbank einspielen (braucht CREATEDB)" };

        var command = new DocumentedCommand(
            "backup",
            "Sichert die Datenbank in eine Datei, auch während gearbeitet wird, und prüft die Sicherung. Die beiden Prüfsummen gehören an einen anderen Ort als die Sicherung.",
            "anfragen backup sicherung.db") { file, rehearse };
        command.SetAction(async (parse, cancel) =>
        {
            await using var host = AnfragenHost.Open(parse);
            var report = await terminal.WithProgress(
                "Prüfung", progress => host.Backup.Write(parse.GetRequiredValue(file), parse.GetValue(rehearse), progress, cancel));

            terminal.Output.WriteLine($"Gesichert: {report.Path} ({report.Size:N0} Bytes) aus {host.DatabaseName}");
            Describe(terminal, report.Sha256, report.Content);
            terminal.Output.WriteLine(DatabaseBackup.NotContained);
            return Outcome(terminal, report.Content);
        });
        return command;
    }

    /// <summary>What is told of a backup when it is written and when it is restored, so that the two can be held against each other.</summary>
    public static void Describe(Terminal terminal, string sha256, BackupContent content)
    {
        terminal.Output.WriteLine($"Prüfsumme der Datei (SHA-256): {sha256}");
        terminal.Output.WriteLine($"Einträge im Journal: {content.Entries:N0}, Dateien: {content.Files:N0}");
        terminal.Output.WriteLine($"Prüfsumme des letzten Eintrags: {content.HeadHash}");
        terminal.Output.WriteLine($"Geprüft: {content.Verified}.");
    }

    /// <summary>Tells contradictions to people and to scripts.</summary>
    public static int Outcome(Terminal terminal, BackupContent content)
    {
        if (content.Contradiction is not { } contradiction) return ExitCodes.Done;
        terminal.Error.WriteLine($"Achtung: {contradiction}");
        return ExitCodes.Refused;
    }
}
