using System.CommandLine;
using System.Globalization;
using Anfragen.Application;
using Anfragen.Application.Deadlines;

namespace Anfragen.Cli.Commands;

internal static class DeadlineCommand
{
    public static Command Create(Terminal terminal)
    {
        var rules = new Option<string>("--rules") { Description = "Regelwerk, eine Datei in templates/rules", HelpName = "NAME" };
        var kind = new Option<string?>("--kind") { Description = "Art der Anfrage; ohne Angabe die erste des Regelwerks", HelpName = "ART" };
        var received = new Option<DateOnly>("--received")
        {
            Description = "Tag, mit dem die Frist beginnt, meist der des Eingangs",
            HelpName = "JJJJ-MM-TT",
            CustomParser = result =>
            {
                if (DateOnly.TryParseExact(result.Tokens[0].Value, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)) return day;
                result.AddError($"„{result.Tokens[0].Value}“ ist kein Datum wie 2025-09-05.");
                return default;
            },
        };
        var command = new DocumentedCommand(
            "deadline",
            "Rechnet aus, wann die Antwort auf eine Anfrage fällig wäre, und sagt warum. In der ersten Zeile steht der Tag; ist die Frist einer Stadt nicht bekannt, endet der Befehl mit 1.",
            "anfragen deadline --rules muenchen --received 2025-09-05") { kind };
        command.Need(rules);
        command.Need(received);
        command.SetAction(async (parse, cancel) =>
        {
            await using var host = AnfragenHost.Open(parse);
            var calculation = await Calculate(host, parse.GetRequiredValue(rules), parse.GetValue(kind), parse.GetRequiredValue(received), cancel);
            if (calculation.Due is not { } due)
            {
                terminal.Output.WriteLine("noch zu bestätigen");
                terminal.Output.WriteLine($"{calculation.City}, {calculation.Rule.Title}: Die Dauer der Frist ist nicht bekannt ({calculation.Rule.LegalBasis}).");
                return ExitCodes.Refused;
            }

            terminal.Output.WriteLine(due.Day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
            foreach (var reason in due.Reasons) terminal.Output.WriteLine(reason);
            return ExitCodes.Done;
        });
        return command;
    }

    private static async Task<DueDateCalculation> Calculate(AnfragenHost host, string rules, string? kind, DateOnly received, CancellationToken cancel)
    {
        try
        {
            return await host.Send(new CalculateDueDate { Rules = rules, Kind = kind, Received = received }, cancel);
        }
        catch (FileMistakes mistakes)
        {
            throw new Refused($"{rules}.yaml", mistakes);
        }
    }
}
