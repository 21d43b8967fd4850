namespace Anfragen.Domain.Numbers;

/// <summary>Zählbereich: where the counter of a number scheme begins again at 1.</summary>
public enum CounterScope
{
    /// <summary>Each calendar year.</summary>
    Year,

    /// <summary>Each legislative term.</summary>
    Term,

    /// <summary>Never.</summary>
    None,
}
