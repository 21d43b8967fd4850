using Anfragen.Application.Backup;
using Anfragen.Application.Mail;
using Anfragen.Domain.Answers;

namespace Anfragen.Application.Council;

/// <summary>What the administration keeps, how much of it there is, and what the city still lacks to work.</summary>
public sealed record GetAdministration : IQuery<AdministrationPage>
{
    public static Permission Permission => Permission.ManageCouncil;
}

/// <summary>The overview of the administration; everything counted is what holds today.</summary>
public sealed record AdministrationPage
{
    public required int Organizations { get; init; }

    public required int Persons { get; init; }

    public required int Accounts { get; init; }

    /// <summary>Accounts whose person has not set a password yet.</summary>
    public required int Invited { get; init; }

    public required int Deputyships { get; init; }

    /// <summary>The scheme in force, such as "{seq:4}/{year}".</summary>
    public required string Scheme { get; init; }

    /// <summary>The legislative term of today, or null when none is entered.</summary>
    public string? Term { get; init; }

    /// <summary>Who can sign today.</summary>
    public required IReadOnlyList<string> Signatories { get; init; }

    /// <summary>Whose heads co-sign, in order.</summary>
    public required IReadOnlyList<CoSignatureStage> CoSignatures { get; init; }

    /// <summary>The sender of every letter, or null as long as there is no letterhead.</summary>
    public string? Sender { get; init; }

    /// <summary>How it stands with the backups the service makes.</summary>
    public required BackupCondition Backup { get; init; }

    /// <summary>Whether mails leave the house.</summary>
    public required OutboxCondition Outbox { get; init; }

    /// <summary>Whether there is a council office, which everything begins with.</summary>
    public required bool HasCouncilOffice { get; init; }
}
