using Anfragen.Application;
using Anfragen.Application.Council;
using Anfragen.Domain;
using Anfragen.Domain.Answers;
using Anfragen.Domain.Council;
using Anfragen.Domain.Inquiries;
using Anfragen.Infrastructure.Database;

namespace Anfragen.Infrastructure.Council;

internal sealed class CouncilOrganizations(DbSession db, TimeProvider clock) : ICouncil
{
    public async Task<IReadOnlyList<Originator>> Originators(IReadOnlyList<OrganizationId> groups, CancellationToken cancel)
    {
        var found = await db.List<GroupRow>(
            $"""
            SELECT id, name, genitive, short_name FROM organizations
            WHERE {db.Dialect.OneOf("id", "groups")} AND kind IN ('ParliamentaryGroup', 'LocalCouncil') AND {Today.IsValid}
            """,
            new { groups, today = Berlin.Day(clock.GetUtcNow()) }, cancel);
        var byId = found.ToDictionary(row => row.Id);
        if (groups.Any(group => !byId.ContainsKey(group))) throw new NotFound();
        return [.. groups.Select((group, index) =>
        {
            var row = byId[group];
            return new Originator(group, index + 1, row.Name, row.Genitive ?? row.Name, row.ShortName ?? row.Name);
        })];
    }

    public Task<IReadOnlyList<Organization>> Organizations(CancellationToken cancel) => new CouncilReader(db).ReadOrganizations(cancel);

    public async Task<CoSignatureRule> CoSignatureRuleFor(OrganizationId department, CancellationToken cancel)
    {
        var stages = await db.List<CoSignatureStage>("SELECT stage FROM co_signature_stages ORDER BY position", null, cancel);
        // Only in a department or directorate can somebody be a head; the city above a directorate has none.
        var directorate = await db.SingleOrDefault<OrganizationId?>(
            $"""
            SELECT id FROM organizations
            WHERE id = (SELECT part.parent_id FROM organizations part WHERE part.id = @department)
                  AND kind IN ('Department', 'Directorate') AND {Today.IsValid}
            """,
            new { department, today = Berlin.Day(clock.GetUtcNow()) }, cancel);
        return new CoSignatureRule(stages, directorate);
    }

    public async Task<bool> AreDepartments(IReadOnlyCollection<OrganizationId> organizations, CancellationToken cancel) =>
        await db.Single<long>(
            $"""
            SELECT COUNT(*) FROM organizations
            WHERE {db.Dialect.OneOf("id", "organizations")} AND kind IN ('Department', 'Directorate') AND {Today.IsValid}
            """,
            new { organizations, today = Berlin.Day(clock.GetUtcNow()) }, cancel) == organizations.Count;

    private sealed record GroupRow(OrganizationId Id, string Name, string? Genitive, string? ShortName);
}
