using Anfragen.Domain.Answers;
using Anfragen.Domain.Assignments;
using Anfragen.Domain.Council;
using Anfragen.Domain.Deadlines;
using Anfragen.Domain.Inquiries;
using Anfragen.Domain.Replies;

namespace Anfragen.Domain.Cases;

/// <summary>Art einer Aufgabe: what somebody has to do next.</summary>
public enum WorkKind
{
    /// <summary>Entwurf fertigstellen und einreichen.</summary>
    FinishDraft,

    /// <summary>Mitzeichnung der Anfrage durch eine weitere Fraktion.</summary>
    ConfirmCoAsking,

    /// <summary>Zerlegung eines Eingangs mit dem Original vergleichen.</summary>
    CheckIntake,

    /// <summary>Zulässigkeit prüfen und registrieren.</summary>
    Admit,

    /// <summary>Nachfragen prüfen und zulassen.</summary>
    AdmitSupplementary,

    /// <summary>Frage zuweisen.</summary>
    Route,

    /// <summary>Zuweisung annehmen oder ablehnen.</summary>
    React,

    /// <summary>Klären, warum ein Amt auf eine Zuweisung nicht reagiert.</summary>
    ChaseReaction,

    /// <summary>Antwort entwerfen.</summary>
    Draft,

    /// <summary>Zurückgegebene Antwort überarbeiten.</summary>
    Redraft,

    /// <summary>Zuarbeit liefern.</summary>
    Contribute,

    /// <summary>Antwort mitzeichnen.</summary>
    CoSign,

    /// <summary>Antwortschreiben zusammenstellen.</summary>
    Compose,

    /// <summary>Antwortschreiben in die Prüfung geben.</summary>
    SendToReview,

    /// <summary>Antwortschreiben prüfen und freigeben.</summary>
    Review,

    /// <summary>Antwortschreiben unterzeichnen.</summary>
    Sign,

    /// <summary>Antwortschreiben zustellen.</summary>
    Deliver,

    /// <summary>Antwort veröffentlichen.</summary>
    Publish,

    /// <summary>Eingelesenen alten Vorgang prüfen.</summary>
    SettleImport,

    /// <summary>Nachsehen, ob eine Zusage eingelöst ist.</summary>
    KeepPromise,
}

/// <summary>Aufgabe im Eingang einer Rolle. A projection: it can be thrown away and made again from the case.</summary>
/// <param name="Role">Whose inbox.</param>
/// <param name="Organization">The group or department; null where the role has one office only.</param>
/// <param name="Kind">What is to be done.</param>
/// <param name="Subject">Id of the inquiry, assignment, answer, reply or promise it is done to.</param>
/// <param name="Since">Since when it waits. Where that lies ahead, nobody sees it before: the day a promise is due comes without a nightly job.</param>
public sealed record WorkItem(Role Role, OrganizationId? Organization, WorkKind Kind, Guid Subject, DateTimeOffset Since);

/// <summary>Aufgaben eines Vorgangs: what waits for whom, read off the evidence.</summary>
public static class Work
{
    /// <summary>The stage whose internal deadline holds for tasks of this kind; null where the due date itself does.</summary>
    public static InternalStage? StageOf(WorkKind kind) => kind switch
    {
        WorkKind.Contribute => InternalStage.Contribution,
        WorkKind.Draft or WorkKind.Redraft or WorkKind.CoSign => InternalStage.CoSignature,
        WorkKind.Compose or WorkKind.SendToReview or WorkKind.Review or WorkKind.Sign => InternalStage.MayorsOffice,
        _ => null,
    };

    public static IReadOnlyList<WorkItem> Of(InquiryCase @case) =>
        [.. OfInquiry(@case), .. OfAssignments(@case), .. OfAnswers(@case), .. OfReplies(@case), .. OfPromises(@case)];

    private static IEnumerable<WorkItem> OfInquiry(InquiryCase @case)
    {
        var inquiry = @case.Inquiry;
        // Another meeting makes nothing younger that waits.
        var since = inquiry.Acts.Last(act => act.Step != Step.SetMeeting).Occasion.At;
        foreach (var originator in inquiry.Originators)
        {
            if (originator.Position == 1 && inquiry.State == InquiryState.Draft)
            {
                yield return new WorkItem(Role.GroupMember, originator.Organization, WorkKind.FinishDraft, inquiry.Id.Value, since);
            }
            else if (originator.Position > 1 && inquiry.State is InquiryState.Draft or InquiryState.Submitted
                && !inquiry.HasConfirmed(originator))
            {
                yield return new WorkItem(Role.GroupMember, originator.Organization, WorkKind.ConfirmCoAsking, inquiry.Id.Value, since);
            }
        }

        if (inquiry.State == InquiryState.Submitted && !inquiry.IsSplitChecked)
        {
            yield return new WorkItem(Role.CouncilOffice, null, WorkKind.CheckIntake, inquiry.Id.Value, since);
        }
        else if (inquiry.State == InquiryState.Submitted && inquiry.OpenQuestions.Any())
        {
            yield return new WorkItem(Role.CouncilOffice, null, WorkKind.Admit, inquiry.Id.Value, since);
        }

        if (inquiry.State == InquiryState.Registered && inquiry.PendingQuestions.Any())
        {
            yield return new WorkItem(Role.CouncilOffice, null, WorkKind.AdmitSupplementary, inquiry.Id.Value, since);
        }

        if (IsToBeSettled(inquiry))
        {
            yield return new WorkItem(Role.CouncilOffice, null, WorkKind.SettleImport, inquiry.Id.Value, since);
        }

        if (inquiry.State == InquiryState.Registered
            && inquiry.OpenQuestions.Any(question => @case.NeedsLead(question.Id)))
        {
            yield return new WorkItem(Role.CouncilOffice, null, WorkKind.Route, inquiry.Id.Value, since);
        }
    }

