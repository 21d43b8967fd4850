using Anfragen.Application.Inquiries;
using Anfragen.Domain;
using Anfragen.Domain.Inquiries;
using Anfragen.Domain.Numbers;
using Anfragen.Infrastructure.Database;

namespace Anfragen.Infrastructure.Inquiries;

/// <summary>
/// Numbers out of the scheme in force. The counter's row is locked until the transaction ends: registrations wait for each other,
/// a failed one gives its number back.
/// </summary>
internal sealed class InquiryNumbers(DbSession db, TimeProvider clock) : IInquiryNumbers
{
    private const string TakeNext = """
        INSERT INTO number_counters (scheme, scope, last) VALUES (@scheme, @scope, 1)
        ON CONFLICT (scheme, scope) DO UPDATE SET last = number_counters.last + 1
        RETURNING last
        """;

    private const string LockCounter = """
        INSERT INTO number_counters (scheme, scope, last) VALUES (@scheme, @scope, 0)
        ON CONFLICT (scheme, scope) DO UPDATE SET last = number_counters.last
        """;

    private const string SelectScheme =
        "SELECT name, template, scope FROM number_schemes WHERE valid_from <= @day ORDER BY valid_from DESC LIMIT 1";

    private const string SelectTerm = """
        SELECT ordinal, name FROM legislative_terms
        WHERE starts_on <= @day AND (ends_on IS NULL OR ends_on >= @day)
        ORDER BY starts_on DESC LIMIT 1
        """;

    private const string CountTaken = "SELECT COUNT(*) FROM paper_references WHERE (display = @display OR slug = @slug) AND inquiry_id <> @inquiry";

    private const string InsertReference = """
        INSERT INTO paper_references (inquiry_id, scheme, scope, sequence, display, slug, sort_key, issued, issued_at)
        VALUES (@inquiry, @scheme, @scope, @sequence, @display, @slug, @sort_key, @issued, @at)
        """;

    public async Task<Reference> Next(InquiryId inquiry, DateOnly day, CancellationToken cancel)
    {
        var scheme = await Scheme(day, cancel);
        var parts = await Parts(day, cancel);
        while (true)
        {
            // A range is known before its next number is: the scope key does not depend on the sequence.
            var sequence = await db.Single<int>(TakeNext, new { scheme = scheme.Key, scope = scheme.ScopeKey(parts) }, cancel);
            var reference = scheme.Issue(parts with { Sequence = sequence });
            if (await IsTaken(reference, inquiry, cancel)) continue;
            await Insert(inquiry, reference, cancel);
            return reference;
        }
    }

    public async Task<Reference> TakeByHand(InquiryId inquiry, string number, DateOnly day, CancellationToken cancel)
    {
        var reference = await Enter(inquiry, number, day, cancel);
        await Insert(inquiry, reference, cancel);
        return reference;
    }

    public async Task<Reference> Enter(InquiryId inquiry, string number, DateOnly day, CancellationToken cancel)
    {
        var reference = Reference.Entered(number, await Scheme(day, cancel));
        if (reference.Scheme is not null) await db.Execute(LockCounter, new { reference.Scheme, reference.Scope }, cancel);
        InquiryRules.NumberIsFree.BrokenIf(await IsTaken(reference, inquiry, cancel));
        return reference;
    }

    public async Task Keep(InquiryId inquiry, Reference reference, CancellationToken cancel)
    {
        await db.Execute("DELETE FROM paper_references WHERE inquiry_id = @inquiry", new { inquiry }, cancel);
        await Insert(inquiry, reference, cancel);
    }

    private async Task<NumberScheme> Scheme(DateOnly day, CancellationToken cancel)
    {
        var row = await db.Single<SchemeRow>(SelectScheme, new { day }, cancel);
        return NumberScheme.Parse(row.Template, row.Scope, row.Name);
    }

    private async Task<NumberParts> Parts(DateOnly day, CancellationToken cancel)
    {
        var term = await db.SingleOrDefault<TermRow>(SelectTerm, new { day }, cancel);
        return new NumberParts { Year = day.Year, Term = term?.Name, TermOrdinal = term?.Ordinal };
    }

    private async Task<bool> IsTaken(Reference reference, InquiryId inquiry, CancellationToken cancel) =>
        await db.Single<long>(CountTaken, new { reference.Display, reference.Slug, inquiry }, cancel) > 0;

    private async Task Insert(InquiryId inquiry, Reference reference, CancellationToken cancel)
    {
        try
        {
            await db.Execute(
                InsertReference,
                new
                {
                    inquiry,
                    reference.Scheme,
                    reference.Scope,
                    reference.Sequence,
                    reference.Display,
                    reference.Slug,
                    reference.SortKey,
                    reference.Issued,
                    at = clock.GetUtcNow(),
                },
                cancel);
        }
        catch (Exception exception) when (db.Dialect.UniqueViolation(exception) is { Table: "paper_references" })
        {
            throw new RuleViolation(InquiryRules.NumberIsFree);
        }
    }

    private sealed record SchemeRow(string Name, string Template, CounterScope Scope);

    private sealed record TermRow(int Ordinal, string Name);
}
