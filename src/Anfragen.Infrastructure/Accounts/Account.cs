using Anfragen.Domain;

namespace Anfragen.Infrastructure.Accounts;

/// <summary>An account as ASP.NET Core Identity sees it: how somebody signs in. What the person may do stands in the role grants.</summary>
public sealed class Account
{
    public UserId Id { get; init; } = UserId.New();

    public string Name { get; init; } = "";

    public string Login { get; set; } = "";

    public string LoginFolded { get; set; } = "";

    /// <summary>Null for the system's own account, which cannot sign in.</summary>
    public string? PasswordHash { get; set; }

    /// <summary>Changes with everything that must end the open sessions.</summary>
    public string SecurityStamp { get; set; } = "";

    public int FailedSignIns { get; set; }

    public DateTimeOffset? LockedUntil { get; set; }

    /// <summary>The stamp in the database when the account was read; a change based on an older one is refused.</summary>
    internal string? StampRead { get; set; }
}
