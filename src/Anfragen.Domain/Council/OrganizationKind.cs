namespace Anfragen.Domain.Council;

/// <summary>Art der Organisation; OParl knows them as Organization.organizationType.</summary>
public enum OrganizationKind
{
    /// <summary>Gebietskörperschaft: the municipality itself.</summary>
    Body,

    /// <summary>Fraktion.</summary>
    ParliamentaryGroup,

    /// <summary>Gremium: the council itself or one of its committees.</summary>
    Committee,

    /// <summary>Ortsbeirat.</summary>
    LocalCouncil,

    /// <summary>Dezernat.</summary>
    Directorate,

    /// <summary>Amt.</summary>
    Department,

    /// <summary>Ratsbüro.</summary>
    CouncilOffice,

    /// <summary>OB-Büro.</summary>
    MayorsOffice,
}
