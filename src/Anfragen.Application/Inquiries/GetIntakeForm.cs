using Anfragen.Domain;

namespace Anfragen.Application.Inquiries;

/// <summary>What the form for recording an intake needs.</summary>
public sealed record GetIntakeForm : IQuery<IntakeFormDetails>
{
    public static Permission Permission => Permission.AdmitInquiries;
}

/// <summary>Choices of the form.</summary>
/// <param name="Groups">Groups that can ask.</param>
/// <param name="Today">The day that is offered.</param>
public sealed record IntakeFormDetails(IReadOnlyList<OrganizationChoice> Groups, DateOnly Today);
