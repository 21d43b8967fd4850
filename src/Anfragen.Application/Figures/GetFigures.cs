using Anfragen.Domain.Figures;

namespace Anfragen.Application.Figures;

/// <summary>Auswertung of the inquiries this person may see: of a department those it had to do with.</summary>
public sealed record GetFigures : IQuery<FigureTable>
{
    public static Permission Permission => Permission.ReadFigures;

    public FigureChoice Choice { get; init; } = new();
}

/// <summary>Auswertung of what is published; reads the public edition alone.</summary>
public sealed record GetPublicFigures : IQuery<FigureTable>
{
    public static Permission Permission => Permission.Anyone;

    public FigureChoice Choice { get; init; } = new();
}

/// <summary>What is counted together, and of which time.</summary>
public sealed record FigureChoice
{
    public FigureGroup By { get; init; }

    /// <summary>By receipt. Days go before term, term before year; without any of them it is the current year.</summary>
    public int? Year { get; init; }

    /// <summary>Ordinal of a legislative term.</summary>
    public int? Term { get; init; }

    public DateOnly? From { get; init; }

    /// <summary>The last day; before <see cref="From"/> the two are exchanged.</summary>
    public DateOnly? To { get; init; }
}

/// <summary>Wonach zusammengefasst wird.</summary>
public enum FigureGroup
{
    /// <summary>nach Fraktion.</summary>
    Asker,

    /// <summary>nach federführendem Amt.</summary>
    Department,

    /// <summary>nach Art der Anfrage.</summary>
    Kind,

    /// <summary>nach Monat des Eingangs.</summary>
    Month,

    /// <summary>nach Jahr des Eingangs.</summary>
    Year,
}

/// <summary>The figures.</summary>
/// <param name="From">First day of receipt that is counted.</param>
/// <param name="To">Last day.</param>
/// <param name="Rows">One for each group, the largest first, months and years in their order. An inquiry of two groups counts in both.</param>
/// <param name="Total">Each inquiry once.</param>
/// <param name="Terms">What can be chosen.</param>
public sealed record FigureTable(
    DateOnly From, DateOnly To, DateOnly Today, IReadOnlyList<FigureRow> Rows, KeyFigures Total, IReadOnlyList<FigureTerm> Terms);

/// <summary>The figures of one group.</summary>
/// <param name="Name">Empty for inquiries that belong to none, such as those no department leads yet; a month as "2025-09".</param>
public sealed record FigureRow(string Name, KeyFigures Figures);

/// <summary>A legislative term to choose.</summary>
public sealed record FigureTerm(int Ordinal, string Name);
