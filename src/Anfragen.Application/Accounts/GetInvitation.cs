namespace Anfragen.Application.Accounts;

/// <summary>Whom a link invites; null for one that is wrong, used, replaced or expired, which are one answer.</summary>
public sealed record GetInvitation(string Token) : IQuery<InvitedPerson?>
{
    public static Permission Permission => Permission.Anyone;

    /// <summary>Without the secret, which a log would keep.</summary>
    public override string ToString() => nameof(GetInvitation);
}

/// <summary>Somebody who can set a password.</summary>
public sealed record InvitedPerson(string Name, string Login);
