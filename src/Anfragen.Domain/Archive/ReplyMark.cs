namespace Anfragen.Domain.Archive;

/// <summary>A place in a reply where a question is named or repeated; what follows up to the next one belongs to it.</summary>
internal sealed class ReplyMark
{
    public required int Start { get; init; }

    /// <summary>Behind the label; the repeated question begins here.</summary>
    public required int LabelEnd { get; init; }

    /// <summary>Behind the repeated question.</summary>
    public int HeadingEnd { get; set; }

    /// <summary>Where the answer begins: behind the heading and an "Antwort:".</summary>
    public int AnswerStart { get; set; }

    /// <summary>The label as written, or null.</summary>
    public string? Label { get; init; }

    /// <summary>The label without its marks, below those it follows: "7.a" for "7. a)"; or null.</summary>
    public string? Path { get; init; }

    /// <summary>Indices of the questions it stands for.</summary>
    public IReadOnlyList<int> Questions { get; set; } = [];

    /// <summary>It says itself that an answer follows: "Zu Frage 1".</summary>
    public bool IsAnswer { get; init; }

    /// <summary>The question tree was read from here.</summary>
    public bool IsSource { get; init; }
}
