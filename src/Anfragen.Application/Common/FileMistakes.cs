namespace Anfragen.Application;

/// <summary>The file cannot be used; nothing was changed.</summary>
public sealed class FileMistakes(IReadOnlyList<FileMistake> mistakes)
    : Exception(string.Join('\n', mistakes.Select(mistake => $"Zeile {mistake.Line}: {mistake.Sentence}")))
{
    public IReadOnlyList<FileMistake> Mistakes { get; } = mistakes;

    /// <summary>Each as a sentence that begins with the file, as people know it, and the line.</summary>
    public IReadOnlyList<string> Of(string file) => [.. Mistakes.Select(mistake => $"{file}, Zeile {mistake.Line}: {mistake.Sentence}")];
}

/// <summary>One mistake.</summary>
/// <param name="Line">Counted from 1.</param>
/// <param name="Sentence">German; it names what is allowed.</param>
public sealed record FileMistake(int Line, string Sentence);
