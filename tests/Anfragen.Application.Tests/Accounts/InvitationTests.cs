using Anfragen.Application.Accounts;
using Anfragen.Application.Council;
using Anfragen.Application.Journal;
using Anfragen.Application.Tests.Database;
using Anfragen.Domain;
using Anfragen.Domain.Council;
using Anfragen.Infrastructure.Database;
using FluentValidation;

namespace Anfragen.Application.Tests.Accounts;

public sealed class InvitationTests
{
    private const string Password = "sieben-lange-winter";

    private static readonly InvitePerson Ole = new() { Name = "Ole Kurz", Login = "o.kurz", Role = Role.Administrator, Organization = WellKnown.Body };

    [Theory, Databases]
    public async Task Who_is_invited_sets_the_password_once_and_signs_in(DatabaseKind kind)
    {
        await using var app = await AccountsApp.Start(kind);
        var invitation = await app.Send(Ole);
        Assert.Equal((AccountStatus.Invited, null), await Stand(app, invitation.Account));
        Assert.Equal(new InvitedPerson("Ole Kurz", "o.kurz"), await app.Send(new GetInvitation(invitation.Token)));

        await Accept(app, invitation.Token);

        Assert.NotNull(await app.SignIn("o.kurz", Password));
        Assert.Equal((AccountStatus.Active, app.Clock.Now), await Stand(app, invitation.Account));
        Assert.Equal(AccountRules.InvitationHolds, await Refusal(() => Accept(app, invitation.Token)));
        Assert.Null(await app.Send(new GetInvitation(invitation.Token)));
        Assert.Equal(
            ["AddAccount", "GrantRole", "InviteAccount", "SetPassword"],
            await app.Rows<string>("SELECT step FROM journal WHERE subject_kind = 'Account' AND subject_id = @id ORDER BY seq", new { id = invitation.Account }));
        Assert.Empty((await app.Send(new VerifyJournal(null))).Findings);
    }

    [Theory, Databases]
    public async Task A_link_holds_for_its_time_and_a_newer_one_replaces_it(DatabaseKind kind)
    {
        await using var app = await AccountsApp.Start(kind);
        var first = await app.Send(Ole);
        var second = await app.Send(new RenewInvitation(first.Account));
        Assert.Equal(AccountRules.InvitationHolds, await Refusal(() => Accept(app, first.Token)));

        app.Clock.Now += TimeSpan.FromDays(7);
        Assert.Equal(AccountRules.InvitationHolds, await Refusal(() => Accept(app, second.Token)));

        await Accept(app, (await app.Send(new RenewInvitation(first.Account))).Token);
        var reset = await app.Send(new RenewInvitation(first.Account));
        app.Clock.Now += TimeSpan.FromHours(24);
        Assert.Equal(AccountRules.InvitationHolds, await Refusal(() => Accept(app, reset.Token)));
        Assert.Equal(AccountRules.InvitationHolds, await Refusal(() => Accept(app, "geraten")));
    }

    [Theory, Databases]
    public async Task The_secret_is_neither_stored_nor_printed(DatabaseKind kind)
    {
        await using var app = await AccountsApp.Start(kind);

        var invitation = await app.Send(Ole);

        Assert.Equal(43, invitation.Token.Length);
        Assert.Equal([Digest.OfText(invitation.Token)], await app.Rows<string>("SELECT token_sha256 FROM invitations"));
        Assert.DoesNotContain(invitation.Token, $"{invitation} {new GetInvitation(invitation.Token)} {new AcceptInvitation { Token = invitation.Token }}");
    }

    [Theory, Databases]
    public async Task A_refused_password_leaves_the_link_as_it_is(DatabaseKind kind)
    {
        await using var app = await AccountsApp.Start(kind);
        var invitation = await app.Send(Ole with { Login = "sehr.lange.anmeldung" });

        var different = await Assert.ThrowsAsync<ValidationException>(() => app.Send(
            new AcceptInvitation { Token = invitation.Token, Password = Password, RepeatedPassword = "sieben-lange-sommer" }));
        Assert.Equal(nameof(AcceptInvitation.RepeatedPassword), Assert.Single(different.Errors).PropertyName);
        Assert.Equal(AccountRules.PasswordIsNotLogin, await Refusal(() => Accept(app, invitation.Token, "Sehr.Lange.Anmeldung")));

        await Accept(app, invitation.Token);
    }

    [Theory, Databases]
    public async Task A_lock_voids_links_until_somebody_unlocks(DatabaseKind kind)
    {
        await using var app = await AccountsApp.Start(kind);
        var invitation = await app.Send(Ole);

        await app.Send(new LockAccount(invitation.Account));

        Assert.Equal(AccountRules.InvitationHolds, await Refusal(() => Accept(app, invitation.Token)));
        Assert.Equal(AccountRules.NotLocked, await Refusal(() => app.Send(new RenewInvitation(invitation.Account))));
        await app.Send(new UnlockAccount(invitation.Account));
        await Accept(app, (await app.Send(new RenewInvitation(invitation.Account))).Token);
        Assert.NotNull(await app.SignIn("o.kurz", Password));
    }

