namespace Anfragen.Domain.Answers;

/// <summary>
/// Antwort auf eine oder mehrere Fragen: versions by the leading department, a co-signature that holds for exactly one of them,
/// and a lock from signing on.
/// </summary>
public sealed class Answer : Aggregate<AnswerState>
{
    private readonly List<AnswerVersion> _versions;
    private readonly List<QuestionId> _covers;

    private Answer(
        AnswerId id, InquiryId inquiry, OrganizationId department, IReadOnlyList<QuestionId> covers,
        IReadOnlyList<Act> acts, int version, IReadOnlyList<AnswerVersion> versions)
        : base(Transitions.OfAnswer, acts, version)
    {
        Id = id;
        InquiryId = inquiry;
        Department = department;
        _covers = [.. covers];
        _versions = [.. versions];
    }

    public AnswerId Id { get; }

    public InquiryId InquiryId { get; }

    /// <summary>Federführung.</summary>
    public OrganizationId Department { get; private set; }

    /// <summary>The questions this answers, in the order they were joined.</summary>
    public IReadOnlyList<QuestionId> Covers => _covers;

    /// <summary>All versions, oldest first.</summary>
    public IReadOnlyList<AnswerVersion> Versions => _versions;

    /// <summary>The newest version, or null before the first save.</summary>
    public AnswerVersion? Latest => _versions.Count == 0 ? null : _versions[^1];

    /// <summary>Whether the answer can still change or end.</summary>
    public bool IsOpen => State is not (AnswerState.Issued or AnswerState.Abandoned);

    /// <summary>Why it was returned last, while it is returned.</summary>
    public string? ReturnReason => State == AnswerState.Returned ? Last(Step.ReturnForRedraft)?.Reason : null;

    /// <summary>Rehydrates from evidence.</summary>
    public static Answer Load(
        AnswerId id, InquiryId inquiry, OrganizationId department, IReadOnlyList<QuestionId> covers,
        IReadOnlyList<Act> acts, int version, IReadOnlyList<AnswerVersion> versions) =>
        new(id, inquiry, department, covers, acts, version, versions);

    /// <summary>Begins the answer when the department accepts the lead.</summary>
    public static Answer Open(InquiryId inquiry, QuestionId question, OrganizationId department, Occasion occasion)
    {
        var answer = new Answer(AnswerId.New(), inquiry, department, [question], [], 0, []);
        answer.Take(Step.OpenAnswer, occasion, new ActSubject(Question: question));
        return answer;
    }

    /// <summary>Saves a version. Voids submission and co-signature, since they named another one.</summary>
    /// <param name="basedOn">The version the author had before them; another latest one is a conflict, never overwritten.</param>
    public void SaveVersion(int basedOn, AnswerKind kind, string? inNameOf, string markdown, Occasion occasion)
    {
        AnswerRules.BasedOnLatestVersion.BrokenIf(basedOn != _versions.Count);
        AnswerRules.ThirdPartyIsNamed.BrokenIf(kind == AnswerKind.ThirdParty && string.IsNullOrWhiteSpace(inNameOf));
        var version = new AnswerVersion(
            _versions.Count + 1, basedOn, kind, kind == AnswerKind.ThirdParty ? inNameOf : null, markdown, occasion.Actor.User, occasion.At);
        Take(Step.SaveAnswerVersion, occasion, new ActSubject(Version: version.No, ContentSha256: version.Sha256));
        _versions.Add(version);
    }

    /// <summary>Takes over the questions of another answer of the same department, which ends thereby.</summary>
    public void Join(Answer other, Occasion occasion)
    {
        AnswerRules.JoinsWithinOneDepartment.BrokenIf(other.Department != Department || other.InquiryId != InquiryId || other.Id == Id);
        AnswerRules.JoinsDrafts.BrokenIf(other.State != AnswerState.Drafting);
        foreach (var question in other._covers)
        {
            Take(Step.JoinAnswers, occasion, new ActSubject(Question: question, Other: other.Id.Value));
            _covers.Add(question);
        }

        other._covers.Clear();
        other.Take(Step.AbandonAnswer, occasion, new ActSubject(Other: Id.Value));
    }

