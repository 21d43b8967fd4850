using Anfragen.Application.Inquiries;
using Anfragen.Domain;

namespace Anfragen.Application.Assignments;

/// <summary>What the council office needs to route: the inquiry with its assignments, and the departments.</summary>
public sealed record GetRouting(InquiryId Id) : IQuery<Routing>
{
    public static Permission Permission => Permission.RouteQuestions;
}

/// <summary>Inquiry and choices.</summary>
public sealed record Routing(InquiryDetails Inquiry, IReadOnlyList<OrganizationChoice> Departments);
