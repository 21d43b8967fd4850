using System.CommandLine;
using Anfragen.Application;
using Anfragen.Application.Replies;

namespace Anfragen.Cli.Commands;

internal static class RenderCommand
{
    public static Command Create(Terminal terminal)
    {
        var number = new Argument<string>("NUMMER") { Description = "Nummer der Anfrage" };
        var output = new Option<FileInfo>("--out") { Description = "Wohin das PDF geschrieben wird", HelpName = "DATEI" };
        var force = new Option<bool>("--force") { Description = "Eine Datei, die es schon gibt, überschreiben" };

        var command = new DocumentedCommand(
            "render",
            "Schreibt die Antwort auf eine Anfrage als PDF: die unterzeichnete oder, solange es keine gibt, den Entwurf.",
            "anfragen render 1435/2025 --out antwort.pdf") { number, force };
        command.Need(output);
        command.SetAction(async (parse, cancel) =>
        {
            await using var host = await AnfragenHost.OpenMigrated(parse, cancel);
            var (wanted, target) = (parse.GetRequiredValue(number), parse.GetRequiredValue(output));
            var overwrite = parse.GetValue(force);
            if (target.Exists && !overwrite) throw Exists(target);

            await Write(await Render(host, wanted, cancel), target, overwrite, cancel);
            terminal.Output.WriteLine($"Geschrieben: {target.FullName}");
            return ExitCodes.Done;
        });
        return command;
    }

    private static async Task<ReplyFile> Render(AnfragenHost host, string number, CancellationToken cancel)
    {
        try
        {
            return await host.Send(new RenderReply(number), cancel);
        }
        catch (NotFound exception)
        {
            throw new Refused($"Zu einer Anfrage {number} gibt es kein Antwortschreiben.", exception);
        }
    }

    private static async Task Write(ReplyFile file, FileInfo target, bool overwrite, CancellationToken cancel)
    {
        try
        {
            await using var stream = target.Open(overwrite ? FileMode.Create : FileMode.CreateNew, FileAccess.Write);
            await stream.WriteAsync(file.Bytes, cancel);
        }
        catch (IOException exception) when (!overwrite && File.Exists(target.FullName))
        {
            throw Exists(target, exception);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new Refused($"Die Datei „{target}“ lässt sich nicht schreiben. Gibt es den Ordner, und darf dort geschrieben werden?", exception);
        }
    }

    private static Refused Exists(FileInfo target, Exception? cause = null) =>
        new($"„{target}“ gibt es schon. Mit --force wird die Datei überschrieben.", cause);
}