    /// <summary>Gives one question an answer of its own again.</summary>
    public Answer Split(QuestionId question, Occasion occasion)
    {
        AnswerRules.CoversTheQuestion.BrokenIf(!_covers.Contains(question));
        AnswerRules.KeepsAQuestion.BrokenIf(_covers.Count == 1);
        Take(Step.SplitAnswer, occasion, new ActSubject(Question: question));
        _covers.Remove(question);
        return Open(InquiryId, question, Department, occasion);
    }

    /// <summary>Hands the latest version to the head of department.</summary>
    /// <param name="contributionsOutstanding">Whether departments asked for a contribution have not delivered yet.</param>
    public void SubmitForCoSignature(bool contributionsOutstanding, Occasion occasion)
    {
        AnswerRules.HasText.BrokenIf(Latest is null || string.IsNullOrWhiteSpace(Latest.Markdown));
        AnswerRules.ContributionsAreIn.BrokenIf(contributionsOutstanding);
        Take(Step.SubmitForCoSignature, occasion, new ActSubject(Version: Latest.No, ContentSha256: Latest.Sha256));
    }

    /// <summary>Mitzeichnung: the head of department stands by exactly this version.</summary>
    public void CoSign(int version, Occasion occasion)
    {
        AnswerRules.CoSignsLatestVersion.BrokenIf(Latest is null || version != Latest.No);
        AnswerRules.CoSignerIsNotAuthor.BrokenIf(WasWrittenBy(occasion.Actor));
        Take(Step.CoSign, occasion, new ActSubject(Version: version, ContentSha256: Latest.Sha256));
    }

    /// <summary>Rückgabe: back to the department, by its head or, once co-signed, by the mayor's office.</summary>
    public void ReturnForRedraft(string reason, Occasion occasion)
    {
        CommonRules.ReasonIsGiven.BrokenIf(string.IsNullOrWhiteSpace(reason));
        Take(Step.ReturnForRedraft, occasion, new ActSubject(Version: _versions.Count), reason);
    }

    /// <summary>The answer moves along with the lead of its question.</summary>
    public void MoveTo(OrganizationId department, Occasion occasion)
    {
        Take(Step.MoveToDepartment, occasion, new ActSubject(Other: department.Value));
        Department = department;
    }

    /// <summary>
    /// The question leaves the answer because it was rejected, withdrawn or declined. An answer to nothing ends; a joint one is drafted
    /// again, since its text was co-signed as the answer to more than is asked now.
    /// </summary>
    public void Drop(QuestionId question, Occasion occasion)
    {
        AnswerRules.CoversTheQuestion.BrokenIf(!_covers.Contains(question));
        Take(_covers.Count == 1 ? Step.AbandonAnswer : Step.DropQuestion, occasion, new ActSubject(Question: question));
        _covers.Remove(question);
    }

    /// <summary>The reply that holds it was signed: nothing in it changes any more.</summary>
    public void LockBySigning(ReplyId reply, Occasion occasion) => Take(Step.LockBySigning, occasion, NamesLatest(reply));

    /// <summary>The signature was annulled.</summary>
    public void UnlockByAnnulment(ReplyId reply, Occasion occasion) => Take(Step.UnlockByAnnulment, occasion, NamesLatest(reply));

    /// <summary>The reply reached the askers.</summary>
    public void Issue(ReplyId reply, Occasion occasion) => Take(Step.Issue, occasion, NamesLatest(reply));

    /// <summary>Whether the person wrote any version, in own name or through a deputy.</summary>
    public bool WasWrittenBy(Actor actor) =>
        Acts.Any(act => act.Step == Step.SaveAnswerVersion && actor.SharesAPersonWith(act.Occasion.Actor));

    protected override bool Stands(Relation relation, Actor actor) =>
        relation == Relation.Anyone || (relation == Relation.LeadDepartment && actor.Organization == Department);

    private ActSubject NamesLatest(ReplyId reply) => new(Version: Latest?.No, ContentSha256: Latest?.Sha256, Other: reply.Value);
}
