using Anfragen.Domain;
using Anfragen.Domain.Council;
using Anfragen.Infrastructure.Demo;

namespace Anfragen.Application.Tests;

/// <summary>The people and organisations of the test's city, by the names the demo gives them.</summary>
public sealed class TestCity
{
    private readonly Dictionary<string, UserId> _users;
    private readonly Dictionary<string, OrganizationId> _organizations;

    private TestCity(Dictionary<string, UserId> users, Dictionary<string, OrganizationId> organizations) =>
        (_users, _organizations) = (users, organizations);

    public UserId UserOf(DemoAccount account) => _users[account.Login];

    public OrganizationId OrganizationOf(DemoAccount account) => _organizations[account.Organization];

    public RoleGrant GrantOf(DemoAccount account) => new(account.Role, OrganizationOf(account));

    internal static async Task<TestCity> Found(TestApp app)
    {
        await DemoCity.FoundOnly(app.Configuration, CancellationToken.None);
        var db = app.Session();
        var users = await db.List<Row>("SELECT login AS name, id FROM users", null, CancellationToken.None);
        var organizations = await db.List<Row>("SELECT name, id FROM organizations", null, CancellationToken.None);
        return new TestCity(
            users.ToDictionary(row => row.Name, row => new UserId(row.Id)), organizations.ToDictionary(row => row.Name, row => new OrganizationId(row.Id)));
    }

    private sealed record Row
    {
        public string Name { get; init; } = "";

        public Guid Id { get; init; }
    }
}
