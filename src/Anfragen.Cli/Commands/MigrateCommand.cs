using System.CommandLine;

namespace Anfragen.Cli.Commands;

internal static class MigrateCommand
{
    public static Command Create(Terminal terminal)
    {
        var command = new DocumentedCommand(
            "migrate",
            "Bringt die Datenbank auf den Stand dieses Programms und legt sie an, wenn es sie noch nicht gibt.",
            "anfragen migrate --database \"Host=localhost;Database=anfragen;Username=anfragen\"");
        command.SetAction(async (parse, cancel) =>
        {
            await using var host = AnfragenHost.Open(parse);
            var applied = await terminal.WithProgress("Datenbank", progress => host.Migrate(progress, cancel));
            foreach (var migration in applied) terminal.Output.WriteLine($"Ausgeführt: {migration}");
            terminal.Output.WriteLine($"Die Datenbank ist auf dem neuesten Stand: {host.DatabaseName}");
            return ExitCodes.Done;
        });
        return command;
    }
}
