using Anfragen.Application.Work;
using Anfragen.Domain.Cases;

namespace Anfragen.Web.Layout;

/// <summary>Where a task is done: the page of the step itself, so that nobody has to look for it.</summary>
public static class WorkAddress
{
    public static string Address(this WorkLine line) => line.Kind switch
    {
        WorkKind.FinishDraft => $"/vorgaenge/{line.InquiryId}/entwurf",
        WorkKind.ConfirmCoAsking => $"/vorgaenge/{line.InquiryId}/mitzeichnen",
        WorkKind.CheckIntake => $"/vorgaenge/{line.InquiryId}/eingang",
        WorkKind.Admit => $"/vorgaenge/{line.InquiryId}/registrieren",
        WorkKind.AdmitSupplementary => $"/vorgaenge/{line.InquiryId}/nachfragen",
        WorkKind.Route => $"/vorgaenge/{line.InquiryId}/zuweisen",
        WorkKind.React or WorkKind.Contribute or WorkKind.ChaseReaction => $"/zuweisungen/{line.Subject}",
        WorkKind.Draft or WorkKind.Redraft => $"/antworten/{line.Subject}",
        WorkKind.CoSign => $"/antworten/{line.Subject}/mitzeichnen",
        WorkKind.Compose => $"/vorgaenge/{line.InquiryId}/schreiben",
        WorkKind.SendToReview => $"/schreiben/{line.Subject}",
        WorkKind.Review => $"/schreiben/{line.Subject}/pruefen",
        WorkKind.Sign => $"/schreiben/{line.Subject}/unterzeichnen",
        WorkKind.Deliver => $"/schreiben/{line.Subject}/zustellen",
        WorkKind.KeepPromise => $"/zusagen/{line.Subject}",
        WorkKind.SettleImport => $"/vorgaenge/{line.InquiryId}/einlesen",
        WorkKind.Publish => $"/vorgaenge/{line.InquiryId}/veroeffentlichen",
        _ => throw new ArgumentOutOfRangeException(nameof(line), line.Kind, "No page for this kind of task."),
    };
}
