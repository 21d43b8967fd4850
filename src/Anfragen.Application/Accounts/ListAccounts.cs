using Anfragen.Domain;
using Anfragen.Domain.Council;

namespace Anfragen.Application.Accounts;

/// <summary>Every account but the system's own.</summary>
public sealed record ListAccounts : IQuery<IReadOnlyList<AccountLine>>
{
    public static Permission Permission => Permission.ManageAccounts;
}

/// <summary>How an account stands.</summary>
public enum AccountStatus
{
    /// <summary>Its person has not set a password yet.</summary>
    Invited,

    /// <summary>It can sign in.</summary>
    Active,

    /// <summary>Its access was taken away.</summary>
    Locked,
}

/// <summary>One account in a list.</summary>
public sealed record AccountLine
{
    public required UserId Id { get; init; }

    public required string Name { get; init; }

    public required string Login { get; init; }

    public required AccountStatus Status { get; init; }

    /// <summary>Null when it never was.</summary>
    public DateTimeOffset? LastSignInAt { get; init; }

    /// <summary>Those that hold today.</summary>
    public required IReadOnlyList<HeldRole> Roles { get; init; }
}

/// <summary>A role that an account holds, held or will hold.</summary>
public sealed record HeldRole
{
    public required Guid Id { get; init; }

    public required Role Role { get; init; }

    /// <summary>The organisation's name of today.</summary>
    public required string Organization { get; init; }

    public required Period Validity { get; init; }
}
