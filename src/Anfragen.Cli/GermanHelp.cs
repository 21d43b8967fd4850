using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;
using System.CommandLine.Parsing;

namespace Anfragen.Cli;

/// <summary>The help of every command, with its example; the library's own is only partly translated.</summary>
internal sealed class GermanHelp : SynchronousCommandLineAction
{
    /// <summary>Help is wanted also where the rest of the line is wrong.</summary>
    public override bool ClearsParseErrors => true;

    public override int Invoke(ParseResult parse)
    {
        var (result, output) = (parse.CommandResult, parse.InvocationConfiguration.Output);
        var command = result.Command;
        output.WriteLine(command.Description);
        Section(output, "Aufruf", [(Usage(result), "")]);
        Section(output, "Befehle", command.Subcommands.Select(sub => (sub.Name, sub.Description)));
        Section(output, "Argumente", command.Arguments.Select(argument => (argument.Name, argument.Description)));
        Section(output, "Angaben", OptionsOf(result).Select(option => (Signature(option), Description(command, option))));
        Section(output, "Beispiel", [((command as DocumentedCommand)?.Example ?? CommandLine.Example, "")]);
        return ExitCodes.Done;
    }

    /// <summary>The command as it is typed: <c>anfragen user add</c>.</summary>
    public static string PathOf(CommandResult result) =>
        result.Parent is CommandResult parent ? $"{PathOf(parent)} {result.Command.Name}" : "anfragen";

    private static string Usage(CommandResult result)
    {
        IEnumerable<string> parts =
            [PathOf(result), .. result.Command.Arguments.Select(argument => argument.Name), result.Command.Subcommands.Count > 0 ? "BEFEHL" : "", "[ANGABEN]"];
        return string.Join(' ', parts.Where(part => part.Length > 0));
    }

    private static IEnumerable<Option> OptionsOf(CommandResult result)
    {
        var own = result.Command.Options.Where(option => !option.Recursive).ToList();
        for (SymbolResult? symbol = result; symbol is CommandResult { Command: var command }; symbol = symbol.Parent)
        {
            own.AddRange(command.Options.Where(option => option.Recursive));
        }

        return own;
    }

    private static string Signature(Option option) => option.HelpName is { } value ? $"{option.Name} {value}" : option.Name;

    private static string? Description(Command command, Option option) => option switch
    {
        HelpOption => "Zeigt diese Hilfe",
        VersionOption => "Zeigt die Version",
        _ when command is DocumentedCommand documented && documented.Needs(option) => $"{option.Description} (nötig)",
        _ => option.Description,
    };

    private static void Section(TextWriter output, string title, IEnumerable<(string Name, string? Text)> lines)
    {
        var entries = lines.ToList();
        if (entries.Count == 0) return;
        var width = entries.Max(entry => entry.Name.Length);
        output.WriteLine();
        output.WriteLine($"{title}:");
        foreach (var (name, text) in entries) output.WriteLine($"  {name.PadRight(width)}  {text}".TrimEnd());
    }
}
