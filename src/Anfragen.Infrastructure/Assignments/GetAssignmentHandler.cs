using Anfragen.Application;
using Anfragen.Application.Assignments;
using Anfragen.Application.Replies;
using Anfragen.Domain;
using Anfragen.Domain.Assignments;
using Anfragen.Infrastructure.Cases;
using Anfragen.Infrastructure.Council;
using MediatR;

namespace Anfragen.Infrastructure.Assignments;

internal sealed class GetAssignmentHandler(CaseViews views, Departments departments, ICurrentUser user, IAnswerMarkdown markdown) : IRequestHandler<GetAssignment, AssignmentDetails>
{
    public async Task<AssignmentDetails> Handle(GetAssignment query, CancellationToken cancel)
    {
        var view = await views.LoadBy("SELECT inquiry_id FROM assignments WHERE id = @id", new { query.Id }, cancel);
        var assignment = view.Case.Assignment(query.Id);
        if (!views.MaySee(view.Case, assignment)) throw new NotFound();

        var open = OpenSteps.Of(user, assignment);
        return new AssignmentDetails
        {
            Id = assignment.Id,
            Inquiry = view.Details,
            Question = view.Details.Questions.Single(question => question.Question.Id == assignment.QuestionId),
            Department = view.Names[assignment.Department],
            Part = assignment.Part,
            State = assignment.State,
            Note = assignment.Note,
            ReturnReason = assignment is { State: AssignmentState.Accepted } && assignment.Acts[^1].Step == Step.ReturnContribution
                ? assignment.Acts[^1].Reason
                : null,
            Contributions = [.. assignment.Contributions.Select(text => new ContributionDetails(
                text.Version, text.Markdown, markdown.ToHtml(text.Markdown, 4), view.Names[text.By], text.At))],
            OtherDepartments = open.Contains(Step.Decline)
                ? [.. (await departments.All(cancel)).Where(department => department.Id != assignment.Department)]
                : [],
            Open = open,
        };
    }
}
