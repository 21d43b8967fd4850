using Anfragen.Application.Council;
using Anfragen.Domain;

namespace Anfragen.Application.Accounts;

/// <summary>One account with its roles and memberships.</summary>
public sealed record GetAccount(UserId Id) : IQuery<AccountPage>
{
    public static Permission Permission => Permission.ManageAccounts;
}

/// <summary>The page of an account.</summary>
public sealed record AccountPage
{
    public required AccountLine Account { get; init; }

    /// <summary>Whose account it is, in the register; null for one that was made before people were entered with their accounts.</summary>
    public Guid? Person { get; init; }

    /// <summary>Where its mails go; null when it gets none.</summary>
    public string? MailAddress { get; init; }

    /// <summary>All roles, also those that are over or to come.</summary>
    public required IReadOnlyList<HeldRole> Roles { get; init; }

    /// <summary>Where the account's person is a member; the name is the organisation's.</summary>
    public required IReadOnlyList<MemberLine> Memberships { get; init; }

    /// <summary>Until when an open link can be used, or null when there is none.</summary>
    public DateTimeOffset? InvitedUntil { get; init; }

    /// <summary>Whether it is the account of who looks.</summary>
    public required bool IsOwn { get; init; }

    /// <summary>Where a role can be granted.</summary>
    public required IReadOnlyList<ListedOrganization> Organizations { get; init; }

    /// <summary>The day at the office.</summary>
    public required DateOnly Today { get; init; }
}
