using Anfragen.Application;
using Anfragen.Application.Answers;
using Anfragen.Application.Assignments;
using Anfragen.Application.Replies;
using Anfragen.Domain;
using Anfragen.Domain.Answers;
using Anfragen.Domain.Assignments;
using Anfragen.Domain.Council;
using Anfragen.Infrastructure.Cases;
using Anfragen.Infrastructure.Council;
using MediatR;

namespace Anfragen.Infrastructure.Answers;

internal sealed class GetAnswerHandler(CaseViews views, Departments departments, IWorkingCopies copies, ITextBlocks blocks, ICurrentUser user, IAnswerMarkdown markdown)
    : IRequestHandler<GetAnswer, AnswerDetails>
{
    public async Task<AnswerDetails> Handle(GetAnswer query, CancellationToken cancel)
    {
        var view = await views.LoadBy("SELECT inquiry_id FROM answers WHERE id = @id", new { query.Id }, cancel);
        var answer = view.Case.Answer(query.Id);
        if (!views.MaySee(view.Case, answer)) throw new NotFound();

        return new AnswerDetails
        {
            Id = answer.Id,
            Inquiry = view.Details,
            Questions = [.. view.Details.Questions.Where(question => answer.Covers.Contains(question.Question.Id))],
            Department = view.Names[answer.Department],
            State = answer.State,
            ReturnReason = answer.ReturnReason,
            ReviewedVersion = answer.Acts.LastOrDefault(act => act.Step is Step.CoSign or Step.ReturnForRedraft)?.Subject.Version,
            CoSignatures = [.. answer.CoSignatures.Select(signature => new CoSignatureOfAnswer(
                view.Names[signature.Organization], signature.Given is { } given ? view.Names[given.Occasion.Actor.User] : null, signature.Given?.Occasion.At))],
            HasCoSigned = user.Id is { } coSigner && answer.HasCoSigned(new Actor(coSigner, Role.HeadOfDepartment, answer.Department)),
            IsAuthor = user.Id is { } person && answer.WasWrittenBy(new Actor(person, Role.DepartmentStaff, answer.Department)),
            Corrects = Corrected(view, answer),
            CorrectionReason = view.Case.IsBeingCorrected(answer) ? answer.CorrectionOrder?.Reason : null,
            Versions = [.. answer.Versions.Select(version => Details(view, version))],
            Contributions = Contributions(view, answer),
            Departments = await departments.All(cancel),
            Joinable = Joinable(view, answer),
            Open = Open(view, answer),
            Reader = user.Id,
            WorkingCopy = user.Id is { } self ? await copies.Find(answer.Id, self, cancel) : null,
            TextBlocks = await blocks.Of([answer.Department], cancel),
            EffortMinutes = answer.Versions.Sum(version => version.EffortMinutes ?? 0),
        };
    }

    private CorrectedAnswer? Corrected(CaseView view, Answer answer) =>
        answer.IsOpen && view.Case.IssuedAnswerOf(answer.Covers[0]) is { CorrectionOrder: { } order, Latest: { } version }
            ? new CorrectedAnswer(Details(view, version), order.Reason!)
            : null;

    private AnswerVersionDetails Details(CaseView view, AnswerVersion version) =>
        new(version.No, version.Kind, version.InNameOf, version.Markdown, markdown.ToHtml(version.Markdown, 4), view.Names[version.By], version.At);

    // Until the department of a moved answer has accepted the lead, the case refuses what the answer alone would allow.
    private HashSet<Step> Open(CaseView view, Answer answer) => answer.State == AnswerState.Issued
        ? CaseViews.Corrections(user, view.Case, answer)
        : answer.Covers.All(question => view.Case.LeadOf(question)?.State == AssignmentState.Accepted) ? OpenSteps.Of(user, answer) : [];

    private IReadOnlyList<ContributionOfAnswer> Contributions(CaseView view, Answer answer) =>
        [.. view.Case.Assignments
            .Where(assignment => assignment.Part == AssignmentPart.Contributor && answer.Covers.Contains(assignment.QuestionId)
                && (assignment.IsLive || assignment.State == AssignmentState.Declined || assignment.Contributions.Count > 0))
            .Select(assignment => new ContributionOfAnswer(
                assignment.Id, view.Names[assignment.Department], assignment.State, LabelsOf(view, [assignment.QuestionId]), assignment.Note,
                assignment.State == AssignmentState.Declined ? assignment.Acts[^1].Reason : null,
                assignment.Contributions.Count == 0 ? null : Details(view, assignment.Contributions[^1])))];

    private ContributionDetails Details(CaseView view, Contribution text) =>
        new(text.Version, text.Markdown, markdown.ToHtml(text.Markdown, 4), view.Names[text.By], text.At);

    private static IReadOnlyList<JoinableAnswer> Joinable(CaseView view, Answer answer) =>
        [.. view.Case.Answers
            .Where(other => other.Id != answer.Id && other.Department == answer.Department && other.Allows(Step.JoinAnswers, ActorIn(other)))
            .Select(other => new JoinableAnswer(other.Id, LabelsOf(view, other.Covers)))];

    private static Actor ActorIn(Answer answer) => new(default, Role.DepartmentStaff, answer.Department);

    private static string LabelsOf(CaseView view, IReadOnlyCollection<QuestionId> questions) =>
        string.Join(", ", view.Case.Inquiry.Text.Questions.Where(question => questions.Contains(question.Id))
            .Select(question => (question.Label ?? question.Ordinal).TrimEnd('.')));
}