    private static IEnumerable<WorkItem> OfAssignments(InquiryCase @case) =>
        from assignment in @case.Assignments
        let kind = assignment switch
        {
            { State: AssignmentState.Offered } => WorkKind.React,
            { State: AssignmentState.Accepted, Part: AssignmentPart.Contributor } => WorkKind.Contribute,
            _ => (WorkKind?)null,
        }
        where kind is not null
        from item in Waiting(assignment, kind.Value)
        select item;

    private static IEnumerable<WorkItem> Waiting(Assignment assignment, WorkKind kind)
    {
        yield return new WorkItem(Role.DepartmentStaff, assignment.Department, kind, assignment.Id.Value, assignment.WaitsSince);
        if (kind == WorkKind.React && assignment.EscalatedAt is { } escalated)
        {
            yield return new WorkItem(Role.CouncilOffice, null, WorkKind.ChaseReaction, assignment.Id.Value, escalated);
        }
    }

    private static IEnumerable<WorkItem> OfAnswers(InquiryCase @case) =>
        from answer in @case.Answers
        where answer.Covers.All(question => @case.LeadOf(question)?.State == AssignmentState.Accepted)
        let work = answer.State switch
        {
            AnswerState.Drafting => (Role.DepartmentStaff, WorkKind.Draft),
            AnswerState.Returned => (Role.DepartmentStaff, WorkKind.Redraft),
            AnswerState.ForCoSignature => (Role.HeadOfDepartment, WorkKind.CoSign),
            _ => ((Role Role, WorkKind Kind)?)null,
        }
        where work is not null
        select new WorkItem(work.Value.Role, answer.DueCoSigner ?? answer.Department, work.Value.Kind, answer.Id.Value, answer.Acts[^1].Occasion.At);

    private static IEnumerable<WorkItem> OfReplies(InquiryCase @case)
    {
        var inquiry = @case.Inquiry;
        if (inquiry.State == InquiryState.Registered && @case.OpenReply is null && @case.Replies.All(reply => reply.State != ReplyState.Signed)
            && @case.Answers.Any(answer => answer.State == AnswerState.CoSigned)
            && inquiry.OpenQuestions.All(question => !@case.IsToBeAnswered(question.Id)))
        {
            yield return new WorkItem(Role.CouncilOffice, null, WorkKind.Compose, inquiry.Id.Value,
                @case.Answers.Max(answer => answer.Acts[^1].Occasion.At));
        }

        foreach (var reply in @case.Replies)
        {
            var since = reply.Acts[^1].Occasion.At;
            var work = reply.State switch
            {
                ReplyState.Composed when IsReadyForReview(@case, reply) => (Role.CouncilOffice, WorkKind.SendToReview),
                ReplyState.InReview => (Role.MayorsOffice, WorkKind.Review),
                ReplyState.Approved => (Role.MayorsOffice, WorkKind.Sign),
                ReplyState.Signed => (Role.CouncilOffice, WorkKind.Deliver),
                ReplyState.Delivered when !IsToBeSettled(inquiry) && @case.Publication.Acts.All(act => act.Occasion.At < since) => (Role.CouncilOffice, WorkKind.Publish),
                _ => ((Role Role, WorkKind Kind)?)null,
            };
            if (work is { } found) yield return new WorkItem(found.Role, null, found.Kind, reply.Id.Value, since);
        }
    }

    private static IEnumerable<WorkItem> OfPromises(InquiryCase @case) => @case.Promises.Where(promise => promise.IsOpen && @case.IsGiven(promise))
        .Select(promise => new WorkItem(
            Role.DepartmentStaff, promise.Owner, WorkKind.KeepPromise, promise.Id.Value, Berlin.Instant(promise.DueOn, TimeOnly.MinValue)));

    // An old case is not published before a person has seen to what was not sure, and given it the number it lacks.
    private static bool IsToBeSettled(Inquiry inquiry) =>
        inquiry.State == InquiryState.Imported && (inquiry.OpenDoubts.Any() || inquiry.Number is null);

    // A composed reply waits for the department as long as a question of it is being answered again, by whichever answer covers it now.
    private static bool IsReadyForReview(InquiryCase @case, Reply reply) =>
        @case.Answers.Any(answer => answer.State == AnswerState.CoSigned)
        && reply.Entries.SelectMany(entry => entry.Questions)
            .All(question => @case.Inquiry.SettlementOf(question) is not null || !@case.IsToBeAnswered(question));
}
