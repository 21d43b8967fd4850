using System.CommandLine;
using Anfragen.Application;
using Anfragen.Application.Inquiries;

namespace Anfragen.Cli.Commands;

internal static class ExportCommand
{
    public static Command Create(Terminal terminal)
    {
        var number = new Argument<string>("NUMMER") { Description = "Nummer der Anfrage" };
        var output = new Option<FileInfo>("--out") { Description = "Wohin die Akte geschrieben wird", HelpName = "DATEI" };
        var force = new Option<bool>("--force") { Description = "Eine Datei, die es schon gibt, überschreiben" };

        var command = new DocumentedCommand(
            "export",
            "Schreibt die vollständige Akte einer Anfrage als ZIP: alle Fassungen, Zuarbeiten, Mitzeichnungen, Fristen, Schreiben und Anlagen, das Journal und ein Verzeichnis mit Prüfsummen.",
            "anfragen export 1435/2025 --out akte.zip") { number, force };
        command.Need(output);
        command.SetAction(async (parse, cancel) =>
        {
            await using var host = await AnfragenHost.OpenMigrated(parse, cancel);
            var (wanted, target) = (parse.GetRequiredValue(number), parse.GetRequiredValue(output));
            var overwrite = parse.GetValue(force);
            if (target.Exists && !overwrite) throw Exists(target);

            var file = await Export(host, wanted, target, overwrite, cancel);
            terminal.Output.WriteLine($"Geschrieben: {target.FullName} ({file.Entries} Dateien)");
            return ExitCodes.Done;
        });
        return command;
    }

    // Beside the target first, so that a file that was there is replaced by a whole one or not at all.
    private static async Task<CaseFile> Export(AnfragenHost host, string number, FileInfo target, bool overwrite, CancellationToken cancel)
    {
        var part = new FileInfo(target.FullName + ".part");
        try
        {
            var file = await Write(host, number, part, cancel);
            part.MoveTo(target.FullName, overwrite);
            return file;
        }
        catch (NotFound exception)
        {
            throw new Refused($"Eine Anfrage {number} gibt es nicht.", exception);
        }
        catch (IOException exception) when (!overwrite && File.Exists(target.FullName))
        {
            throw Exists(target, exception);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new Refused($"Die Datei „{target}“ lässt sich nicht schreiben. Gibt es den Ordner, und darf dort geschrieben werden?", exception);
        }
        finally
        {
            if (File.Exists(part.FullName)) File.Delete(part.FullName);
        }
    }

    private static async Task<CaseFile> Write(AnfragenHost host, string number, FileInfo part, CancellationToken cancel)
    {
        Stream? stream = null;
        try
        {
            return await host.Send(new ExportInquiry { Number = number, Open = _ => stream = part.Create() }, cancel);
        }
        finally
        {
            if (stream is not null) await stream.DisposeAsync();
        }
    }

    private static Refused Exists(FileInfo target, Exception? cause = null) =>
        new($"„{target}“ gibt es schon. Mit --force wird die Datei überschrieben.", cause);
}
