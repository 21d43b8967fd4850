namespace Anfragen.Cli;

/// <summary>What a script learns from the program's end.</summary>
internal static class ExitCodes
{
    public const int Done = 0;

    /// <summary>Refused, with the sentence on stderr; for <c>verify</c>: contradictions were found.</summary>
    public const int Refused = 1;

    /// <summary>The command line itself is wrong.</summary>
    public const int Usage = 2;

    /// <summary>An error nobody foresaw (EX_SOFTWARE), as a sentence; with ANFRAGEN_DEBUG=1 the whole of it.</summary>
    public const int Failed = 70;

    /// <summary>Broken off by Ctrl+C, as shells number it.</summary>
    public const int Cancelled = 130;
}
