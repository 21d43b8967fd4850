using Anfragen.Domain;

namespace Anfragen.Web.Layout;

/// <summary>What can be done with an inquiry on a page of its own.</summary>
/// <param name="Text">What the link says.</param>
/// <param name="Segment">Last part of the address below the inquiry.</param>
/// <param name="IsOnward">Whether it brings the inquiry forward; the first of these is the main button.</param>
public sealed record InquiryDeed(Step Step, string Text, string Segment, bool IsOnward);

/// <summary>The deeds of an inquiry, in the order in which they are offered.</summary>
public static class InquiryDeeds
{
    public static readonly IReadOnlyList<InquiryDeed> All =
    [
        new(Step.Revise, "Entwurf bearbeiten", "entwurf", true),
        new(Step.ConfirmCoAsking, "Mitzeichnen", "mitzeichnen", true),
        new(Step.Register, "Prüfen und registrieren", "registrieren", true),
        new(Step.ReviseIntake, "Mit dem Original vergleichen", "eingang", true),
        new(Step.AdmitSupplementary, "Nachfragen prüfen", "nachfragen", true),
        new(Step.Assign, "Fragen zuweisen", "zuweisen", true),
        new(Step.ReviseImport, "Einlesen prüfen", "einlesen", true),
        new(Step.Compose, "Antwortschreiben zusammenstellen", "schreiben", true),
        new(Step.Publish, "Veröffentlichen", "veroeffentlichen", true),
        new(Step.AskSupplementary, "Nachfrage stellen", "nachfrage", false),
        new(Step.Reassign, "Fragen umverteilen", "umverteilen", false),
        new(Step.ReferToEarlier, "Bezug auf frühere Anfrage", "bezug", false),
        new(Step.Recall, "Zurückholen", "zurueckholen", false),
        new(Step.RejectQuestion, "Fragen zurückweisen", "zurueckweisen", false),
        new(Step.ReinstateQuestion, "Frage wieder zulassen", "wieder-zulassen", false),
        new(Step.WithdrawQuestion, "Fragen zurückziehen", "zurueckziehen", false),
        new(Step.Depublish, "Depublizieren", "depublizieren", false),
        new(Step.DiscardIntake, "Eingang verwerfen", "eingang/verwerfen", false),
        new(Step.Discard, "Entwurf verwerfen", "verwerfen", false),
    ];

    private static readonly IReadOnlyList<InquiryDeed> AboutDeadline =
    [
        new(Step.EstablishDueDate, "Frist festlegen", "frist/festlegen", false),
        new(Step.RestartClock, "Frist fortsetzen", "frist/fortsetzen", false),
        new(Step.SendInterimReply, "Zwischennachricht senden", "frist/zwischennachricht", false),
        new(Step.ExtendDeadline, "Frist verlängern", "frist/verlaengern", false),
        new(Step.StopClock, "Frist anhalten", "frist/anhalten", false),
    ];

    /// <summary>What the person can do about the deadline now; offered beside it.</summary>
    public static IEnumerable<InquiryDeed> OfDeadline(IReadOnlySet<Step> open) => AboutDeadline.Where(deed => open.Contains(deed.Step));

    /// <summary>Those that are open to the person now.</summary>
    public static IEnumerable<InquiryDeed> Of(IReadOnlySet<Step> open) => All.Where(deed => open.Contains(deed.Step));
}
