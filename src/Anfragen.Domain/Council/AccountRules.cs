using System.Globalization;

namespace Anfragen.Domain.Council;

/// <summary>Regeln für Konten und ihre Rollen.</summary>
public static class AccountRules
{
    public static readonly Rule LoginIsFree = new("account.login-is-free", "Diese Anmeldung gibt es schon.");

    public static readonly Rule OrganizationExists =
        new("account.organization-exists", "Diese Organisation gibt es nicht oder nicht mehr. Bitte prüfen Sie den Namen.");

    public static readonly Rule RoleFitsOrganization =
        new("account.role-fits-organization", "Diese Rolle gibt es in einer Organisation dieser Art nicht.");

    public static readonly Rule RoleIsNew = new("account.role-is-new", "Diese Rolle hat das Konto dort schon.");

    public static readonly Rule NotOwnAccount = new("account.not-own", "Das eigene Konto kann man nicht sperren.");

    public static readonly Rule OwnAdministrationStays =
        new("account.own-administration-stays", "Die eigene Administration kann man sich nicht nehmen. Das tut eine andere Person mit dieser Rolle.");

    public static readonly Rule HasARole = new(
        "account.has-a-role", "Dieses Konto hat noch keine Rolle und kann deshalb nichts tun. Bitte lassen Sie ihm von der Administration eine geben.");

    public static readonly Rule NotLocked = new("account.not-locked", "Dieses Konto ist gesperrt. Bitte entsperren Sie es zuerst.");

    public static readonly Rule InvitationHolds = new(
        "account.invitation-holds", "Dieser Link gilt nicht oder nicht mehr. Bitte lassen Sie sich von der Administration einen neuen geben.");

    public static readonly Rule OldPasswordFits = new("account.old-password-fits", "Das bisherige Passwort stimmt nicht.");

    public static readonly Rule PasswordIsNotLogin = new("account.password-is-not-login", "Das Passwort darf nicht die Anmeldung sein.");

    /// <summary>Digest of a granted role: which, where, and from when until when; the journal's steps name it.</summary>
    public static string Sha256Of(Role role, OrganizationId organization, Period validity) => Digest.OfParts(
        [role.ToString(), organization.ToString(), validity.From?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), validity.To?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)]);

    /// <summary>Whether the role exists in organisations of the kind.</summary>
    public static bool FitsInto(this Role role, OrganizationKind kind) => role switch
    {
        Role.GroupMember => kind is OrganizationKind.ParliamentaryGroup or OrganizationKind.LocalCouncil,
        Role.CouncilOffice => kind is OrganizationKind.CouncilOffice,
        Role.DepartmentStaff or Role.HeadOfDepartment => kind is OrganizationKind.Department or OrganizationKind.Directorate,
        Role.MayorsOffice => kind is OrganizationKind.MayorsOffice,
        Role.Administrator => kind is not (OrganizationKind.ParliamentaryGroup or OrganizationKind.LocalCouncil),
        _ => false,
    };
}
