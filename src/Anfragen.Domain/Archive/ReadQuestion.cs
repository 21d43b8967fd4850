using Anfragen.Domain.Inquiries;

namespace Anfragen.Domain.Archive;

/// <summary>A question while a case is read; its index in the list is its position less one.</summary>
internal sealed class ReadQuestion
{
    public required int Level { get; init; }

    public required string? Label { get; init; }

    public required ArchivedText? Text { get; init; }

    public required bool IsAsked { get; init; }

    /// <summary>"1" and "a": the label alone, without marks; null without a counted label.</summary>
    public string? OwnPath { get; init; }

    /// <summary>"1.a": the label below its parents'.</summary>
    public string? FullPath { get; init; }

    /// <summary>Reads the path of a label: "4.1" of "4.1.", "1.a" of "1a)", "3" of "Frage 3:"; null for bullets.</summary>
    public static string? PathOf(string? label)
    {
        label = label?.Trim(' ', '„', '"', '“', '*', '_');
        if (string.IsNullOrEmpty(label))
        {
            return null;
        }

        if (LabelScanner.Scan(label, 0, label.Length)?.Readings[0].Path is { } path)
        {
            return path;
        }

        var end = 0;
        while (end < label.Length && char.IsAsciiDigit(label[end]))
        {
            end++;
        }

        return end > 0 ? label[..end] : null;
    }

    public static string? Below(string? parent, string? own) =>
        own is null || parent is null || own == parent || own.StartsWith(parent + ".", StringComparison.Ordinal) ? own : parent + "." + own;
}

/// <summary>Finds the questions that a number in a reply means.</summary>
internal sealed class QuestionNumbers
{
    private readonly IReadOnlyList<ReadQuestion> questions;
    private readonly Dictionary<string, List<int>> byPath = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, List<int>> byFullPath = new(StringComparer.OrdinalIgnoreCase);
    private readonly List<int> unnumbered;

    public QuestionNumbers(IReadOnlyList<ReadQuestion> questions)
    {
        this.questions = questions;
        foreach (var (index, question) in questions.Index())
        {
            Add(byFullPath, question.FullPath, index);
            Add(byPath, question.FullPath, index);
            Add(byPath, question.OwnPath, index);
        }

        unnumbered = byPath.Count > 0 ? [] : [.. questions.Index().Where(item => item.Item.IsAsked).Select(item => item.Index)];
    }

    /// <summary>The reply can only count because the questions carry no numbers.</summary>
    public bool AreCounted => unnumbered.Count > 0;

    /// <summary>The question meant, given the one that was reached; with how many others share the number.</summary>
    public (int Question, int Meant)? Find(string path, int reached)
    {
        if (unnumbered.Count > 0)
        {
            return int.TryParse(path, out var number) && number >= 1 && number <= unnumbered.Count ? (unnumbered[number - 1], 1) : null;
        }

        if (byFullPath.TryGetValue(path, out var full) && full.Count == 1)
        {
            return (full[0], 1);
        }

        if (!byPath.TryGetValue(path, out var found))
        {
            return null;
        }

        var next = found.BinarySearch(reached);
        next = next < 0 ? ~next : next;
        return (found[next < found.Count ? next : 0], found.Count);
    }

    /// <summary>All questions of a range, parents with children instead of themselves.</summary>
    public List<int> Range(int from, int to) => [.. Enumerable.Range(from, Math.Max(0, Math.Min(questions.Count - 1, LastBelow(to)) - from + 1)).Where(index => questions[index].IsAsked)];

    /// <summary>The question, or those below it when it only carries them.</summary>
    public List<int> Asked(int question) => questions[question].IsAsked ? [question] : Range(question, question);

    private int LastBelow(int question)
    {
        var last = question;
        while (last + 1 < questions.Count && questions[last + 1].Level > questions[question].Level)
        {
            last++;
        }

        return last;
    }

    private static void Add(Dictionary<string, List<int>> index, string? path, int question)
    {
        if (path is null)
        {
            return;
        }

        var found = index.TryGetValue(path, out var known) ? known : index[path] = [];
        if (found.Count == 0 || found[^1] != question)
        {
            found.Add(question);
        }
    }
}
