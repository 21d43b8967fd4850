namespace Anfragen.Domain.Council;

/// <summary>
/// Eintrag der Stammdaten: one thing the city's master data consists of. Its particulars serve three readers: the person who is
/// shown what an import will change, the journal, which keeps their digest, and the check that compares both.
/// </summary>
public interface ICouncilEntry
{
    /// <summary>Stable id.</summary>
    Guid Id { get; }

    /// <summary>Short key by which the city's file names it, or null for what was entered by hand.</summary>
    string? Key { get; }

    /// <summary>How often it was changed; a form carries the one it was made from.</summary>
    int Version { get; }

    /// <summary>When it holds; <see cref="Period.Always"/> for what has no end.</summary>
    Period Validity { get; }

    /// <summary>What it is, in one German word.</summary>
    static abstract string Kind { get; }

    /// <summary>How people call it.</summary>
    string Title(CouncilRegister register);

    /// <summary>Every particular with its German name, in a fixed order; ids by the function given.</summary>
    IEnumerable<(string Name, string? Value)> Particulars(Func<Guid, string> nameOf);
}
