using System.CommandLine;
using Anfragen.Application.Replies;

namespace Anfragen.Cli.Commands;

internal static class PdfVerifyCommand
{
    public const string Example = "anfragen pdf verify antwort.pdf";

    public static Command Create(Terminal terminal)
    {
        var file = new Argument<FileInfo>("DATEI") { Description = "Das PDF" };
        var command = new DocumentedCommand(
            "verify",
            "Prüft, ob eine Datei ein Antwortschreiben ist, wie es ausgestellt wurde, ob es noch gilt und was ihr elektronisches Siegel sagt. Rückgabe 0 nur, wenn beides stimmt.",
            Example) { file };
        command.SetAction(async (parse, cancel) =>
        {
            await using var host = await AnfragenHost.OpenMigrated(parse, cancel);
            var verdict = await host.Send(new VerifyReplyFile { Content = await Read(parse.GetRequiredValue(file), cancel) }, cancel);

            var output = verdict.Holds ? terminal.Output : terminal.Error;
            output.WriteLine(verdict.Headline());
            foreach (var sentence in verdict.Sentences()) output.WriteLine(sentence);
            output.WriteLine($"Prüfsumme (SHA-256): {verdict.Sha256}");
            return verdict.Holds ? ExitCodes.Done : ExitCodes.Refused;
        });
        return command;
    }

    private static async Task<byte[]> Read(FileInfo file, CancellationToken cancel)
    {
        try
        {
            return await File.ReadAllBytesAsync(file.FullName, cancel);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new Refused($"Die Datei „{file}“ gibt es nicht, oder sie lässt sich nicht lesen.", exception);
        }
    }
}
