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

    private const string SelectAccount = "SELECT id FROM users WHERE login_folded = @login AND id <> @system";

    private const string SelectAccounts = """
        SELECT id, person_id AS person, login, name, password_hash IS NOT NULL AS has_password, locked_until, mail_address
        FROM users WHERE id <> @system ORDER BY login_folded
        """;

    private const string SelectGrants =
        "SELECT id, user_id AS account, role, organization_id AS organization, valid_from, valid_to FROM role_grants ORDER BY user_id, valid_from, id";

    private const string SetPerson = "UPDATE users SET person_id = @person, name = @name WHERE id = @account";

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
        WHERE user_id = @account AND role = @role AND organization_id = @organization AND (valid_to IS NULL OR valid_to >= @from)
        LIMIT 1
        """;

    private const string InsertGrant = """
        INSERT INTO role_grants (id, user_id, role, organization_id, valid_from, valid_to)
        VALUES (@id, @account, @role, @organization, @from, @to)
        """;

    private const string SetHash = """
        UPDATE users SET password_hash = @hash, security_stamp = @stamp, failed_sign_ins = 0, locked_until = NULL WHERE id = @account
        """;

    private const string CloseGrant = """
        UPDATE role_grants SET valid_to = @last WHERE id = @grant AND user_id = @account
        RETURNING role, organization_id AS organization, valid_from
        """;

    private const string InsertInvitation =
        "INSERT INTO invitations (id, user_id, token_sha256, created_at, expires_at) VALUES (@id, @account, @sha256, @at, @expires_at)";

    private const string CloseInvitations = "UPDATE invitations SET closed_at = @at WHERE user_id = @account AND closed_at IS NULL";

    private const string CloseInvitation = """
        UPDATE invitations SET closed_at = @now
        WHERE token_sha256 = @sha256 AND closed_at IS NULL AND expires_at > @now
        RETURNING user_id
        """;

    private const string Release = "UPDATE users SET locked_until = NULL, failed_sign_ins = 0 WHERE id = @account";

    private const string SetAddress = "UPDATE users SET mail_address = @address WHERE id = @account";

    private const string LockOut = "UPDATE users SET locked_until = @for_ever, security_stamp = @stamp WHERE id = @account";

    /// <summary>Until when an account is locked that an administrator has locked.</summary>
    public static readonly DateTimeOffset ForEver = new(9999, 12, 31, 0, 0, 0, TimeSpan.Zero);

    /// <summary>Whether an administrator took the access away, for good; a few wrong passwords lock for minutes.</summary>
    public static bool IsLocked(DateTimeOffset? lockedUntil) => lockedUntil >= ForEver;

    public Task<GrantingOrganization?> FindOrganization(string idOrName, CancellationToken cancel)
    {
        Guid? id = Guid.TryParse(idOrName, out var parsed) ? parsed : null;
        return db.SingleOrDefault<GrantingOrganization>(SelectOrganization, new { id, name = idOrName, today = Berlin.Day(clock.GetUtcNow()) }, cancel);
    }

    public async Task<UserId> Get(string login, CancellationToken cancel) =>
        await db.SingleOrDefault<UserId?>(SelectAccount, new { login = Login.Fold(login), system = WellKnown.System }, cancel) ?? throw new NotFound();

    public async Task<UserId> Add(Guid person, string name, string login, string password, RoleGrant first, Occasion occasion, CancellationToken cancel)
    {
        var account = new Account { Name = name, Login = login };
        await Create(account, password);
        await db.Execute(SetPerson, new { account = account.Id, person, name }, cancel);
        var validity = new Period(occasion.Day, null);
        var grant = await Insert(account.Id, first, validity, cancel);
        Note(account.Id, new Act(1, Step.AddAccount, null, Active, occasion, ActSubject.None, null), Granted(2, Active, grant, first, validity, occasion));
        return account.Id;
    }

    public async Task AddWithoutPassword(UserId account, Guid? person, string name, string login, Occasion occasion, CancellationToken cancel)
    {
        await Create(new Account { Id = account, Name = name, Login = login }, null);
        if (person is not null) await db.Execute(SetPerson, new { account, person, name }, cancel);
        Note(account, new Act(1, Step.AddAccount, null, Active, occasion, ActSubject.None, null));
    }

    public async Task<IReadOnlyList<AccountState>> All(CancellationToken cancel)
    {
        var system = WellKnown.System;
        var grants = (await db.List<GrantRow>(SelectGrants, null, cancel)).ToLookup(row => row.Account);
        return [.. (await db.List<AccountRow>(SelectAccounts, new { system }, cancel)).Select(row => new AccountState(
            row.Id, row.Person, row.Login, row.Name,
            [.. grants[row.Id].Select(grant => new GrantState(grant.Id, grant.Role, grant.Organization, new Period(grant.ValidFrom, grant.ValidTo)))])
        {
            HasPassword = row.HasPassword,
            IsLocked = IsLocked(row.LockedUntil),
            MailAddress = row.MailAddress,
        })];
    }

    public async Task<AccountState> Get(UserId account, CancellationToken cancel) =>
        (await All(cancel)).SingleOrDefault(state => state.Id == account) ?? throw new NotFound();

    public async Task<string> Invite(UserId account, DateTimeOffset expiresAt, Occasion occasion, CancellationToken cancel)
    {
        var (no, state) = await LastStep(account, occasion, cancel);
        var token = InvitationTokens.New();
        await db.Execute(CloseInvitations, new { account, occasion.At }, cancel);
        await db.Execute(
            InsertInvitation, new { id = Guid.CreateVersion7(), account, sha256 = InvitationTokens.Sha256(token), occasion.At, expiresAt }, cancel);
        Note(account, new Act(no + 1, Step.InviteAccount, state, state, occasion, ActSubject.None, null));
        return token;
    }

    public Task<UserId?> Redeem(string token, DateTimeOffset now, CancellationToken cancel) =>
        db.SingleOrDefault<UserId?>(CloseInvitation, new { sha256 = InvitationTokens.Sha256(token), now }, cancel);

    public async Task<bool> HasPassword(UserId account, string password, CancellationToken cancel) =>
        await manager.FindByIdAsync(account.ToString()) is { } found && await manager.CheckPasswordAsync(found, password);

    public async Task Rename(UserId account, Guid person, string name, Occasion occasion, CancellationToken cancel)
    {
        var (no, state) = await LastStep(account, occasion, cancel);
        await db.Execute(SetPerson, new { account, person, name }, cancel);
        Note(account, new Act(no + 1, Step.ChangeAccount, state, state, occasion, new ActSubject(Other: person), null));
    }

    // The journal never forgets, and an address is easily guessed from its digest: it says that the address was changed, not to what.
    public async Task SetMailAddress(UserId account, string? address, Occasion occasion, CancellationToken cancel)
    {
        var (no, state) = await LastStep(account, occasion, cancel);
        await db.Execute(SetAddress, new { account, address }, cancel);
        Note(account, new Act(no + 1, Step.ChangeAccount, state, state, occasion, new ActSubject(Code: nameof(AccountState.MailAddress)), null));
    }

    public async Task Grant(UserId account, RoleGrant grant, Period validity, Occasion occasion, CancellationToken cancel)
    {
        var (no, state) = await LastStep(account, occasion, cancel);
        var held = await db.SingleOrDefault<int?>(SelectGrant, new { account, grant.Role, grant.Organization, from = validity.From }, cancel);
        AccountRules.RoleIsNew.BrokenIf(held is not null);
        var id = await Insert(account, grant, validity, cancel);
        Note(account, Granted(no + 1, state, id, grant, validity, occasion));
    }

    public async Task EndGrant(UserId account, Guid grant, DateOnly last, Occasion occasion, CancellationToken cancel)
    {
        var (no, state) = await LastStep(account, occasion, cancel);
        var ended = await db.SingleOrDefault<EndedGrant>(CloseGrant, new { account, grant, last }, cancel) ?? throw new NotFound();
        var digest = AccountRules.Sha256Of(ended.Role, ended.Organization, new Period(ended.ValidFrom, last));
        Note(account, new Act(no + 1, Step.EndRole, state, state, occasion, new ActSubject(ContentSha256: digest, Other: grant, Code: ended.Role.ToString()), null));
    }

    public async Task SetPassword(UserId account, string password, Occasion occasion, CancellationToken cancel)
    {
        var (no, state) = await LastStep(account, occasion, cancel);
        var hash = manager.PasswordHasher.HashPassword(new Account { Id = account }, password);
        await db.Execute(SetHash, new { account, hash, stamp = Sessions.NewStamp() }, cancel);
        await db.Execute(CloseInvitations, new { account, occasion.At }, cancel);
        Note(account, new Act(no + 1, Step.SetPassword, state, Active, occasion, ActSubject.None, null));
    }

    public async Task Lock(UserId account, Occasion occasion, CancellationToken cancel)
    {
        var (no, state) = await LastStep(account, occasion, cancel);
        await db.Execute(LockOut, new { account, forEver = ForEver, stamp = Sessions.NewStamp() }, cancel);
        await db.Execute(CloseInvitations, new { account, occasion.At }, cancel);
        Note(account, new Act(no + 1, Step.LockAccount, state, Locked, occasion, ActSubject.None, null));
    }

    public async Task Unlock(UserId account, Occasion occasion, CancellationToken cancel)
    {
        var (no, state) = await LastStep(account, occasion, cancel);
        await db.Execute(Release, new { account }, cancel);
        Note(account, new Act(no + 1, Step.UnlockAccount, state, Active, occasion, ActSubject.None, null));
    }

    public async Task NoteSuspension(UserId account, Occasion occasion, CancellationToken cancel)
    {
        var (no, state) = await LastStep(account, occasion, cancel);
        Note(account, new Act(no + 1, Step.SuspendSignIn, state, state, occasion, ActSubject.None, null));
    }

    private async Task Create(Account account, string? password)
    {
        try
        {
            var created = password is null ? await manager.CreateAsync(account) : await manager.CreateAsync(account, password);
            if (!created.Succeeded) throw new InvalidOperationException($"Identity refused a valid account: {created}");
        }
        catch (Exception exception) when (db.Dialect.UniqueViolation(exception) is { Table: "users" })
        {
            throw new RuleViolation(AccountRules.LoginIsFree);
        }
    }

    private async Task<Guid> Insert(UserId account, RoleGrant grant, Period validity, CancellationToken cancel)
    {
        var id = Guid.CreateVersion7();
        await db.Execute(InsertGrant, new { id, account, grant.Role, grant.Organization, validity.From, validity.To }, cancel);
        return id;
    }

    private async Task<LastAct> LastStep(UserId account, Occasion occasion, CancellationToken cancel)
    {
        if (journal.Last(account.Value) is { } noted) return new LastAct(noted.No, noted.To);
        await db.Execute(Touch, new { account, now = occasion.At }, cancel);
        return await db.Single<LastAct>(SelectLastStep, new { account }, cancel);
    }

    private static Act Granted(int no, string state, Guid id, RoleGrant grant, Period validity, Occasion occasion) =>
        new(no, Step.GrantRole, state, state, occasion,
            new ActSubject(ContentSha256: AccountRules.Sha256Of(grant.Role, grant.Organization, validity), Other: id, Code: grant.Role.ToString()), null);

    private void Note(UserId account, params IEnumerable<Act> acts) => journal.Note(null, SubjectKind, account.Value, acts);

    private sealed record LastAct(int No, string State);

    private sealed record AccountRow
    {
        public UserId Id { get; init; }

        public Guid? Person { get; init; }

        public string Login { get; init; } = "";

        public string Name { get; init; } = "";

        public bool HasPassword { get; init; }

        public DateTimeOffset? LockedUntil { get; init; }

        public string? MailAddress { get; init; }
    }

    private sealed record EndedGrant(Role Role, OrganizationId Organization, DateOnly ValidFrom);

    private sealed record GrantRow(Guid Id, UserId Account, Role Role, OrganizationId Organization, DateOnly ValidFrom, DateOnly? ValidTo);
}
