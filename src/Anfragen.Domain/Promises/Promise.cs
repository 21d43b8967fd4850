using System.Globalization;

namespace Anfragen.Domain.Promises;

/// <summary>
/// Zusage: a passage of an answer that says what the administration will do, with the day on which somebody looks whether it did. It counts
/// from the day the answer is delivered; on its day it returns to the inbox of its department. It is the house's own note: no letter and no
/// page of the portal holds it.
/// </summary>
public sealed class Promise : Aggregate<PromiseState>
{
    private const string DayFormat = "yyyy-MM-dd";

    private Promise(PromiseId id, InquiryId inquiry, AnswerId answer, string text, IReadOnlyList<Act> acts, int version)
        : base(Transitions.OfPromise, acts, version)
    {
        Id = id;
        InquiryId = inquiry;
        AnswerId = answer;
        Text = text;
    }

    public PromiseId Id { get; }

    public InquiryId InquiryId { get; }

    /// <summary>Which answer promises it.</summary>
    public AnswerId AnswerId { get; }

    /// <summary>The passage, verbatim as it stands in the answer.</summary>
    public string Text { get; }

    /// <summary>The department that sees to it, and looks on the day whether it was kept.</summary>
    public OrganizationId Owner => new(LastTerm.Subject.Other!.Value);

    /// <summary>The day on which it returns to the inbox.</summary>
    public DateOnly DueOn => DayOf(LastTerm);

    /// <summary>The first such day; it stays visible when the day is moved.</summary>
    public DateOnly FirstDueOn => DayOf(Acts[0]);

    /// <summary>Whether it is neither kept nor dropped.</summary>
    public bool IsOpen => State == PromiseState.Open;

    private Act LastTerm => Acts.Last(act => act.Step is Step.MarkPromise or Step.MovePromise);

    /// <summary>What the journal names of the passage.</summary>
    public static string Sha256Of(string text) => Digest.OfText(text);

    /// <summary>Rehydrates from evidence.</summary>
    public static Promise Load(PromiseId id, InquiryId inquiry, AnswerId answer, string text, IReadOnlyList<Act> acts, int version) =>
        new(id, inquiry, answer, text, acts, version);

    /// <summary>Marks a passage; the case says whether it stands in the answer and who may.</summary>
    internal static Promise Mark(
        InquiryId inquiry, AnswerId answer, int answerVersion, string text, DateOnly due, OrganizationId owner, Occasion occasion)
    {
        PromiseRules.DueIsAhead.BrokenIf(due < occasion.Day);
        var promise = new Promise(PromiseId.New(), inquiry, answer, text, [], 0);
        promise.Take(Step.MarkPromise, occasion, Term(due, owner) with { Version = answerVersion, ContentSha256 = Sha256Of(text) });
        return promise;
    }

    /// <summary>It was marked by mistake, or the passage is gone; possible until the answer is delivered.</summary>
    internal void Unmark(Occasion occasion) => Take(Step.UnmarkPromise, occasion);

    /// <summary>The administration did what it said.</summary>
    /// <param name="note">How, in a sentence.</param>
    public void Keep(string note, Occasion occasion)
    {
        PromiseRules.NoteIsGiven.BrokenIf(string.IsNullOrWhiteSpace(note));
        Take(Step.KeepPromise, occasion, reason: note);
    }

    /// <summary>It comes later, or another department sees to it.</summary>
    /// <param name="due">Today or later.</param>
    /// <param name="owner">Who sees to it from now on.</param>
    /// <param name="note">Why, in a sentence.</param>
    public void Move(DateOnly due, OrganizationId owner, string note, Occasion occasion)
    {
        PromiseRules.NoteIsGiven.BrokenIf(string.IsNullOrWhiteSpace(note));
        PromiseRules.DueIsAhead.BrokenIf(due < occasion.Day);
        Take(Step.MovePromise, occasion, Term(due, owner), note);
    }

    /// <summary>The administration will not do it.</summary>
    /// <param name="note">Why, in a sentence.</param>
    public void Drop(string note, Occasion occasion)
    {
        PromiseRules.NoteIsGiven.BrokenIf(string.IsNullOrWhiteSpace(note));
        Take(Step.DropPromise, occasion, reason: note);
    }

    protected override bool Stands(Relation relation, Actor actor) => relation switch
    {
        Relation.Anyone => true,
        Relation.PromiseKeeper => actor.Role == Council.Role.CouncilOffice || actor.Organization == Owner,
        _ => false,
    };

    private static ActSubject Term(DateOnly due, OrganizationId owner) =>
        new(Other: owner.Value, Code: due.ToString(DayFormat, CultureInfo.InvariantCulture));

    private static DateOnly DayOf(Act act) => DateOnly.ParseExact(act.Subject.Code!, DayFormat, CultureInfo.InvariantCulture);
}

/// <summary>Stand einer Zusage. Stored by name.</summary>
public enum PromiseState
{
    /// <summary>offen.</summary>
    Open,

    /// <summary>eingelöst.</summary>
    Kept,

    /// <summary>nicht eingelöst: the administration will not do it.</summary>
    Dropped,

    /// <summary>Vermerk aufgehoben, before the answer was delivered.</summary>
    Unmarked,
}
