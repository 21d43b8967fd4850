using Anfragen.Domain;
using Anfragen.Domain.Answers;
using Anfragen.Domain.Council;
using Anfragen.Domain.Inquiries;

namespace Anfragen.Application.Council;

/// <summary>The organisations as they are today.</summary>
public interface ICouncil
{
    /// <summary>The groups as originators, in the order given; one that is unknown or ended is a <see cref="NotFound"/>.</summary>
    Task<IReadOnlyList<Originator>> Originators(IReadOnlyList<OrganizationId> groups, CancellationToken cancel);

    /// <summary>All of them with their former names, ended ones too.</summary>
    Task<IReadOnlyList<Organization>> Organizations(CancellationToken cancel);

    /// <summary>Whose heads co-sign what this department answers today.</summary>
    Task<CoSignatureRule> CoSignatureRuleFor(OrganizationId department, CancellationToken cancel);

    /// <summary>Whether all of these are departments or directorates that can be given questions today.</summary>
    Task<bool> AreDepartments(IReadOnlyCollection<OrganizationId> organizations, CancellationToken cancel);
}
