namespace Anfragen.Domain.Assignments;

/// <summary>Zuweisung: one question, one department, and its duty to react.</summary>
public sealed class Assignment : Aggregate<AssignmentState>
{
    private readonly List<Contribution> _contributions;

    private Assignment(
        AssignmentId id, InquiryId inquiry, QuestionId question, OrganizationId department, AssignmentPart part, string? note,
        IReadOnlyList<Act> acts, int version, IReadOnlyList<Contribution> contributions)
        : base(Transitions.OfAssignment, acts, version)
    {
        Id = id;
        InquiryId = inquiry;
        QuestionId = question;
        Department = department;
        Part = part;
        Note = note;
        _contributions = [.. contributions];
    }

    public AssignmentId Id { get; }

    public InquiryId InquiryId { get; }

    public QuestionId QuestionId { get; }

    public OrganizationId Department { get; }

    public AssignmentPart Part { get; }

    /// <summary>What the department was asked for, in the words of who asked; internal.</summary>
    public string? Note { get; }

    /// <summary>Versions of the contribution, oldest first.</summary>
    public IReadOnlyList<Contribution> Contributions => _contributions;

    /// <summary>Whether the department still has something to do with the question.</summary>
    public bool IsLive => State is AssignmentState.Offered or AssignmentState.Accepted or AssignmentState.Contributed;

    /// <summary>Rehydrates from evidence.</summary>
    public static Assignment Load(
        AssignmentId id, InquiryId inquiry, QuestionId question, OrganizationId department, AssignmentPart part, string? note,
        IReadOnlyList<Act> acts, int version, IReadOnlyList<Contribution> contributions) =>
        new(id, inquiry, question, department, part, note, acts, version, contributions);

    /// <summary>Since when the department has to react; an escalation and a reminder do not make it later.</summary>
    public DateTimeOffset WaitsSince => Acts.Last(act => act.Step is not (Step.Escalate or Step.Remind)).Occasion.At;

    /// <summary>Which department the one that declined holds for competent, or null.</summary>
    public OrganizationId? NamedAsCompetent => State == AssignmentState.Declined && Last(Step.Decline)?.Subject.Other is { } named ? new OrganizationId(named) : null;

    /// <summary>When the council office was told that the department does not react, or null.</summary>
    public DateTimeOffset? EscalatedAt => Last(Step.Escalate)?.Occasion.At;

    /// <summary>Gives the lead of a question to a department.</summary>
    public static Assignment Lead(InquiryId inquiry, QuestionId question, OrganizationId department, string? note, Occasion occasion)
    {
        var assignment = new Assignment(AssignmentId.New(), inquiry, question, department, AssignmentPart.Lead, note, [], 0, []);
        assignment.Take(Step.Assign, occasion, new ActSubject(Question: question, Other: department.Value));
        return assignment;
    }

    /// <summary>Asks a further department for a contribution.</summary>
    public static Assignment Contributor(InquiryId inquiry, QuestionId question, OrganizationId department, string? note, Occasion occasion)
    {
        var assignment = new Assignment(AssignmentId.New(), inquiry, question, department, AssignmentPart.Contributor, note, [], 0, []);
        assignment.Take(Step.RequestContribution, occasion, new ActSubject(Question: question, Other: department.Value));
        return assignment;
    }

    /// <summary>The department takes it on.</summary>
    public void Accept(Occasion occasion) => Take(Step.Accept, occasion, new ActSubject(Question: QuestionId));

    /// <summary>The department is not competent; the question returns to the council office.</summary>
    public void Decline(DeclineReason reason, Occasion occasion)
    {
        CommonRules.ReasonIsGiven.BrokenIf(string.IsNullOrWhiteSpace(reason.Text));
        AssignmentRules.CompetentIsNamed.BrokenIf(reason.Cause == DeclineCause.OtherDepartment && reason.Competent is null);
        AssignmentRules.CompetentIsAnother.BrokenIf(reason.Competent == Department);
        Take(Step.Decline, occasion, new ActSubject(Question: QuestionId, Other: reason.Competent?.Value, Code: reason.Cause.ToString()), reason.Text);
    }

    /// <summary>Nobody has reacted in time: the council office is told, once.</summary>
    public void Escalate(Occasion occasion)
    {
        AssignmentRules.EscalatedOnce.BrokenIf(EscalatedAt is not null);
        Take(Step.Escalate, occasion, new ActSubject(Question: QuestionId, Other: Department.Value));
    }

    /// <summary>The council office reminds the department that it has to react, once a day at most.</summary>
    public void Remind(Occasion occasion)
    {
        AssignmentRules.RemindedOnceADay.BrokenIf(Last(Step.Remind)?.Occasion.Day == occasion.Day);
        Take(Step.Remind, occasion, new ActSubject(Question: QuestionId, Other: Department.Value));
    }

    /// <summary>The council office gives the question to another department.</summary>
    public void Reassign(string reason, Occasion occasion)
    {
        CommonRules.ReasonIsGiven.BrokenIf(string.IsNullOrWhiteSpace(reason));
        Take(Step.Reassign, occasion, new ActSubject(Question: QuestionId), reason);
    }

    /// <summary>Ends it because the question was rejected or withdrawn.</summary>
    public void End(Occasion occasion) => Take(Step.EndAssignment, occasion, new ActSubject(Question: QuestionId));

    /// <summary>Supplies a version of the contribution.</summary>
    public void Contribute(string markdown, Occasion occasion)
    {
        AssignmentRules.ContributorContributes.BrokenIf(Part != AssignmentPart.Contributor);
        AssignmentRules.ContributionHasText.BrokenIf(string.IsNullOrWhiteSpace(markdown));
        var contribution = new Contribution(_contributions.Count + 1, markdown, occasion.Actor.User, occasion.At);
        Take(Step.SubmitContribution, occasion,
            new ActSubject(Question: QuestionId, Version: contribution.Version, ContentSha256: Digest.OfText(markdown)));
        _contributions.Add(contribution);
    }

    /// <summary>The lead asks for more.</summary>
    public void ReturnContribution(string reason, Occasion occasion)
    {
        CommonRules.ReasonIsGiven.BrokenIf(string.IsNullOrWhiteSpace(reason));
        Take(Step.ReturnContribution, occasion, new ActSubject(Question: QuestionId), reason);
    }

    protected override bool Stands(Relation relation, Actor actor) => relation switch
    {
        Relation.Anyone => true,
        Relation.AssignedDepartment => actor.Organization == Department,
        Relation.ContributingDepartment => actor.Organization == Department && Part == AssignmentPart.Contributor,
        _ => false,
    };
}
