using System.CommandLine;

namespace Anfragen.Cli.Commands;

internal static class PdfCommand
{
    public static Command Create(Terminal terminal) =>
        new DocumentedCommand("pdf", "Prüft Antwortschreiben als Dateien.", PdfVerifyCommand.Example) { PdfVerifyCommand.Create(terminal) };
}
