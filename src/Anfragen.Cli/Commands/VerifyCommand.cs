using System.CommandLine;
using Anfragen.Application.Journal;

namespace Anfragen.Cli.Commands;

internal static class VerifyCommand
{
    public static Command Create(Terminal terminal)
    {
        var command = new DocumentedCommand(
            "verify",
            "Prüft das Journal und alles, was es bezeugt: Fassungen, Zuarbeiten, Antwortschreiben, Unterschriften, Dateien. Die Prüfsumme des letzten Eintrags, außerhalb aufbewahrt, beweist später, dass nichts abgeschnitten wurde.",
            "anfragen verify");
        command.SetAction(async (parse, cancel) =>
        {
            await using var host = await AnfragenHost.OpenMigrated(parse, cancel);
            var verdict = await terminal.WithProgress("Journal", progress => host.Send(new VerifyJournal(progress), cancel));

            terminal.Output.WriteLine($"Einträge: {verdict.Entries:N0}, davon mit gelöschter Begründung: {verdict.ErasedReasons:N0}");
            terminal.Output.WriteLine($"Prüfsumme des letzten Eintrags: {verdict.HeadHash}");
            if (verdict.Findings.Count == 0)
            {
                terminal.Output.WriteLine("Es gibt keinen Widerspruch.");
                return ExitCodes.Done;
            }

            foreach (var finding in verdict.Findings) terminal.Error.WriteLine(finding);
            return ExitCodes.Refused;
        });
        return command;
    }
}
