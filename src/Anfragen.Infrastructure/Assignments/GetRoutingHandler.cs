using Anfragen.Application.Assignments;
using Anfragen.Application.Inquiries;
using Anfragen.Domain;
using Anfragen.Domain.Assignments;
using Anfragen.Domain.Cases;
using Anfragen.Domain.Inquiries;
using Anfragen.Infrastructure.Cases;
using Anfragen.Infrastructure.Council;
using Anfragen.Infrastructure.Database;
using MediatR;

namespace Anfragen.Infrastructure.Assignments;

internal sealed class GetRoutingHandler(CaseViews views, Departments departments, DbSession db) : IRequestHandler<GetRouting, Routing>
{
    /// <summary>How many earlier assignments are compared; a city's last few years.</summary>
    private const int Compared = 2000;

    private const string SelectEarlier = """
        SELECT a.department_id AS department, q.text AS question, i.number
        FROM assignments a JOIN questions q ON q.id = a.question_id JOIN inquiries i ON i.id = a.inquiry_id
        WHERE a.part = 'Lead' AND a.state <> 'Declined' AND a.inquiry_id <> @inquiry
        ORDER BY a.id DESC
        LIMIT @compared
        """;

    public async Task<Routing> Handle(GetRouting query, CancellationToken cancel)
    {
        var view = await views.Load(query.Id, cancel);
        var choices = await departments.All(cancel);
        var open = view.Details.Questions.Where(question => question.NeedsLead).ToList();
        var suggestions = open.Count == 0 ? [] : Suggestions(view.Case, open, choices, await Earlier(query.Id, cancel));
        return new Routing(view.Details, choices) { Suggestions = suggestions };
    }

    private Task<IReadOnlyList<EarlierAssignment>> Earlier(InquiryId inquiry, CancellationToken cancel) =>
        db.List<EarlierAssignment>(SelectEarlier, new { inquiry, compared = Compared }, cancel);

    private static Dictionary<QuestionId, DepartmentSuggestion> Suggestions(
        InquiryCase @case, IEnumerable<QuestionDetails> open, IReadOnlyList<OrganizationChoice> choices, IReadOnlyList<EarlierAssignment> earlier)
    {
        var suggester = new DepartmentSuggester([.. choices.Select(choice => (choice.Id, choice.Name))], earlier);
        var suggestions = new Dictionary<QuestionId, DepartmentSuggestion>();
        foreach (var question in open.Select(details => details.Question))
        {
            var declined = @case.Assignments.Where(assignment => assignment.QuestionId == question.Id && assignment.State == AssignmentState.Declined).ToList();
            var not = declined.Select(assignment => assignment.Department).ToHashSet();
            var named = declined.LastOrDefault(assignment => assignment.Part == AssignmentPart.Lead)?.NamedAsCompetent;
            var suggestion = named is { } department && !not.Contains(department) && choices.Any(choice => choice.Id == department)
                ? new DepartmentSuggestion(department, "weil das ablehnende Amt es nennt")
                : Follows(@case, question, not) ?? suggester.For(question.Text, not);
            if (suggestion is not null) suggestions[question.Id] = suggestion;
        }

        return suggestions;
    }

    private static DepartmentSuggestion? Follows(InquiryCase @case, Question question, HashSet<OrganizationId> not) =>
        question.IsSupplementary && question.ParentId is { } followed && @case.IssuedAnswerOf(followed)?.Department is { } department && !not.Contains(department)
            ? new DepartmentSuggestion(department, "weil es die Frage beantwortet hat, auf die sich die Nachfrage bezieht")
            : null;
}
