namespace Anfragen.Domain.Council;

/// <summary>Rolle: in which capacity somebody acts, always within an organisation and for a period.</summary>
public enum Role
{
    /// <summary>Fraktion, Ratsmitglied.</summary>
    GroupMember,

    /// <summary>Ratsbüro.</summary>
    CouncilOffice,

    /// <summary>Sachbearbeitung im Amt.</summary>
    DepartmentStaff,

    /// <summary>Amts- oder Dezernatsleitung.</summary>
    HeadOfDepartment,

    /// <summary>OB-Büro.</summary>
    MayorsOffice,

    /// <summary>Administration.</summary>
    Administrator,
}
