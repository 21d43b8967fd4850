using System.CommandLine;

namespace Anfragen.Cli.Commands;

/// <summary>Where a password comes from: never an argument, which the list of processes would show.</summary>
internal static class PasswordInput
{
    public static Option<FileInfo?> Option() => new("--password-file")
    {
        Description = "Datei, deren erste Zeile das Passwort ist; sonst wird es erfragt oder als Zeile der Eingabe gelesen",
        HelpName = "DATEI",
    };

    public static async Task<string> Read(FileInfo? file, Terminal terminal, CancellationToken cancel)
    {
        if (file is null) return await terminal.ReadPassword(cancel);
        try
        {
            using var reader = file.OpenText();
            return await reader.ReadLineAsync(cancel) ?? "";
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new Refused($"Die Datei „{file}“ lässt sich nicht lesen.", exception);
        }
    }
}
