using Anfragen.Application.Council;
using Anfragen.Domain;
using Anfragen.Domain.Numbers;
using Anfragen.Infrastructure.Database;
using MediatR;

namespace Anfragen.Infrastructure.Council;

internal sealed class PreviewNumbersHandler(CouncilReader reader, DbSession db, TimeProvider clock) : IRequestHandler<PreviewNumbers, NumberPreview>
{
    private const int Shown = 3;

    private const string SelectLast = "SELECT last FROM number_counters WHERE scheme = @name AND scope = @scope";

    public async Task<NumberPreview> Handle(PreviewNumbers query, CancellationToken cancel)
    {
        var today = Berlin.Day(clock.GetUtcNow());
        if (query.Template.Length == 0 || query.Scope is not { } counted) return new NumberPreview([], null, today);
        var day = query.Day ?? today;
        var term = (await reader.Read(cancel)).Terms.All.FirstOrDefault(term => term.Validity.Covers(day));
        var parts = new NumberParts { Year = day.Year, Term = term?.Name, TermOrdinal = term?.Ordinal };
        try
        {
            var scheme = NumberScheme.Parse(query.Template, counted, query.Name.Trim());
            var last = await db.SingleOrDefault<int?>(SelectLast, new { name = scheme.Key, scope = scheme.ScopeKey(parts) }, cancel) ?? 0;
            return new NumberPreview([.. Enumerable.Range(last + 1, Shown).Select(number => scheme.Format(parts with { Sequence = number }))], null, today);
        }
        catch (Exception exception) when (exception is FormatException or ArgumentException)
        {
            return new NumberPreview([], exception.Message, today);
        }
    }
}
