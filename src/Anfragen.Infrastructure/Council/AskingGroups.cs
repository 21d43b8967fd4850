using Anfragen.Application.Inquiries;
using Anfragen.Domain;
using Anfragen.Infrastructure.Database;

namespace Anfragen.Infrastructure.Council;

/// <summary>The organisations that can ask.</summary>
internal sealed class AskingGroups(DbSession db, TimeProvider clock)
{
    private const string SelectGroups = $"""
        SELECT id, name FROM organizations
        WHERE kind IN ('ParliamentaryGroup', 'LocalCouncil') AND {Council.Today.IsValid}
        ORDER BY sort_key
        """;

    /// <summary>Those that exist today, in the order of the city.</summary>
    public Task<IReadOnlyList<OrganizationChoice>> Today(CancellationToken cancel) =>
        db.List<OrganizationChoice>(SelectGroups, new { today = Berlin.Day(clock.GetUtcNow()) }, cancel);
}
