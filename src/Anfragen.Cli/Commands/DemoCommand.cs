using System.CommandLine;
using Anfragen.Infrastructure.Demo;

namespace Anfragen.Cli.Commands;

internal static class DemoCommand
{
    public static Command Create(Terminal terminal)
    {
        var command = new DocumentedCommand(
            "demo",
            "Füllt eine leere Datenbank mit der Beispielstadt: Mainz mit der Antwort 1435/2025 und erfundenen Anfragen in jedem Stand.",
            "anfragen demo --database \"Data Source=demo.db\"");
        command.SetAction(async (parse, cancel) =>
        {
            await using var host = AnfragenHost.Open(parse);
            await terminal.WithProgress("Datenbank", progress => host.Migrate(progress, cancel));
            host.UseDemoSeal();
            if (!await terminal.WithProgress("Beispielstadt", progress => DemoCity.Load(host.Configuration, progress, cancel)))
            {
                throw new Refused($"Die Datenbank ({host.DatabaseName}) ist nicht leer; die Beispielstadt wird nur in eine leere geladen.");
            }

            terminal.Output.WriteLine($"Die Beispielstadt ist geladen: {host.DatabaseName}");
            terminal.Output.WriteLine($"Das Passwort aller Konten ist {DemoCity.Password}. Konten:");
            foreach (var account in DemoCity.Accounts) terminal.Output.WriteLine($"  {account.Login,-22} {account.Name}, {account.Organization}");
            return ExitCodes.Done;
        });
        return command;
    }
}
