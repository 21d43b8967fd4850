using Anfragen.Infrastructure;
using Anfragen.Infrastructure.Database;
using Anfragen.Infrastructure.Demo;
using Microsoft.Extensions.Configuration;

namespace Anfragen.Benchmarks;

/// <summary>A city of any size: the demo's organisations and accounts, 500 users, and inquiries put straight into the tables of lists and inboxes.</summary>
internal static class ListCity
{
    private const int Users = 500;

    // One in five is open, one in ten of these late. A third of the open ones waits for the main office.
    private const string Inquiries = """
        WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < @size)
        INSERT INTO inquiries (id, version, text_version, status, number, subject, originator_names, received_on, created_at, modified_at,
                               first_due_on, due_on, overdue_since, deadline_met_on)
        SELECT printf('%08x-0000-7000-8000-%012x', i, i), 1, 1, CASE WHEN i % 5 = 0 THEN 'InProgress' ELSE 'Published' END, printf('%06d/2025', i),
               'Radwege, Schulen und Spielplätze im Stadtteil ' || i, 'SPD', date('2015-01-01', (i * 4000 / @size) || ' days'),
               '2025-01-01T00:00:00.000Z', '2025-01-01T00:00:00.000Z',
               date('2015-02-12', (i * 4000 / @size) || ' days'), date('2015-02-12', (i * 4000 / @size) || ' days'),
               date(CASE WHEN i % 50 = 0 THEN '2015-02-13' ELSE '2035-02-13' END, (i * 4000 / @size) || ' days'),
               CASE WHEN i % 5 = 0 THEN NULL ELSE date('2015-02-01', (i * 4000 / @size) || ' days') END
        FROM n
        """;

    private const string Questions = """
        INSERT INTO questions (id, inquiry_id, text_version, position, ordinal, text, is_asked)
        SELECT 'a' || substr(id, 2), id, 1, 1, '1', 'Wie viele?', 1 FROM inquiries
        """;

    private const string Originators = """
        INSERT INTO originators (inquiry_id, position, organization_id, name, genitive, short_name)
        SELECT id, 1, @group, 'SPD-Stadtratsfraktion', 'der SPD-Stadtratsfraktion', 'SPD' FROM inquiries
        """;

    private const string Assignments = """
        INSERT INTO assignments (id, version, inquiry_id, question_id, department_id, part, state, is_live)
        SELECT 'b' || substr(id, 2), 1, id, 'a' || substr(id, 2), @department, 'Lead', 'Accepted', status = 'InProgress' FROM inquiries WHERE rowid % 3 = 0
        """;

    private const string Work = """
        INSERT INTO work_items (role, organization_id, kind, subject_id, inquiry_id, questions, since, due_on, order_on)
        SELECT CASE WHEN rowid % 3 = 0 THEN 'DepartmentStaff' ELSE 'CouncilOffice' END,
               CASE WHEN rowid % 3 = 0 THEN @department ELSE '00000000-0000-0000-0000-000000000000' END,
               CASE WHEN rowid % 3 = 0 THEN 'Draft' ELSE 'Route' END, id, id, '1', '2025-01-01T00:00:00.000Z', due_on, due_on
        FROM inquiries WHERE status = 'InProgress'
        """;

    private const string Accounts = """
        WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < @users)
        INSERT INTO users (id, name, login, login_folded, security_stamp, created_at, modified_at)
        SELECT printf('%08x-0000-7000-9000-%012x', i, i), 'Person ' || i, 'person' || i, 'person' || i, 'none', '2025-01-01T00:00:00.000Z', '2025-01-01T00:00:00.000Z' FROM n
        """;

    private const string Roles = """
        INSERT INTO role_grants (id, user_id, role, organization_id, valid_from)
        SELECT 'c' || substr(id, 2), id, 'DepartmentStaff', @department, '2025-01-01' FROM users WHERE login LIKE 'person%'
        """;

    /// <summary>Makes the database anew.</summary>
    public static async Task Fill(string database, int size)
    {
        TypeHandlers.Register();
        var file = database.Split('=', 2)[1];
        foreach (var part in new[] { file, file + "-wal", file + "-shm" }) File.Delete(part);
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?>
        {
            [DatabaseOptions.Setting] = database,
            ["Anfragen:PasswordIterations"] = "10",
        }).Build();
        var root = AnfragenRoot.Find(configuration);
        await using var connections = Connections.To(DatabaseOptions.From(configuration, root));
        await new Migrator(connections, root, TimeProvider.System).Migrate(CancellationToken.None);
        await DemoCity.FoundOnly(configuration, CancellationToken.None);
        var db = new DbSession(connections);
        var of = new { size, users = Users, group = await IdOf(db, DemoCity.SpdMember), department = await IdOf(db, DemoCity.MainOfficeClerk) };
        await db.Run(
            async () =>
            {
                foreach (var sql in new[] { Inquiries, Questions, Originators, Assignments, Work, Accounts, Roles, "ANALYZE" }) await db.Execute(sql, of, CancellationToken.None);
            },
            CancellationToken.None);
    }

    private static Task<Guid> IdOf(DbSession db, DemoAccount account) =>
        db.Single<Guid>("SELECT id FROM organizations WHERE name = @name", new { name = account.Organization }, CancellationToken.None);
}
