using Anfragen.Domain.Inquiries;
using Anfragen.Domain.Replies;

namespace Anfragen.Domain.Tests.Support;

/// <summary>Wording that tests do not look at.</summary>
internal static class Texts
{
    public static readonly IReadOnlyList<Originator> OneGroup =
        [new(City.Group, 1, "SPD-Stadtratsfraktion", "der SPD-Stadtratsfraktion", "SPD")];

    public static readonly IReadOnlyList<Originator> TwoGroups =
        [.. OneGroup, new(City.OtherGroup, 2, "FDP-Stadtratsfraktion", "der FDP-Stadtratsfraktion", "FDP")];

    public static InquiryText Of(int questions) => new(
        1, "Schwaches Abschneiden beim Smart City Index 2025", null,
        QuestionTree.Build([.. Enumerable.Range(1, questions).Select(number => new QuestionDraft($"{number}.", $"Frage {number}?", 0, true))]),
        null);

    public static Receipt Receipt(DateOnly receivedOn) => new(1, receivedOn, IntakeChannel.Paper, Digest.OfText("original"), null);

    public static Signature Signature(Reply reply, Occasion occasion, DateOnly? on = null) => new(
        "Mainz", on ?? occasion.Day, "Nino Haase", "Oberbürgermeister", occasion.Actor.User, occasion.At,
        reply.ContentSha256, Digest.OfText("template"), Digest.OfText($"pdf of {reply.ContentSha256}"));
}
