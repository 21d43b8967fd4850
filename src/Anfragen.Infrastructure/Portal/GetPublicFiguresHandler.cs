using System.Text.Json;
using Anfragen.Application.Figures;
using Anfragen.Domain.Figures;
using Anfragen.Infrastructure.Database;
using Anfragen.Infrastructure.Figures;
using MediatR;

namespace Anfragen.Infrastructure.Portal;

internal sealed class GetPublicFiguresHandler(DbSession db, FigureTables tables) : IRequestHandler<GetPublicFigures, FigureTable>
{
    private const string SelectFacts = """
        SELECT received_on, is_open, is_answered, kind, askers, departments, first_due_on, overdue_since, met_on, extensions, interims
        FROM public_figures
        WHERE received_on >= @from AND received_on <= @to
        """;

    public Task<FigureTable> Handle(GetPublicFigures query, CancellationToken cancel) => db.Snapshot(() => tables.Of(query.Choice, Read, cancel), cancel);

    private async Task<IReadOnlyList<GroupedFacts>> Read(DateOnly from, DateOnly to, CancellationToken cancel) =>
        [.. (await db.List<Row>(SelectFacts, new { from, to }, cancel)).Select(row => new GroupedFacts(
            new InquiryFacts
            {
                ReceivedOn = row.ReceivedOn,
                IsOpen = row.IsOpen,
                IsAnswered = row.IsAnswered,
                FirstDueOn = row.FirstDueOn,
                OverdueSince = row.OverdueSince,
                MetOn = row.MetOn,
                Extensions = row.Extensions,
                Interims = row.Interims,
            },
            row.Kind, Names(row.Askers), Names(row.Departments)))];

    private static string[] Names(string json) => JsonSerializer.Deserialize<string[]>(json)!;

    private sealed record Row
    {
        public DateOnly ReceivedOn { get; init; }

        public bool IsOpen { get; init; }

        public bool IsAnswered { get; init; }

        public string? Kind { get; init; }

        public string Askers { get; init; } = "[]";

        public string Departments { get; init; } = "[]";

        public DateOnly? FirstDueOn { get; init; }

        public DateOnly? OverdueSince { get; init; }

        public DateOnly? MetOn { get; init; }

        public int Extensions { get; init; }

        public int Interims { get; init; }
    }
}
