using Anfragen.Domain;
using Anfragen.Domain.Council;
using Anfragen.Infrastructure.Accounts;
using Anfragen.Infrastructure.Database;

namespace Anfragen.Infrastructure.Journal;

/// <summary>Checks who can act: no account and no role without its step, and a locked account stays locked.</summary>
internal sealed class AccountCheck(StoredRows rows, Findings findings)
{
    private const string SelectAccounts = """
        SELECT u.id, u.login, u.locked_until, j.seq AS step_seq,
               (SELECT l.to_state FROM journal l WHERE l.subject_id = u.id ORDER BY l.subject_no DESC LIMIT 1) AS step_state
        FROM users u
        LEFT JOIN journal j ON j.subject_id = u.id AND j.step = 'AddAccount'
        WHERE u.id > @after_1
        ORDER BY u.id
        LIMIT @batch
        """;

    // The last step that granted or ended the role says until when it holds.
    private const string SelectGrants = """
        SELECT g.id, g.user_id, g.role, g.organization_id, g.valid_from, g.valid_to, j.seq AS step_seq, j.content_sha256 AS step_sha256
        FROM role_grants g
        LEFT JOIN journal j ON j.subject_id = g.user_id AND j.other_id = g.id AND j.subject_no = (
            SELECT MAX(l.subject_no) FROM journal l WHERE l.subject_id = g.user_id AND l.other_id = g.id AND l.step IN ('GrantRole', 'EndRole'))
        WHERE g.id > @after_1
        ORDER BY g.id
        LIMIT @batch
        """;

    private static readonly string OfTheSystem = WellKnown.System.ToString();

    public async Task Run(CancellationToken cancel)
    {
        await foreach (var row in rows.Read(SelectAccounts, ["id"], [Guid.Empty], cancel)) CheckAccount(row);
        await foreach (var row in rows.Read(SelectGrants, ["id"], [Guid.Empty], cancel)) CheckGrant(row);
    }

    private void CheckGrant(StoredRow row)
    {
        var name = $"Rolle {row.Text("role")} des Kontos {row.Text("user_id")} in der Organisation {row.Text("organization_id")}";
        if (!findings.HasStep(row, name)) return;
        var isGenuine = StoredRow.IsDigestOf(row.Text("step_sha256"), () => AccountRules.Sha256Of(
            row.Name<Role>("role"), new OrganizationId(row.Id("organization_id")),
            new Period(row.Day("valid_from"), row["valid_to"] is null ? null : row.Day("valid_to"))));
        findings.AddIf(!isGenuine, $"{name}: Sie ist anders, als das Journal sie festhält.");
    }

    private void CheckAccount(StoredRow row)
    {
        // The migration makes it, before there is a journal.
        if (row.Text("id") == OfTheSystem) return;

        var name = $"Konto {row.Text("login")} ({row.Text("id")})";
        if (!findings.HasStep(row, name)) return;
        findings.AddIf(
            row.Text("step_state") == AccountRepository.Locked && row.Text("locked_until") != ColumnType.Text(AccountRepository.ForEver),
            $"{name}: Es wurde gesperrt und ist nun wieder offen.");
    }
}
