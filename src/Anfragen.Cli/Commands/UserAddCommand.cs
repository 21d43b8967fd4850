using System.CommandLine;
using Anfragen.Application.Accounts;
using Anfragen.Domain.Council;

namespace Anfragen.Cli.Commands;

internal static class UserAddCommand
{
    public const string Example =
        "anfragen user add --name \"Anna Richter\" --login a.richter --role Administrator --organization Stadtverwaltung";

    private const string Roles =
        "GroupMember (Fraktion), CouncilOffice (Ratsbüro), DepartmentStaff (Sachbearbeitung), HeadOfDepartment (Leitung), MayorsOffice (OB-Büro), Administrator";

    public static Command Create(Terminal terminal)
    {
        var name = new Option<string>("--name") { Description = "Name der Person", HelpName = "NAME" };
        var login = new Option<string>("--login") { Description = "Womit sie sich anmeldet", HelpName = "ANMELDUNG" };
        var role = new Option<Role>("--role") { Description = $"Ihre erste Rolle: {Roles}", HelpName = "ROLLE" };
        var organization = new Option<string>("--organization")
        {
            Description = "Name oder Kennung der Organisation, in der die Rolle gilt; die Stadt selbst heißt Stadtverwaltung",
            HelpName = "ORGANISATION",
        };
        var passwordFile = PasswordInput.Option();
        var command = new DocumentedCommand("add", "Legt ein Konto mit seiner ersten Rolle an.", Example);
        foreach (var needed in (Option[])[name, login, role, organization]) command.Need(needed);
        command.Add(passwordFile);
        command.SetAction(async (parse, cancel) =>
        {
            await using var host = await AnfragenHost.OpenMigrated(parse, cancel);
            var request = new AddAccount
            {
                Name = parse.GetRequiredValue(name),
                Login = parse.GetRequiredValue(login),
                Role = parse.GetRequiredValue(role),
                Organization = parse.GetRequiredValue(organization),
                Password = await PasswordInput.Read(parse.GetValue(passwordFile), terminal, cancel),
            };
            await host.Send(request, cancel);
            terminal.Output.WriteLine($"Das Konto {request.Login} ist angelegt.");
            return ExitCodes.Done;
        });
        return command;
    }
}
