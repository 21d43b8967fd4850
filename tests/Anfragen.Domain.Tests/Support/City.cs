using Anfragen.Domain.Council;

namespace Anfragen.Domain.Tests.Support;

/// <summary>A small city: one person for each thing somebody does, so that four eyes never fail by accident.</summary>
internal static class City
{
    public static readonly OrganizationId Group = OrganizationId.New();
    public static readonly OrganizationId OtherGroup = OrganizationId.New();
    public static readonly OrganizationId CouncilOffice = OrganizationId.New();
    public static readonly OrganizationId MainDepartment = OrganizationId.New();
    public static readonly OrganizationId FundingDirectorate = OrganizationId.New();
    public static readonly OrganizationId CitizensDepartment = OrganizationId.New();
    public static readonly OrganizationId Directorate = OrganizationId.New();
    public static readonly OrganizationId MayorsOffice = OrganizationId.New();

    public static readonly Actor Asker = Of(Role.GroupMember, Group);
    public static readonly Actor CoAsker = Of(Role.GroupMember, OtherGroup);
    public static readonly Actor Office = Of(Role.CouncilOffice, CouncilOffice);
    public static readonly Actor Publisher = Of(Role.CouncilOffice, CouncilOffice);
    public static readonly Actor Reviewer = Of(Role.MayorsOffice, MayorsOffice);
    public static readonly Actor Mayor = Of(Role.MayorsOffice, MayorsOffice);

    private static readonly Dictionary<(Role Role, OrganizationId Department, int Number), Actor> Departments = [];

    static City()
    {
        foreach (var department in (OrganizationId[])[MainDepartment, FundingDirectorate, CitizensDepartment, Directorate])
        {
            foreach (var number in (int[])[1, 2])
            {
                Departments[(Role.DepartmentStaff, department, number)] = Of(Role.DepartmentStaff, department);
                Departments[(Role.HeadOfDepartment, department, number)] = Of(Role.HeadOfDepartment, department);
            }
        }
    }

    public static Actor Staff(OrganizationId department, int number = 1) => Departments[(Role.DepartmentStaff, department, number)];

    public static Actor Head(OrganizationId department, int number = 1) => Departments[(Role.HeadOfDepartment, department, number)];

    public static Actor Of(Role role, OrganizationId organization) => new(UserId.New(), role, organization);

    /// <summary>A different person who acts for the first.</summary>
    public static Actor Deputy(this Actor principal) => principal with { User = UserId.New(), OnBehalfOf = principal.User };
}
