using Anfragen.Domain.Answers;

namespace Anfragen.Domain.Replies;

/// <summary>Bestandteil eines Antwortschreibens, in Lesereihenfolge.</summary>
public abstract record ReplyItem
{
    /// <summary>What enters the digest that approval and signature name.</summary>
    internal abstract string Fingerprint { get; }
}

/// <summary>Vorbemerkung der Verwaltung, Markdown.</summary>
public sealed record PreliminaryRemark(string Markdown) : ReplyItem
{
    internal override string Fingerprint => $"preliminary\n{Markdown}";
}

/// <summary>Antwort auf eine oder mehrere Fragen: exactly this version.</summary>
public sealed record AnswerEntry(AnswerId Answer, int AnswerVersion, string AnswerSha256, IReadOnlyList<QuestionId> Questions) : ReplyItem
{
    internal override string Fingerprint => $"answer\n{Answer}\n{AnswerVersion}\n{AnswerSha256}\n{string.Join(',', Questions)}";

    /// <summary>Names the answer's latest version.</summary>
    /// <param name="answer">The answer.</param>
    /// <param name="questions">What it covers, in reading order.</param>
    public static AnswerEntry Of(Answer answer, IReadOnlyList<QuestionId> questions) =>
        new(answer.Id, answer.Latest!.No, answer.Latest.Sha256, questions);
}

/// <summary>Zurückgewiesene Frage, mit dem schriftlichen Grund.</summary>
public sealed record RejectedQuestion(QuestionId Question, string Reason) : ReplyItem
{
    internal override string Fingerprint => $"rejected\n{Question}\n{Reason}";
}

/// <summary>Schlussbemerkung, Markdown.</summary>
public sealed record ClosingRemark(string Markdown) : ReplyItem
{
    internal override string Fingerprint => $"closing\n{Markdown}";
}