    [Theory, Databases]
    public async Task Who_leaves_loses_access_roles_and_memberships_at_once_and_keeps_the_name(DatabaseKind kind)
    {
        await using var app = await AccountsApp.Start(kind);
        var invitation = await app.Send(Ole);
        await Accept(app, invitation.Token);
        var session = await app.SignIn("o.kurz", Password);
        await app.Execute(
            """
            INSERT INTO memberships (id, person_id, organization_id, created_at, modified_at)
            SELECT @id, person_id, @body, created_at, created_at FROM users WHERE login = 'o.kurz'
            """, new { id = Guid.CreateVersion7(), body = WellKnown.Body });
        var today = Berlin.Day(app.Clock.Now);

        await app.Send(new RecordDeparture(invitation.Account));

        Assert.Null(await app.Session(session!));
        Assert.Null(await app.SignIn("o.kurz", Password));
        var page = await app.Send(new GetAccount(invitation.Account));
        Assert.Equal(("Ole Kurz", AccountStatus.Locked), (page.Account.Name, page.Account.Status));
        Assert.Equal(today, Assert.Single(page.Roles).Validity.To);
        Assert.Equal(today, Assert.Single(page.Memberships).Validity.To);
        Assert.Empty((await app.Send(new VerifyJournal(null))).Findings);
    }

    [Theory, Databases]
    public async Task The_last_administration_does_not_take_itself_away(DatabaseKind kind)
    {
        await using var app = await AccountsApp.Start(kind);
        var invitation = await app.Send(Ole);
        app.User.Id = invitation.Account;
        var grant = Assert.Single((await app.Send(new GetAccount(invitation.Account))).Roles);
        var end = new EndRole { Id = invitation.Account, Grant = grant.Id, LastDay = Berlin.Day(app.Clock.Now) };

        Assert.Equal(AccountRules.OwnAdministrationStays, await Refusal(() => app.Send(end)));
        Assert.Equal(AccountRules.NotOwnAccount, await Refusal(() => app.Send(new RecordDeparture(invitation.Account))));
        app.User.Id = WellKnown.System;
        Assert.Equal(CouncilRules.PeriodIsForward, await Refusal(() => app.Send(end with { LastDay = new DateOnly(2020, 1, 1) })));
        await app.Send(end);
        await Assert.ThrowsAsync<NotFound>(() => app.Send(end with { Grant = Guid.CreateVersion7() }));
    }

    [Theory, Databases]
    public async Task One_changes_the_own_password_by_the_old_one_and_other_sessions_end(DatabaseKind kind)
    {
        await using var app = await AccountsApp.Start(kind);
        var invitation = await app.Send(Ole);
        await Accept(app, invitation.Token);
        var elsewhere = await app.SignIn("o.kurz", Password);
        app.User.Id = invitation.Account;
        var change = new ChangePassword { OldPassword = Password, Password = "acht-lange-winter", RepeatedPassword = "acht-lange-winter" };

        Assert.Equal(AccountRules.OldPasswordFits, await Refusal(() => app.Send(change with { OldPassword = "weiß ich nicht" })));
        await app.Send(change);

        Assert.Null(await app.Session(elsewhere!));
        Assert.Null(await app.SignIn("o.kurz", Password));
        Assert.NotNull(await app.SignIn("o.kurz", "acht-lange-winter"));
        Assert.Equal("o.kurz", (await app.Send(new GetProfile())).Login);
    }

    [Theory, Databases]
    public async Task A_person_of_the_master_data_is_invited_under_that_name(DatabaseKind kind)
    {
        await using var app = await AccountsApp.Start(kind);
        var id = Guid.CreateVersion7();
        await app.Execute(
            "INSERT INTO persons (id, name, sort_key, created_at, modified_at) VALUES (@id, 'Dr. Eva Meier', 'eva', @now, @now)", new { id, app.Clock.Now });
        Assert.Equal(new PersonChoice(id, "Dr. Eva Meier"), Assert.Single((await app.Send(new GetInvitationForm())).Persons));

        var invitation = await app.Send(Ole with { Person = id, Name = "", Login = "e.meier" });

        Assert.Equal("Dr. Eva Meier", (await app.Send(new GetAccount(invitation.Account))).Account.Name);
        Assert.Empty((await app.Send(new GetInvitationForm())).Persons);
        Assert.Equal(AccountRules.LoginIsFree, await Refusal(() => app.Send(Ole with { Login = "E.MEIER" })));
    }

    private static async Task<(AccountStatus Status, DateTimeOffset? LastSignIn)> Stand(AccountsApp app, UserId account)
    {
        var line = Assert.Single(await app.Send(new ListAccounts()), line => line.Id == account);
        return (line.Status, line.LastSignInAt);
    }

    private static Task Accept(AccountsApp app, string token, string password = Password) =>
        app.Send(new AcceptInvitation { Token = token, Password = password, RepeatedPassword = password });

    private static async Task<Rule> Refusal(Func<Task> send) => (await Assert.ThrowsAsync<RuleViolation>(send)).Rule;
}
