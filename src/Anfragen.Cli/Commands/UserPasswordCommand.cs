using System.CommandLine;
using Anfragen.Application.Accounts;

namespace Anfragen.Cli.Commands;

internal static class UserPasswordCommand
{
    public static Command Create(Terminal terminal)
    {
        var login = new Option<string>("--login") { Description = "Die Anmeldung des Kontos", HelpName = "ANMELDUNG" };
        var passwordFile = PasswordInput.Option();
        var command = new DocumentedCommand("password", "Setzt das Passwort eines Kontos und beendet seine Sitzungen.", "anfragen user password --login a.richter");
        command.Need(login);
        command.Add(passwordFile);
        command.SetAction(async (parse, cancel) =>
        {
            await using var host = await AnfragenHost.OpenMigrated(parse, cancel);
            var request = new SetPassword { Login = parse.GetRequiredValue(login), Password = await PasswordInput.Read(parse.GetValue(passwordFile), terminal, cancel) };
            await host.Send(request, cancel);
            terminal.Output.WriteLine($"Das Passwort von {request.Login} ist gesetzt.");
            return ExitCodes.Done;
        });
        return command;
    }
}
