namespace Anfragen.Domain.Numbers;

/// <summary>Bestandteile einer Drucksachennummer: the values for the placeholders of a <see cref="NumberScheme"/>; only those it names are needed.</summary>
public sealed record NumberParts
{
    /// <summary>Value of <c>{seq}</c>, from 1.</summary>
    public int? Sequence { get; init; }

    /// <summary>Value of <c>{year}</c> and, by its last two digits, of <c>{yy}</c>.</summary>
    public int? Year { get; init; }

    /// <summary>Value of <c>{term}</c>: the legislative term's short name as numbers carry it, "20-26" or "22".</summary>
    public string? Term { get; init; }

    /// <summary>Value of <c>{termRoman}</c>: which legislative term it is, 21 for "XXI".</summary>
    public int? TermOrdinal { get; init; }

    /// <summary>Value of <c>{type}</c>: letters for the kind of paper, "AF".</summary>
    public string? Type { get; init; }

    /// <summary>Value of <c>{parent}</c>: the number of the paper that this one belongs to.</summary>
    public string? Parent { get; init; }

    /// <summary>Value of <c>{suffix}</c>: letters and digits behind the parent's number, "F1".</summary>
    public string? Suffix { get; init; }
}
