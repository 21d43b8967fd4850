using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;
using System.Globalization;
using Anfragen.Application;
using Anfragen.Application.Replies;
using Anfragen.Cli.Commands;
using Anfragen.Domain;
using Anfragen.Infrastructure.Backup;
using Anfragen.Infrastructure.Database;
using FluentValidation;

namespace Anfragen.Cli;

/// <summary>The whole command line: parses, runs one command, and turns every refusal into a sentence and an exit code.</summary>
internal static class CommandLine
{
    /// <summary>For the help of the program itself.</summary>
    public const string Example = "anfragen demo --database \"Data Source=demo.db\"";

    private const string Description = """
        Anfragen für die Betreuung des Systems: Datenbank, Stammdaten, Archiv, Konten, Antwortschreiben, Journal, Sicherung.

        Hauptverzeichnis und Datenbank sind dieselben wie die der Webanwendung, von jedem Ordner aus: --root und --database, sonst die
        Umgebungsvariablen Anfragen__Root und Anfragen__Database, sonst der Ordner über dem Programm, in dem „migrations“ liegt, und
        darin data/anfragen.db. Was nur in der appsettings.json der Webanwendung steht, gilt hier nicht.

        Rückgabe: 0 erledigt, 1 abgelehnt (Satz auf der Fehlerausgabe), 2 falscher Aufruf, 70 unerwarteter Fehler
        (mit ANFRAGEN_DEBUG=1 ausführlich).
        """;

    public static async Task<int> Run(IReadOnlyList<string> args, Terminal terminal, CancellationToken cancel = default)
    {
        CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo("de-DE");
        var parse = Root(terminal).Parse(args);
        if (parse.Action is ParseErrorAction) return Misused(parse, terminal);

        try
        {
            var invocation = new InvocationConfiguration { Output = terminal.Output, Error = terminal.Error, EnableDefaultExceptionHandler = false };
            return await parse.InvokeAsync(invocation, cancel);
        }
        catch (OperationCanceledException)
        {
            terminal.Error.WriteLine("Abgebrochen.");
            return ExitCodes.Cancelled;
        }
        catch (Exception exception)
        {
            return Failed(exception, terminal);
        }
    }

    private static RootCommand Root(Terminal terminal)
    {
        var root = new RootCommand(Description)
        {
            MigrateCommand.Create(terminal),
            DemoCommand.Create(terminal),
            CityCommand.Create(terminal),
            ImportCommand.Create(terminal),
            UserCommand.Create(terminal),
            DeadlineCommand.Create(terminal),
            RenderCommand.Create(terminal),
            ExportCommand.Create(terminal),
            CheckTemplatesCommand.Create(terminal),
            VerifyCommand.Create(terminal),
            PdfCommand.Create(terminal),
            BackupCommand.Create(terminal),
            RestoreCommand.Create(terminal),
            ReindexCommand.Create(terminal),
        };
        root.Options.Add(AnfragenHost.Root);
        root.Options.Add(AnfragenHost.Database);
        root.Options.OfType<HelpOption>().Single().Action = new GermanHelp();
        return root;
    }

    private static int Misused(ParseResult parse, Terminal terminal)
    {
        foreach (var error in parse.Errors) terminal.Error.WriteLine(error.Message);
        terminal.Error.WriteLine($"Hilfe: {GermanHelp.PathOf(parse.CommandResult)} --help");
        return ExitCodes.Usage;
    }

    private static int Failed(Exception exception, Terminal terminal)
    {
        var refusals = SentencesOf(exception);
        foreach (var sentence in refusals) terminal.Error.WriteLine(sentence);
        if (refusals.Count == 0) terminal.Error.WriteLine($"Ein unerwarteter Fehler ist aufgetreten: {exception.Message}");

        if (Environment.GetEnvironmentVariable("ANFRAGEN_DEBUG") == "1") terminal.Error.WriteLine(exception);
        else if (refusals.Count == 0) terminal.Error.WriteLine("Ausführlich mit der Umgebungsvariable ANFRAGEN_DEBUG=1.");
        return refusals.Count == 0 ? ExitCodes.Failed : ExitCodes.Refused;
    }

    /// <summary>What a refusal says; nothing for an error that nobody foresaw.</summary>
    public static IReadOnlyList<string> SentencesOf(Exception exception) => exception switch
    {
        ValidationException invalid => [.. invalid.Errors.Select(failure => failure.ErrorMessage).Distinct()],
        Refused or RuleViolation or NotFound or Forbidden or MigrationRefused or BackupRefused or DatabaseBusy or SealRefused => [exception.Message],
        _ => [],
    };
}
