namespace Anfragen.Application.Accounts;

/// <summary>One's own account.</summary>
public sealed record GetProfile : IQuery<ProfilePage>
{
    public static Permission Permission => Permission.SignedIn;
}

/// <summary>What a person sees of their own account.</summary>
public sealed record ProfilePage
{
    public required string Name { get; init; }

    public required string Login { get; init; }

    public DateTimeOffset? LastSignInAt { get; init; }

    /// <summary>Own roles, also those that are over or to come.</summary>
    public required IReadOnlyList<HeldRole> Roles { get; init; }

    /// <summary>For whom the person acts, with the period.</summary>
    public required IReadOnlyList<DeputyLine> DeputizesFor { get; init; }

    /// <summary>Who acts for the person, with the period.</summary>
    public required IReadOnlyList<DeputyLine> RepresentedBy { get; init; }
}

/// <summary>A deputyship as one of both sees it.</summary>
public sealed record DeputyLine(string Name, Domain.Council.Period Validity);
