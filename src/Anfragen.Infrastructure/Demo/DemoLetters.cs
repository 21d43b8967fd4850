using Anfragen.Application.Replies;
using Anfragen.Domain.Replies;

namespace Anfragen.Infrastructure.Demo;

/// <summary>One letter of every kind about the demo's inquiry, to look at templates with.</summary>
internal static class DemoLetters
{
    private static readonly DateTimeOffset At = new(2025, 9, 26, 9, 30, 0, TimeSpan.Zero);

    private static readonly DemoReply Demo = DemoReply.Instance;

    /// <summary>The real reply, or a correction of its third answer.</summary>
    public static ReplyLetter Reply(ReplyKind kind, LetterFrame frame)
    {
        var letter = Demo.Letter(At) with { Kind = kind, Frame = frame, Departments = ["Hauptamt", "Fördermitteldezernat"] };
        return kind != ReplyKind.Correction ? letter : letter with
        {
            Corrects = new DateOnly(2025, 9, 26),
            Signature = Demo.Signature with { SignedOn = new DateOnly(2025, 10, 14) },
            Departments = ["Hauptamt"],
            Items =
            [
                new LetterRemark("In der Antwort auf Frage 3 war eine Angabe unvollständig. Sie lautet richtig:"),
                new LetterEntry([new LetterQuestion(Demo.Questions[2].Label, Demo.Questions[2].Text)], Demo.Questions[2].Answer, InNameOf: null),
                new LetterRemark("Alle übrigen Antworten bleiben unverändert."),
            ],
        };
    }

    /// <summary>A notice of that kind, with everything its template may use.</summary>
    public static NoticeLetter Notice(NoticeKind kind, LetterFrame frame) => new()
    {
        Kind = kind,
        Number = Demo.Number,
        Subject = Demo.Subject,
        Originators = [Demo.Originator],
        ReceivedOn = new DateOnly(2025, 9, 5),
        WrittenOn = new DateOnly(2025, 9, 8),
        QuestionCount = Demo.Questions.Count,
        Questions = kind switch
        {
            NoticeKind.Acknowledgement => [.. Demo.Questions.Select(question => Shown(question, null))],
            NoticeKind.Rejection => [Shown(Demo.Questions[4], "Die Frage betrifft keine Angelegenheit der Stadt. Fragen zur Politik des Landes beantwortet die Landesregierung.")],
            _ => [],
        },
        ExpectedOn = kind == NoticeKind.Interim ? new DateOnly(2025, 10, 17) : null,
        Reason = kind == NoticeKind.Interim ? "Mehrere Ämter tragen zur Antwort bei." : "",
        Frame = frame,
        CreatedAt = At,
    };

    private static NoticeQuestion Shown(DemoQuestion question, string? reason) => new(new LetterQuestion(question.Label, question.Text), reason);
}
