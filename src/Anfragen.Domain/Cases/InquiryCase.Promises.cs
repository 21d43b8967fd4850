using Anfragen.Domain.Answers;
using Anfragen.Domain.Inquiries;
using Anfragen.Domain.Promises;

namespace Anfragen.Domain.Cases;

/// <content>What the answers promise.</content>
public sealed partial class InquiryCase
{
    /// <summary>Marks a passage of an answer as a promise.</summary>
    /// <param name="id">The answer.</param>
    /// <param name="text">Verbatim from its latest version.</param>
    /// <param name="due">When somebody looks whether it was kept; today or later.</param>
    /// <param name="owner">The department that sees to it.</param>
    /// <param name="occasion">Who marks it: the leading department or the council office.</param>
    public Promise MarkPromise(AnswerId id, string text, DateOnly due, OrganizationId owner, Occasion occasion)
    {
        var answer = Answer(id);
        PromiseRules.MadeHere.BrokenIf(Inquiry.State != InquiryState.Registered);
        CommonRules.StepFitsState.BrokenIf(answer.State == AnswerState.Abandoned);
        CommonRules.StepIsOpenToActor.BrokenIf(!MarksPromises(answer, occasion.Actor));
        PromiseRules.AnswerHasText.BrokenIf(answer.Latest is null);
        PromiseRules.StandsInAnswer.BrokenIf(!HasPassage(answer, text));
        PromiseRules.MarkedOnce.BrokenIf(PromisesOf(id).Any(other => other.Text == text));
        var promise = Domain.Promises.Promise.Mark(Inquiry.Id, id, answer.Latest.No, text, due, owner, occasion);
        _promises.Add(promise);
        return promise;
    }

    /// <summary>Takes the mark away again, as long as the answer has not left the house with the passage.</summary>
    public void UnmarkPromise(PromiseId id, Occasion occasion)
    {
        var promise = Promise(id);
        CommonRules.StepIsOpenToActor.BrokenIf(!MarksPromises(Answer(promise.AnswerId), occasion.Actor));
        PromiseRules.UnmarkedBeforeDelivery.BrokenIf(IsGiven(promise));
        promise.Unmark(occasion);
    }

    /// <summary>Says that a promise was kept.</summary>
    public void KeepPromise(PromiseId id, string note, Occasion occasion) => Given(id).Keep(note, occasion);

    /// <summary>Puts a promise off, or gives it to another department.</summary>
    public void MovePromise(PromiseId id, DateOnly due, OrganizationId owner, string note, Occasion occasion) => Given(id).Move(due, owner, note, occasion);

    /// <summary>Says that a promise will not be kept.</summary>
    public void DropPromise(PromiseId id, string note, Occasion occasion) => Given(id).Drop(note, occasion);

    /// <summary>Whether the askers have the answer with this passage in it.</summary>
    public bool IsGiven(Promise promise) =>
        promise.State != PromiseState.Unmarked && Answer(promise.AnswerId) is { State: AnswerState.Issued } answer && HasPassage(answer, promise.Text);

    /// <summary>The promises marked in an answer, less those unmarked.</summary>
    public IEnumerable<Promise> PromisesOf(AnswerId answer) =>
        _promises.Where(promise => promise.AnswerId == answer && promise.State != PromiseState.Unmarked);

    /// <summary>Whether the person could mark promises in this answer.</summary>
    public bool CanMarkPromises(Answer answer, Actor actor) => Inquiry.State == InquiryState.Registered
        && answer.State != AnswerState.Abandoned && answer.Latest is not null && MarksPromises(answer, actor);

    /// <summary>Whether the passage stands, verbatim, in the latest version.</summary>
    public static bool HasPassage(Answer answer, string text) =>
        answer.Latest?.Markdown.ReplaceLineEndings("\n").Contains(text, StringComparison.Ordinal) == true;

    private static bool MarksPromises(Answer answer, Actor actor) =>
        actor.Role == Council.Role.CouncilOffice || actor.Organization == answer.Department;

    private Promise Given(PromiseId id)
    {
        var promise = Promise(id);
        PromiseRules.IsGiven.BrokenIf(promise.IsOpen && !IsGiven(promise));
        return promise;
    }
}
