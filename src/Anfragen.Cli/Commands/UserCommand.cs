using System.CommandLine;

namespace Anfragen.Cli.Commands;

internal static class UserCommand
{
    public static Command Create(Terminal terminal) =>
        new DocumentedCommand("user", "Verwaltet Konten.", UserAddCommand.Example) { UserAddCommand.Create(terminal), UserPasswordCommand.Create(terminal) };
}
