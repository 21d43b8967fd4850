using Spectre.Console;

namespace Anfragen.Cli;

/// <summary>What a command reads and writes. Results go to the output; progress, questions and refusals to the error output.</summary>
/// <param name="input">Where a password comes from when nobody can be asked.</param>
/// <param name="output">For results.</param>
/// <param name="error">For everything else.</param>
/// <param name="screen">Draws on the error output, or null when that is redirected: then there are plain lines.</param>
/// <param name="canAsk">Whether somebody sits in front of the input.</param>
internal sealed class Terminal(TextReader input, TextWriter output, TextWriter error, IAnsiConsole? screen = null, bool canAsk = false)
{
    public TextReader Input => input;

    public TextWriter Output => output;

    public TextWriter Error => error;

    public static Terminal OfThisProcess() => new(
        Console.In, Console.Out, Console.Error,
        Console.IsErrorRedirected ? null : AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(Console.Error) }),
        !Console.IsInputRedirected && !Console.IsErrorRedirected);

    /// <summary>Shows how far the work is: a bar on a screen, else a line for each fifth.</summary>
    public async Task<T> WithProgress<T>(string what, Func<IProgress<double>, Task<T>> work)
    {
        if (screen is null) return await work(new ProgressLines(what, error));

        return await screen.Progress()
            .Columns(new TaskDescriptionColumn(), new ProgressBarColumn(), new PercentageColumn(), new ElapsedTimeColumn())
            .StartAsync(async context =>
            {
                var bar = context.AddTask(Markup.Escape(what), maxValue: 1);
                var result = await work(new ProgressBar(bar));
                bar.Value = 1;
                return result;
            });
    }

    /// <summary>The first line of the input, or what somebody types unseen, twice.</summary>
    public async Task<string> ReadPassword(CancellationToken cancel)
    {
        if (screen is null || !canAsk) return await input.ReadLineAsync(cancel) ?? "";

        var password = await Ask("Passwort:", cancel);
        return await Ask("Passwort wiederholen:", cancel) == password ? password : throw new Refused("Die beiden Eingaben stimmen nicht überein.");
    }

    private Task<string> Ask(string question, CancellationToken cancel) =>
        new TextPrompt<string>(question).Secret(null).AllowEmpty().ShowAsync(screen!, cancel);

    private sealed class ProgressBar(ProgressTask bar) : IProgress<double>
    {
        public void Report(double share) => bar.Value = share;
    }

    private sealed class ProgressLines(string what, TextWriter error) : IProgress<double>
    {
        private int _fifths;

        public void Report(double share)
        {
            var fifths = (int)(share * 5);
            if (fifths <= _fifths) return;
            _fifths = fifths;
            error.WriteLine($"{what}: {fifths * 20} %");
        }
    }
}
