using System.CommandLine;

namespace Anfragen.Cli.Commands;

internal static class ReindexCommand
{
    public static Command Create(Terminal terminal)
    {
        var command = new DocumentedCommand(
            "reindex",
            "Baut den Suchindex neu auf. Währenddessen läuft der Dienst weiter, die Suche findet aber noch nicht alles. Wird der Befehl unterbrochen, holt der Dienst den Rest nach.",
            "anfragen reindex");
        command.SetAction(async (parse, cancel) =>
        {
            await using var host = await AnfragenHost.OpenMigrated(parse, cancel);
            var inquiries = await terminal.WithProgress("Suchindex", progress => host.SearchIndexer.Rebuild(progress, cancel));
            terminal.Output.WriteLine($"Neu aufgenommen: {inquiries:N0} Anfragen");
            return ExitCodes.Done;
        });
        return command;
    }
}
