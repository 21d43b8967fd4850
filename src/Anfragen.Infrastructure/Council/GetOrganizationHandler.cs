using Anfragen.Application;
using Anfragen.Application.Council;
using Anfragen.Domain;
using Anfragen.Domain.Council;
using Anfragen.Infrastructure.Database;
using MediatR;

namespace Anfragen.Infrastructure.Council;

internal sealed class GetOrganizationHandler(CouncilReader reader, DbSession db, TimeProvider clock)
    : IRequestHandler<GetOrganization, OrganizationPage>
{
    private const string SelectRoles = """
        SELECT g.user_id AS account, u.name, g.role, g.valid_from, g.valid_to
        FROM role_grants g JOIN users u ON u.id = g.user_id
        WHERE g.organization_id = @id
        ORDER BY u.name, g.valid_from, g.id
        """;

    public async Task<OrganizationPage> Handle(GetOrganization query, CancellationToken cancel)
    {
        var register = await reader.Read(cancel);
        var organization = register.Organizations.Find(query.Id.Value) ?? throw new NotFound();
        var today = Berlin.Day(clock.GetUtcNow());
        var others = register.Listed().Where(other => other.Id != query.Id && (other.Validity.To is null || other.Validity.To >= today)).ToList();
        return new OrganizationPage
        {
            Organization = organization,
            Parent = organization.Parent is { } parent ? register.NameOf(parent.Value) : null,
            Successor = organization.Successor is { } successor ? register.NameOf(successor.Value) : null,
            Members = [.. register.Memberships.All.Where(membership => membership.Organization == query.Id)
                .Select(membership => new MemberLine(membership.Person, register.NameOf(membership.Person), membership.Function, membership.Validity))
                .OrderBy(member => member.Name, StringComparer.Ordinal)],
            Roles = [.. (await db.List<RoleRow>(SelectRoles, new { query.Id }, cancel)).Select(row => row.ToLine())],
            Parents = others,
            Successors = [.. others.Where(other => other.Type == organization.Type && other.Validity.To is null)],
            HasWork = register.HasWork(query.Id),
            Today = today,
        };
    }

    private sealed record RoleRow(UserId Account, string Name, Role Role, DateOnly ValidFrom, DateOnly? ValidTo)
    {
        public RoleLine ToLine() => new() { Account = Account, Name = Name, Role = Role, Validity = new Period(ValidFrom, ValidTo) };
    }
}
