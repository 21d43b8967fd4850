using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;

namespace Anfragen.Cli;

/// <summary>A command whose help ends with an example.</summary>
internal sealed class DocumentedCommand(string name, string description, string example) : Command(name, description)
{
    public string Example => example;
}

/// <summary>The usual help, then the example of the command.</summary>
internal sealed class HelpWithExample(HelpAction help) : SynchronousCommandLineAction
{
    public override bool ClearsParseErrors => true;

    public override int Invoke(ParseResult parse)
    {
        var code = help.Invoke(parse);
        var example = (parse.CommandResult.Command as DocumentedCommand)?.Example ?? CommandLine.Example;
        var output = parse.InvocationConfiguration.Output;
        output.WriteLine("Beispiel:");
        output.WriteLine($"  {example}");
        output.WriteLine();
        return code;
    }
}
