using Anfragen.Application.Inquiries;
using Anfragen.Domain;
using Anfragen.Domain.Assignments;

namespace Anfragen.Application.Assignments;

/// <summary>What the council office needs to route: the inquiry with its assignments, and the departments.</summary>
public sealed record GetRouting(InquiryId Id) : IQuery<Routing>
{
    public static Permission Permission => Permission.RouteQuestions;
}

/// <summary>Inquiry and choices.</summary>
public sealed record Routing(InquiryDetails Inquiry, IReadOnlyList<OrganizationChoice> Departments)
{
    /// <summary>Where open questions might belong, and why; a hint, which a person accepts by leaving it.</summary>
    public IReadOnlyDictionary<QuestionId, DepartmentSuggestion> Suggestions { get; init; } = new Dictionary<QuestionId, DepartmentSuggestion>();

    /// <summary>A line for each question that no department leads, filled in where there is a suggestion.</summary>
    public RouteQuestions Unrouted => new()
    {
        Id = Inquiry.Id,
        Routes = [.. Inquiry.Questions.Where(question => question.NeedsLead)
            .Select(question => new RouteQuestions.Route
            {
                Question = question.Question.Id,
                Lead = Suggestions.GetValueOrDefault(question.Question.Id)?.Department,
            })],
    };
}
