using System.CommandLine;
using Anfragen.Application;
using Anfragen.Application.Council;
using Anfragen.Domain;
using Anfragen.Domain.Council;
using Anfragen.Infrastructure.Council;

namespace Anfragen.Cli.Commands;

internal static class CityCommand
{
    private const string Example = "anfragen city import templates/mainz/city.yaml --dry-run";

    public static Command Create(Terminal terminal) =>
        new DocumentedCommand("city", "Verwaltet die Stammdaten der Stadt.", Example) { Import(terminal) };

    private static DocumentedCommand Import(Terminal terminal)
    {
        var file = new Argument<FileInfo>("DATEI") { Description = "Stammdaten als YAML; templates/mainz/city.yaml zeigt, wie sie aussehen" };
        var dryRun = new Option<bool>("--dry-run") { Description = "Zeigt nur, was sich ändern würde" };
        var command = new DocumentedCommand(
            "import", "Gleicht Organisationen, Personen, Rollen, Wahlperioden, Unterzeichnende, Nummern und Briefkopf mit einer Datei ab.", Example) { file, dryRun };
        command.SetAction(async (parse, cancel) =>
        {
            await using var host = await AnfragenHost.OpenMigrated(parse, cancel);
            var source = parse.GetRequiredValue(file);
            var isDryRun = parse.GetValue(dryRun);
            Print(terminal, await Run(host, source, isDryRun, cancel), isDryRun);
            return ExitCodes.Done;
        });
        return command;
    }

    private static async Task<CityImport> Run(AnfragenHost host, FileInfo source, bool dryRun, CancellationToken cancel)
    {
        try
        {
            var text = await File.ReadAllTextAsync(source.FullName, cancel);
            return await host.Send(new ImportCity { Text = text, DryRun = dryRun, Beside = CityFolder.Beside(source.FullName) }, cancel);
        }
        catch (FileMistakes mistakes)
        {
            throw new Refused(source.Name, mistakes);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new Refused($"Die Datei „{source}“ lässt sich nicht lesen.", exception);
        }
    }

    private static void Print(Terminal terminal, CityImport import, bool dryRun)
    {
        foreach (var change in import.Changes)
        {
            terminal.Output.WriteLine($"{Word(change.Step)} {change.Kind} {change.Title}");
            foreach (var particular in change.Particulars)
            {
                terminal.Output.WriteLine(particular.Before is null
                    ? $"    {particular.Name}: {particular.After}"
                    : $"    {particular.Name}: {particular.Before} → {particular.After ?? "–"}");
            }
        }

        foreach (var rest in import.NotInFile) terminal.Output.WriteLine($"Steht nicht in der Datei und bleibt: {rest}");
        terminal.Output.WriteLine(import.Changes.Count == 0
            ? "Nichts zu ändern."
            : dryRun ? $"{import.Changes.Count} Änderungen, keine ausgeführt." : $"{import.Changes.Count} Änderungen ausgeführt.");
    }

    private static string Word(Step step) => step switch
    {
        Step.AddEntry or Step.AddAccount or Step.GrantRole => "neu:",
        Step.EndEntry or Step.EndRole => "endet:",
        _ => "geändert:",
    };
}
