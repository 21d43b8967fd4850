using System.Globalization;
using Anfragen.Application.Figures;
using Anfragen.Domain;
using Anfragen.Domain.Figures;
using Anfragen.Infrastructure.Database;

namespace Anfragen.Infrastructure.Figures;

/// <summary>An inquiry with the groups it belongs to.</summary>
internal sealed record GroupedFacts(InquiryFacts Facts, string? Kind, IReadOnlyList<string> Askers, IReadOnlyList<string> Departments);

/// <summary>From facts to figures, the same for the house and for the public.</summary>
internal sealed class FigureTables(DbSession db, TimeProvider clock)
{
    private const string SelectTerms = "SELECT ordinal, name, starts_on, ends_on FROM legislative_terms ORDER BY starts_on DESC";

    /// <summary>Counts what was received in the chosen time.</summary>
    public async Task<FigureTable> Of(
        FigureChoice choice, Func<DateOnly, DateOnly, CancellationToken, Task<IReadOnlyList<GroupedFacts>>> read, CancellationToken cancel)
    {
        var today = Berlin.Day(clock.GetUtcNow());
        var terms = await db.List<TermRow>(SelectTerms, null, cancel);
        var (from, to) = Days(choice, terms, today);
        var inquiries = await read(from, to, cancel);
        var rows = inquiries.SelectMany(inquiry => GroupsOf(inquiry, choice.By).Select(group => (group, inquiry.Facts)))
            .GroupBy(pair => pair.group, pair => pair.Facts)
            .Select(group => new FigureRow(group.Key, KeyFigures.Of([.. group], today)));
        return new FigureTable(
            from, to, today, [.. Sorted(rows, choice.By)], KeyFigures.Of([.. inquiries.Select(inquiry => inquiry.Facts)], today),
            [.. terms.Select(term => new FigureTerm(term.Ordinal, term.Name))]);
    }

    private static (DateOnly From, DateOnly To) Days(FigureChoice choice, IReadOnlyList<TermRow> terms, DateOnly today)
    {
        if (choice.From is not null || choice.To is not null)
        {
            var (from, to) = (choice.From ?? choice.To!.Value, choice.To ?? today);
            return from <= to ? (from, to) : (to, from);
        }

        if (terms.FirstOrDefault(term => term.Ordinal == choice.Term) is { } chosen) return (chosen.StartsOn, chosen.EndsOn ?? new DateOnly(today.Year, 12, 31));
        var year = choice.Year is >= 1900 and <= 9999 ? choice.Year.Value : today.Year;
        return (new DateOnly(year, 1, 1), new DateOnly(year, 12, 31));
    }

    private static IEnumerable<string> GroupsOf(GroupedFacts inquiry, FigureGroup by) => by switch
    {
        FigureGroup.Asker => OrNone(inquiry.Askers),
        FigureGroup.Department => OrNone(inquiry.Departments),
        FigureGroup.Kind => [inquiry.Kind ?? ""],
        FigureGroup.Month => [inquiry.Facts.ReceivedOn.ToString("yyyy-MM", CultureInfo.InvariantCulture)],
        _ => [inquiry.Facts.ReceivedOn.ToString("yyyy", CultureInfo.InvariantCulture)],
    };

    private static IEnumerable<string> OrNone(IReadOnlyList<string> names) => names.Count == 0 ? [""] : names.Distinct();

    private static IEnumerable<FigureRow> Sorted(IEnumerable<FigureRow> rows, FigureGroup by) => by is FigureGroup.Month or FigureGroup.Year
        ? rows.OrderBy(row => row.Name, StringComparer.Ordinal)
        : rows.OrderBy(row => row.Name.Length == 0).ThenByDescending(row => row.Figures.Count).ThenBy(row => row.Name, StringComparer.Ordinal);

    private sealed record TermRow
    {
        public int Ordinal { get; init; }

        public string Name { get; init; } = "";

        public DateOnly StartsOn { get; init; }

        public DateOnly? EndsOn { get; init; }
    }
}
