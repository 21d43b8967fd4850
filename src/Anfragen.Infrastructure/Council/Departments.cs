using Anfragen.Application.Inquiries;
using Anfragen.Domain;
using Anfragen.Infrastructure.Database;

namespace Anfragen.Infrastructure.Council;

/// <summary>Departments and directorates that can be given questions today.</summary>
internal sealed class Departments(DbSession db, TimeProvider clock)
{
    private const string Sql = $"""
        SELECT id, CASE WHEN number IS NULL OR number = name THEN name ELSE number || ' – ' || name END AS name FROM organizations
        WHERE kind IN ('Department', 'Directorate') AND {Today.IsValid}
        ORDER BY sort_key
        """;

    public Task<IReadOnlyList<OrganizationChoice>> All(CancellationToken cancel) =>
        db.List<OrganizationChoice>(Sql, new { today = Berlin.Day(clock.GetUtcNow()) }, cancel);
}
