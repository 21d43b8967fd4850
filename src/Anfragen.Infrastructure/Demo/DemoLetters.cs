using Anfragen.Application.Replies;
using Anfragen.Domain.Replies;

namespace Anfragen.Infrastructure.Demo;

/// <summary>
/// One letter of every kind, to look at templates with: the real reply, and invented letters about an invented inquiry, so that nobody real
/// seems to have rejected or corrected anything.
/// </summary>
internal static class DemoLetters
{
    private const string Number = "1442/2025";
    private const string Subject = "Barrierefreie Spielplätze";

    private static readonly DateTimeOffset At = new(2025, 10, 14, 9, 30, 0, TimeSpan.Zero);

    private static readonly LetterOriginator Originator = new("Bürgerliste-Stadtratsfraktion", "der Bürgerliste-Stadtratsfraktion", "Bürgerliste");

    private static readonly LetterQuestion[] Questions =
    [
        new("1.", "Wie viele Spielplätze sind barrierefrei erreichbar und nutzbar?"),
        new("2.", "Welche werden als Nächstes umgebaut?"),
        new("3.", "Wie bewertet die Verwaltung die Förderpolitik der Bundesregierung?"),
    ];

    /// <summary>The reply, or the correction of one.</summary>
    public static ReplyLetter Reply(ReplyKind kind, LetterFrame frame) => kind == ReplyKind.Correction
        ? new ReplyLetter(
            Number, Subject, [Originator],
            [
                new LetterRemark("In der Antwort auf Frage 1 war die Zahl falsch. Sie lautet richtig:"),
                new LetterEntry([Questions[0]], "Barrierefrei erreichbar und nutzbar sind **31** von 148 Spielplätzen.", InNameOf: null),
                new LetterRemark("Alle übrigen Antworten bleiben unverändert."),
            ],
            new LetterSignature("Mainz", new DateOnly(2025, 10, 14), "Erika Muster", "Beigeordnete"), At, frame)
        {
            Kind = kind,
            Departments = ["Bürgeramt"],
            Corrects = new DateOnly(2025, 9, 30),
        }
        : DemoReply.Instance.Letter(At) with { Kind = kind, Frame = frame, Departments = ["Hauptamt", "Fördermitteldezernat"] };

    /// <summary>A notice of that kind, with everything its template may use.</summary>
    public static NoticeLetter Notice(NoticeKind kind, LetterFrame frame) => new()
    {
        Kind = kind,
        Number = Number,
        Subject = Subject,
        Originators = [Originator],
        ReceivedOn = new DateOnly(2025, 9, 5),
        WrittenOn = new DateOnly(2025, 9, 8),
        QuestionCount = Questions.Length,
        Questions = kind switch
        {
            NoticeKind.Acknowledgement => [.. Questions.Select(question => new NoticeQuestion(question, null))],
            NoticeKind.Rejection => [new NoticeQuestion(Questions[2], "Die Frage betrifft keine Angelegenheit der Stadt. Fragen zur Politik des Bundes beantwortet die Bundesregierung.")],
            _ => [],
        },
        ExpectedOn = kind == NoticeKind.Interim ? new DateOnly(2025, 10, 17) : null,
        Reason = kind == NoticeKind.Interim ? "Mehrere Ämter tragen zur Antwort bei." : "",
        Frame = frame,
        CreatedAt = At,
    };
}
