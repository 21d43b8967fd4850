using Anfragen.Domain.Archive;

namespace Anfragen.Domain.Answers;

/// <summary>
/// Antwort auf eine oder mehrere Fragen: versions by the leading department, co-signatures that hold for exactly one of them, and a
/// lock from signing on.
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

    /// <summary>
    /// The step that ordered a correction and was not taken back. It stays when the corrected answer is delivered: whether the correction is
    /// still open, the case knows (<see cref="Cases.InquiryCase.IsBeingCorrected(Answer)"/>).
    /// </summary>
    public Act? CorrectionOrder =>
        State == AnswerState.Issued && Acts.LastOrDefault(act => act.Step is Step.OrderCorrection or Step.DropCorrection) is { Step: Step.OrderCorrection } order ? order : null;

    /// <summary>Why it was returned last, while it is returned.</summary>
    public string? ReturnReason => State == AnswerState.Returned ? Last(Step.ReturnForRedraft)?.Reason : null;

    /// <summary>
    /// What is required of the submitted version, in order; fixed when it was submitted, so that another rule changes nothing under way.
    /// A new version and a return leave nothing of it.
    /// </summary>
    public IReadOnlyList<CoSignature> CoSignatures
    {
        get
        {
            if (State is AnswerState.Drafting or AnswerState.Returned or AnswerState.Abandoned) return [];
            if (Last(Step.SubmitForCoSignature) is not { } submitted) return [];
            var since = Acts.Skip(submitted.No).ToList();
            var given = since.Where(act => act.Step is Step.CoSignStage or Step.CoSign).ToList();
            return [.. since.Where(act => act.Step == Step.RequireCoSignature).Prepend(submitted)
                .Select((act, index) => new CoSignature(CoSignerOf(act), given.ElementAtOrDefault(index)))];
        }
    }

    /// <summary>The organisation whose head co-signs or returns next, or null.</summary>
    public OrganizationId? DueCoSigner =>
        State == AnswerState.ForCoSignature ? CoSignatures.First(signature => signature.Given is null).Organization : null;

    /// <summary>Whoever was ever asked to co-sign.</summary>
    public IEnumerable<OrganizationId> EveryCoSigner => Acts
        .Where(act => act.Step is Step.SubmitForCoSignature or Step.RequireCoSignature).Select(CoSignerOf).Distinct();

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

    /// <summary>Puts on record what an old reply says; nobody co-signs it afterwards.</summary>
    /// <param name="inquiry">The inquiry.</param>
    /// <param name="questions">What it answers; none when nobody can tell.</param>
    /// <param name="department">Whose answer it is.</param>
    /// <param name="markdown">The text.</param>
    /// <param name="occasion">Who reads it, and when.</param>
    public static Answer Import(
        InquiryId inquiry, IReadOnlyList<QuestionId> questions, OrganizationId department, string markdown, Occasion occasion)
    {
        var answer = new Answer(AnswerId.New(), inquiry, department, questions, [], 0, []);
        var version = new AnswerVersion(1, 0, AnswerKind.Own, null, markdown, occasion.Actor.User, occasion.At);
        QuestionId? first = questions.Count == 0 ? null : questions[0];
        answer.Take(
            Step.ImportAnswer, occasion,
            new ActSubject(Question: first, Version: version.No, ContentSha256: version.Sha256, Other: department.Value));
        answer._versions.Add(version);
        foreach (var question in questions.Skip(1)) answer.Take(Step.CoverByImport, occasion, new ActSubject(Question: question));
        return answer;
    }

    /// <summary>The old reply was read anew: this reading ends, its text stays as evidence.</summary>
    public void ReplaceImport(Occasion occasion)
    {
        ImportRules.IsImported.BrokenIf(Acts[0].Step != Step.ImportAnswer);
        Take(Step.ReplaceImport, occasion);
        _covers.Clear();
    }

    /// <summary>Saves a version. Voids submission and co-signature, since they named another one.</summary>
    /// <param name="basedOn">The version the author had before them; another latest one is a conflict, never overwritten.</param>
    /// <param name="kind">Whose answer it is.</param>
    /// <param name="inNameOf">The third party, when the kind says so.</param>
    /// <param name="markdown">The text.</param>
    /// <param name="occasion">Who saves, and when.</param>
    /// <param name="effortMinutes">What it took, if the author says so.</param>
    public void SaveVersion(int basedOn, AnswerKind kind, string? inNameOf, string markdown, Occasion occasion, int? effortMinutes = null)
    {
        AnswerRules.BasedOnLatestVersion.BrokenIf(basedOn != _versions.Count);
        AnswerRules.ThirdPartyIsNamed.BrokenIf(kind == AnswerKind.ThirdParty && string.IsNullOrWhiteSpace(inNameOf));
        var version = new AnswerVersion(
            _versions.Count + 1, basedOn, kind, kind == AnswerKind.ThirdParty ? inNameOf : null, markdown, occasion.Actor.User, occasion.At)
        {
            EffortMinutes = effortMinutes,
        };
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

    /// <summary>Hands the latest version to those who co-sign.</summary>
    /// <param name="contributionsOutstanding">Whether departments asked for a contribution have not delivered yet.</param>
    /// <param name="coSigners">Whose heads co-sign, in order; at least one.</param>
    public void SubmitForCoSignature(bool contributionsOutstanding, IReadOnlyList<OrganizationId> coSigners, Occasion occasion)
    {
        AnswerRules.HasText.BrokenIf(Latest is null || string.IsNullOrWhiteSpace(Latest.Markdown));
        AnswerRules.ContributionsAreIn.BrokenIf(contributionsOutstanding);
        Take(Step.SubmitForCoSignature, occasion, Required(coSigners[0]));
        foreach (var next in coSigners.Skip(1)) Take(Step.RequireCoSignature, occasion, Required(next));

        ActSubject Required(OrganizationId organization) => new(Version: Latest.No, ContentSha256: Latest.Sha256, Other: organization.Value);
    }

    /// <summary>Mitzeichnung: the head of the organisation that is due stands by exactly this version; with the last one it is co-signed.</summary>
    public void CoSign(int version, Occasion occasion)
    {
        AnswerRules.CoSignsLatestVersion.BrokenIf(Latest is null || version != Latest.No);
        AnswerRules.CoSignerIsNotAuthor.BrokenIf(WasWrittenBy(occasion.Actor));
        AnswerRules.CoSignsOnce.BrokenIf(DueCoSigner is not null && HasCoSigned(occasion.Actor));
        var isLast = CoSignatures.Count(signature => signature.Given is null) <= 1;
        Take(
            isLast ? Step.CoSign : Step.CoSignStage, occasion,
            new ActSubject(Version: version, ContentSha256: Latest.Sha256, Other: DueCoSigner?.Value));
    }

    /// <summary>Whether the person has co-signed the submitted version for another organisation already.</summary>
    public bool HasCoSigned(Actor actor) =>
        CoSignatures.Any(signature => signature.Given is { } given && actor.SharesAPersonWith(given.Occasion.Actor));

    /// <summary>Rückgabe: back to the department, by the head who is due or, once co-signed, by the mayor's office.</summary>
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

    /// <summary>Berichtigung: the delivered answer is wrong and shall be answered again; it stays as evidence.</summary>
    public void OrderCorrection(string reason, Occasion occasion)
    {
        CommonRules.ReasonIsGiven.BrokenIf(string.IsNullOrWhiteSpace(reason));
        AnswerRules.CorrectsOnceAtATime.BrokenIf(CorrectionOrder is not null);
        Take(Step.OrderCorrection, occasion, new ActSubject(Version: Latest?.No, ContentSha256: Latest?.Sha256), reason);
    }

    /// <summary>The answer is right after all.</summary>
    public void DropCorrection(string reason, Occasion occasion)
    {
        CommonRules.ReasonIsGiven.BrokenIf(string.IsNullOrWhiteSpace(reason));
        AnswerRules.IsBeingCorrected.BrokenIf(CorrectionOrder is null);
        Take(Step.DropCorrection, occasion, new ActSubject(Version: Latest?.No, ContentSha256: Latest?.Sha256), reason);
    }

    /// <summary>Whether the person wrote any version, in own name or through a deputy.</summary>
    public bool WasWrittenBy(Actor actor) =>
        Acts.Any(act => act.Step == Step.SaveAnswerVersion && actor.SharesAPersonWith(act.Occasion.Actor));

    protected override bool Stands(Relation relation, Actor actor) => relation switch
    {
        Relation.Anyone => true,
        Relation.LeadDepartment => actor.Organization == Department,
        Relation.DueCoSigner => actor.Organization == DueCoSigner,
        _ => false,
    };

    // A submission that names nobody is of the time when only the leading department's head co-signed.
    private OrganizationId CoSignerOf(Act act) => act.Subject.Other is { } named ? new OrganizationId(named) : Department;

    private ActSubject NamesLatest(ReplyId reply) => new(Version: Latest?.No, ContentSha256: Latest?.Sha256, Other: reply.Value);
}
