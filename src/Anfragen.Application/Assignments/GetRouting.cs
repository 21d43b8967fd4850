using Anfragen.Application.Inquiries;
using Anfragen.Domain;
using Anfragen.Domain.Inquiries;

namespace Anfragen.Application.Assignments;

/// <summary>What the council office needs to route: the inquiry with its assignments, and the departments.</summary>
public sealed record GetRouting(InquiryId Id) : IQuery<Routing>
{
    public static Permission Permission => Permission.RouteQuestions;
}

/// <summary>Inquiry and choices.</summary>
public sealed record Routing(InquiryDetails Inquiry, IReadOnlyList<OrganizationChoice> Departments)
{
    /// <summary>A line for each question that no department leads, to be filled in.</summary>
    public RouteQuestions Unrouted => new()
    {
        Id = Inquiry.Id,
        Routes = [.. Inquiry.Questions.Where(question => question.NeedsLead)
            .Select(question => new RouteQuestions.Route { Question = question.Question.Id })],
    };
}
