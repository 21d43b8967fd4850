namespace Anfragen.Application.Replies;

/// <summary>Schreiben that tell how it stands with an inquiry and answer nothing. Stored nowhere: made from the case each time they are fetched.</summary>
public enum NoticeKind
{
    /// <summary>Eingangsbestätigung.</summary>
    Acknowledgement,

    /// <summary>Zurückweisung.</summary>
    Rejection,

    /// <summary>Zwischennachricht.</summary>
    Interim,
}

/// <summary>Such a letter, ready to be rendered: everything a template may use and nothing else.</summary>
public sealed record NoticeLetter
{
    public required NoticeKind Kind { get; init; }

    /// <summary>Drucksachennummer, or null before registration.</summary>
    public string? Number { get; init; }

    /// <summary>Betreff, verbatim.</summary>
    public required string Subject { get; init; }

    /// <summary>Who asked, in the order of the inquiry.</summary>
    public required IReadOnlyList<LetterOriginator> Originators { get; init; }

    /// <summary>Eingang: the true day of receipt.</summary>
    public required DateOnly ReceivedOn { get; init; }

    /// <summary>The letter's date: that of the step it tells of.</summary>
    public required DateOnly WrittenOn { get; init; }

    /// <summary>All questions that ask something, by number.</summary>
    public required int QuestionCount { get; init; }

    /// <summary>The questions the letter shows, with a reason each in a rejection.</summary>
    public IReadOnlyList<NoticeQuestion> Questions { get; init; } = [];

    /// <summary>When the reply is to be expected; an interim reply states it.</summary>
    public DateOnly? ExpectedOn { get; init; }

    /// <summary>Why it takes longer; may be empty.</summary>
    public string Reason { get; init; } = "";

    /// <summary>What stands around the text.</summary>
    public required LetterFrame Frame { get; init; }

    /// <summary>The instant written into the file: that of the step.</summary>
    public required DateTimeOffset CreatedAt { get; init; }
}

/// <summary>A question as the letter repeats it.</summary>
/// <param name="Question">Label and words.</param>
/// <param name="Reason">Why it was rejected, or null.</param>
public sealed record NoticeQuestion(LetterQuestion Question, string? Reason);
