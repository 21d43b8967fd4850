using Anfragen.Domain;
using Anfragen.Domain.Cases;
using Anfragen.Infrastructure.Database;

namespace Anfragen.Infrastructure.Cases;

/// <summary>
/// Names of accounts and organisations that a case mentions. What is going on bears today's name; what was done bears the name of its
/// day, also when the organisation has been renamed since.
/// </summary>
internal sealed class Names
{
    private readonly Dictionary<Guid, string> _names;
    private readonly ILookup<OrganizationId, FormerRow> _former;

    private Names(Dictionary<Guid, string> names, ILookup<OrganizationId, FormerRow> former) => (_names, _former) = (names, former);

    public string this[UserId user] => _names[user.Value];

    /// <summary>What it is called today.</summary>
    public string this[OrganizationId organization] => _names[organization.Value];

    /// <summary>What it was called on the day of the instant.</summary>
    public string this[OrganizationId organization, DateTimeOffset at] =>
        _former[organization].FirstOrDefault(former => Berlin.Day(at) <= former.LastDay)?.Name ?? this[organization];

    public static async Task<Names> Of(DbSession db, InquiryCase @case, CancellationToken cancel)
    {
        var acts = @case.Acts.ToList();
        var users = acts.Select(act => act.Occasion.Actor.User)
            .Concat(acts.Select(act => act.Occasion.Actor.OnBehalfOf).OfType<UserId>()).Distinct().ToList();
        var organizations = acts.Select(act => act.Occasion.Actor.Organization)
            .Concat(@case.Assignments.Select(assignment => assignment.Department)).Concat(@case.Answers.Select(answer => answer.Department))
            .Concat(@case.Answers.SelectMany(answer => answer.EveryCoSigner)).Concat(@case.Promises.Select(promise => promise.Owner))
            .Distinct().ToList();

        var rows = await db.List<NameRow>(
            $"""
            SELECT id, name FROM users WHERE {db.Dialect.OneOf("id", "users")}
            UNION ALL
            SELECT id, name FROM organizations WHERE {db.Dialect.OneOf("id", "organizations")}
            """,
            new { users, organizations }, cancel);
        return new Names(rows.ToDictionary(row => row.Id, row => row.Name), await Former(db, organizations, cancel));
    }

    private static async Task<ILookup<OrganizationId, FormerRow>> Former(DbSession db, IReadOnlyList<OrganizationId> organizations, CancellationToken cancel)
    {
        var rows = await db.List<FormerRow>(
            $"""
            SELECT organization_id AS organization, last_day, name FROM organization_names
            WHERE {db.Dialect.OneOf("organization_id", "organizations")}
            ORDER BY organization_id, last_day
            """,
            new { organizations }, cancel);
        return rows.ToLookup(row => row.Organization);
    }

    private sealed record NameRow(Guid Id, string Name);

    private sealed record FormerRow(OrganizationId Organization, DateOnly LastDay, string Name);
}
