using System.CommandLine;
using Anfragen.Infrastructure.Replies;

namespace Anfragen.Cli.Commands;

internal static class CheckTemplatesCommand
{
    public static Command Create(Terminal terminal)
    {
        var folder = new Option<DirectoryInfo?>("--folder") { Description = "Ordner mit den Vorlagen; ohne Angabe der eingestellte unter templates", HelpName = "ORDNER" };
        var output = new Option<DirectoryInfo?>("--out") { Description = "Ordner, in den die Schreiben als PDF geschrieben werden", HelpName = "ORDNER" };
        var command = new DocumentedCommand(
            "check-templates",
            "Setzt jedes Schreiben einer Stadt mit den Beispieldaten, auch mit dem Briefkopf aus ihrer city.yaml, und nennt jeden Fehler mit Datei, Zeile und dem, was erlaubt ist. Braucht keine Datenbank.",
            "anfragen check-templates --folder templates/mainz --out /tmp/muster") { folder, output };
        command.SetAction(async (parse, cancel) =>
        {
            await using var host = AnfragenHost.Open(parse);
            var target = parse.GetValue(folder)?.FullName ?? host.TemplateFolder;
            if (!Directory.Exists(target)) throw new Refused($"Den Ordner „{target}“ gibt es nicht.");
            var templates = host.TemplateCheck.Run(target);
            if (parse.GetValue(output) is { } wanted) await Write(templates, wanted, cancel);
            return Report(terminal, templates) ? ExitCodes.Done : ExitCodes.Refused;
        });
        return command;
    }

    private static async Task Write(IReadOnlyList<CheckedTemplate> templates, DirectoryInfo folder, CancellationToken cancel)
    {
        try
        {
            folder.Create();
            foreach (var template in templates.Where(template => template.Pdf is not null))
            {
                var name = Path.ChangeExtension(Path.GetFileName(template.File), ".pdf");
                await File.WriteAllBytesAsync(Path.Combine(folder.FullName, name), template.Pdf!, cancel);
            }
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new Refused($"In den Ordner „{folder}“ lässt sich nicht schreiben.", exception);
        }
    }

    private static bool Report(Terminal terminal, IReadOnlyList<CheckedTemplate> templates)
    {
        foreach (var template in templates)
        {
            foreach (var mistake in template.Mistakes) terminal.Error.WriteLine(mistake);
            if (template.Mistakes.Count == 0) terminal.Output.WriteLine($"{template.File}: {Result(template)}");
            foreach (var warning in template.Warnings) terminal.Output.WriteLine($"    Hinweis: {warning}");
        }

        var wrong = templates.Count(template => template.Mistakes.Count > 0);
        terminal.Output.WriteLine(wrong == 0 ? "Alle Vorlagen sind in Ordnung." : $"{wrong} von {templates.Count} Dateien sind nicht zu gebrauchen.");
        return wrong == 0;
    }

    private static string Result(CheckedTemplate template) => template.Pages switch
    {
        null => "in Ordnung",
        1 => "1 Seite",
        var pages => $"{pages} Seiten",
    };
}
