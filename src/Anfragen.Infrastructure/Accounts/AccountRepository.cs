using Anfragen.Application;
using Anfragen.Application.Accounts;
using Anfragen.Domain;
using Anfragen.Domain.Council;
using Anfragen.Infrastructure.Council;
using Anfragen.Infrastructure.Database;
using Anfragen.Infrastructure.Journal;
using Microsoft.AspNetCore.Identity;

namespace Anfragen.Infrastructure.Accounts;

/// <summary>Accounts and role grants for the commands; <see cref="AccountStore"/> is the side that signs in.</summary>
internal sealed class AccountRepository(DbSession db, AccountManager manager, JournalDraft journal, TimeProvider clock) : IAccounts
{
    private const string SubjectKind = "Account";
    private const string Active = "Active";

    /// <summary>State of an account that an administrator has locked.</summary>
    public const string Locked = "Locked";

    private const string SelectOrganization = $"""
        SELECT id, kind FROM organizations
        WHERE (id = @id OR name = @name) AND {Today.IsValid}
        ORDER BY CASE WHEN valid_to IS NULL THEN 0 ELSE 1 END
        LIMIT 1
        """;

    private const string SelectAccount = "SELECT id FROM users WHERE login_folded = @login AND password_hash IS NOT NULL";

    // Also makes those who change the same account wait for each other, which keeps the numbers of its steps apart.
    private const string Touch = "UPDATE users SET modified_at = @now WHERE id = @account";

    private const string SelectLastStep = """
        SELECT subject_no AS no, to_state AS state FROM journal
        WHERE subject_id = @account
        ORDER BY subject_no DESC
        LIMIT 1
        """;

    private const string SelectGrant = """
        SELECT 1 FROM role_grants
        WHERE user_id = @account AND role = @role AND organization_id = @organization AND (valid_to IS NULL OR valid_to >= @today)
        LIMIT 1
        """;

    private const string InsertGrant = """
        INSERT INTO role_grants (id, user_id, role, organization_id, valid_from)
        VALUES (@id, @account, @role, @organization, @today)
        """;

    private const string LockOut = "UPDATE users SET locked_until = @for_ever, security_stamp = @stamp WHERE id = @account";

    /// <summary>Until when an account is locked that an administrator has locked.</summary>
    public static readonly DateTimeOffset ForEver = new(9999, 12, 31, 0, 0, 0, TimeSpan.Zero);

    public Task<GrantingOrganization?> FindOrganization(string idOrName, CancellationToken cancel)
    {
        Guid? id = Guid.TryParse(idOrName, out var parsed) ? parsed : null;
        return db.SingleOrDefault<GrantingOrganization>(SelectOrganization, new { id, name = idOrName, today = Berlin.Day(clock.GetUtcNow()) }, cancel);
    }

    public async Task<UserId> Get(string login, CancellationToken cancel) =>
        await db.SingleOrDefault<UserId?>(SelectAccount, new { login = Login.Fold(login) }, cancel) ?? throw new NotFound();

    public async Task<UserId> Add(string name, string login, string password, RoleGrant first, Occasion occasion, CancellationToken cancel)
    {
        var account = new Account { Name = name, Login = login };
        await Create(account, password);
        await Insert(account.Id, first, occasion, cancel);
        Note(account.Id, new Act(1, Step.AddAccount, null, Active, occasion, ActSubject.None, null), Granted(2, Active, first, occasion));
        return account.Id;
    }

    public async Task Grant(UserId account, RoleGrant grant, Occasion occasion, CancellationToken cancel)
    {
        var (no, state) = await LastStep(account, occasion, cancel);
        var held = await db.SingleOrDefault<int?>(SelectGrant, new { account, grant.Role, grant.Organization, today = occasion.Day }, cancel);
        AccountRules.RoleIsNew.BrokenIf(held is not null);
        await Insert(account, grant, occasion, cancel);
        Note(account, Granted(no + 1, state, grant, occasion));
    }

    public async Task Lock(UserId account, Occasion occasion, CancellationToken cancel)
    {
        var (no, state) = await LastStep(account, occasion, cancel);
        await db.Execute(LockOut, new { account, forEver = ForEver, stamp = Sessions.NewStamp() }, cancel);
        Note(account, new Act(no + 1, Step.LockAccount, state, Locked, occasion, ActSubject.None, null));
    }

    public async Task NoteSuspension(UserId account, Occasion occasion, CancellationToken cancel)
    {
        var (no, state) = await LastStep(account, occasion, cancel);
        Note(account, new Act(no + 1, Step.SuspendSignIn, state, state, occasion, ActSubject.None, null));
    }

    private async Task Create(Account account, string password)
    {
        try
        {
            var created = await manager.CreateAsync(account, password);
            if (!created.Succeeded) throw new InvalidOperationException($"Identity refused a valid account: {created}");
        }
        catch (Exception exception) when (db.Dialect.UniqueViolation(exception) is { Table: "users" })
        {
            throw new RuleViolation(AccountRules.LoginIsFree);
        }
    }

    private Task Insert(UserId account, RoleGrant grant, Occasion occasion, CancellationToken cancel) =>
        db.Execute(InsertGrant, new { id = Guid.CreateVersion7(), account, grant.Role, grant.Organization, today = occasion.Day }, cancel);

    private async Task<LastAct> LastStep(UserId account, Occasion occasion, CancellationToken cancel)
    {
        await db.Execute(Touch, new { account, now = occasion.At }, cancel);
        return await db.Single<LastAct>(SelectLastStep, new { account }, cancel);
    }

    private static Act Granted(int no, string state, RoleGrant grant, Occasion occasion) =>
        new(no, Step.GrantRole, state, state, occasion, new ActSubject(Other: grant.Organization.Value, Code: grant.Role.ToString()), null);

    private void Note(UserId account, params IEnumerable<Act> acts) => journal.Note(null, SubjectKind, account.Value, acts);

    private sealed record LastAct(int No, string State);
}
