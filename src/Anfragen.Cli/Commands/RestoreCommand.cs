using System.CommandLine;

namespace Anfragen.Cli.Commands;

internal static class RestoreCommand
{
    public static Command Create(Terminal terminal)
    {
        var file = new Argument<string>("DATEI") { Description = "Eine Sicherung, geschrieben von anfragen backup" };
        var replace = new Option<bool>("--replace") { Description = "Eine Datenbank ersetzen, die schon einen Inhalt hat" };

        var withFindings = new Option<bool>("--with-findings") { Description = "Auch eine Sicherung einspielen, in der sich Journal und Inhalt widersprechen" };

        var command = new DocumentedCommand(
            "restore",
            "Prüft eine Sicherung und setzt sie an die Stelle der Datenbank. Der Dienst muss dafür beendet sein. Wird das Programm mittendrin beendet, gilt die alte Datenbank oder die neue, nie ein Gemisch.",
            "anfragen restore sicherung.db --replace") { file, replace, withFindings };
        command.SetAction(async (parse, cancel) =>
        {
            await using var host = AnfragenHost.Open(parse);
            var report = await terminal.WithProgress(
                "Prüfung",
                progress => host.Backup.Restore(parse.GetRequiredValue(file), parse.GetValue(replace), parse.GetValue(withFindings), progress, cancel));

            terminal.Output.WriteLine($"Wiederhergestellt: {host.DatabaseName} aus {report.Source}");
            BackupCommand.Describe(terminal, report.Sha256, report.Content);
            foreach (var migration in report.Migrated) terminal.Output.WriteLine($"Auf den Stand dieses Programms gebracht: {migration}");
            if (report.Kept is { } kept) terminal.Output.WriteLine($"Die Datenbank von vorher liegt unter {kept}.");
            return BackupCommand.Outcome(terminal, report.Content);
        });
        return command;
    }
}
