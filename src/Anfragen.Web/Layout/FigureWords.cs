using System.Globalization;
using Anfragen.Application.Figures;
using Anfragen.Domain.Figures;

namespace Anfragen.Web.Layout;

/// <summary>How figures are written.</summary>
public static class FigureWords
{
    private static readonly CultureInfo German = CultureInfo.GetCultureInfo("de-DE");

    public static string Title(FigureGroup by) => by switch
    {
        FigureGroup.Asker => "Fraktion",
        FigureGroup.Department => "Federführendes Amt",
        FigureGroup.Kind => "Art der Anfrage",
        FigureGroup.Month => "Monat",
        FigureGroup.Year => "Jahr",
        _ => throw new ArgumentOutOfRangeException(nameof(by)),
    };

    /// <summary>The name of a group, also of those that belong to none.</summary>
    public static string NameOf(FigureRow row, FigureGroup by) => (row.Name, by) switch
    {
        ("", FigureGroup.Department) => "noch ohne Amt",
        ("", FigureGroup.Kind) => "ohne Fristregel",
        ("", _) => "ohne Angabe",
        (_, FigureGroup.Month) => DateOnly.ParseExact(row.Name, "yyyy-MM", CultureInfo.InvariantCulture).ToString("MMMM yyyy", German),
        _ => row.Name,
    };

    /// <summary>"87 %", or a dash where nothing is decided.</summary>
    public static string Percent(decimal? rate) => rate is { } share ? $"{Math.Round(share * 100, MidpointRounding.AwayFromZero).ToString("0", German)}\u00A0%" : "–";

    /// <summary>"12,5", or a dash.</summary>
    public static string Days(decimal? days) => days?.ToString("0.#", German) ?? "–";

    /// <summary>The heads of the table.</summary>
    public static IReadOnlyList<string?> Columns(FigureGroup by) =>
    [
        Title(by), "Anfragen", "Offen", "Davon überfällig", "Beantwortet", "Zur ersten Frist", "Nach der ersten Frist", "Rechtzeitig (erste Frist)",
        "Rechtzeitig (geltende Frist)", "Tage bis zur Antwort (Median)", "Verlängerungen", "Zwischennachrichten",
    ];

    /// <summary>One line for each group and one for all, as a spreadsheet reckons on with them: shares in percent without their sign.</summary>
    public static IEnumerable<IReadOnlyList<string?>> Lines(FigureTable table, FigureGroup by) =>
        table.Rows.Select(row => Line(NameOf(row, by), row.Figures)).Append(Line("Insgesamt", table.Total));

    private static IReadOnlyList<string?> Line(string name, KeyFigures figures) =>
    [
        name, Whole(figures.Count), Whole(figures.Open), Whole(figures.Overdue), Whole(figures.Answered), Whole(figures.OnTime), Whole(figures.Late),
        Share(figures.OnTimeRate), Share(figures.OnTimeRateInForce), figures.MedianDays?.ToString("0.#", German), Whole(figures.Extensions), Whole(figures.Interims),
    ];

    private static string Whole(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static string? Share(decimal? rate) => (rate * 100)?.ToString("0.0", German);
}
