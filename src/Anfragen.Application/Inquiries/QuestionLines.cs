using Anfragen.Domain.Inquiries;

namespace Anfragen.Application.Inquiries;

/// <summary>Arranging the lines of the question form. A line takes the lines below it along, so that sub-questions stay with their question.</summary>
public static class QuestionLines
{
    /// <summary>Depth at which a form ends; real trees are three deep.</summary>
    public const int DeepestLevel = 5;

    /// <summary>The lines of a wording that is stored.</summary>
    public static IReadOnlyList<QuestionLine> Of(InquiryText text) =>
        [.. text.Questions.Select(question => new QuestionLine
        {
            Label = question.Label,
            Text = question.Text,
            Level = question.Level(),
            IsAsked = question.IsAsked,
        })];

    /// <summary>The lines of a text that was split, in reading order.</summary>
    public static IReadOnlyList<QuestionLine> Of(SplitText text) => [.. text.Questions.SelectMany(question => Flat(question, 0))];

    /// <summary>An empty line after this one and what belongs to it, as deep as it; at the end without one.</summary>
    public static IReadOnlyList<QuestionLine> Add(this IReadOnlyList<QuestionLine> lines, int? after = null)
    {
        if (after is not { } index || index < 0 || index >= lines.Count) return [.. lines, new QuestionLine()];
        var end = index + lines.SizeOf(index);
        return [.. lines.Take(end), new QuestionLine { Level = lines[index].Level }, .. lines.Skip(end)];
    }

    /// <summary>Without this line; those below it move up a level.</summary>
    public static IReadOnlyList<QuestionLine> Remove(this IReadOnlyList<QuestionLine> lines, int index) =>
        lines.Has(index) ? [.. lines.Shifted(index, -1).Where((_, at) => at != index)] : lines;

    /// <summary>Before the line above that is as deep.</summary>
    public static IReadOnlyList<QuestionLine> MoveUp(this IReadOnlyList<QuestionLine> lines, int index)
    {
        if (!lines.Has(index)) return lines;
        var above = index - 1;
        while (above >= 0 && lines[above].Level > lines[index].Level) above--;
        return above >= 0 && lines[above].Level == lines[index].Level ? lines.MoveDown(above) : lines;
    }

    /// <summary>After the line below that is as deep.</summary>
    public static IReadOnlyList<QuestionLine> MoveDown(this IReadOnlyList<QuestionLine> lines, int index)
    {
        if (!lines.Has(index)) return lines;
        var below = index + lines.SizeOf(index);
        if (!lines.Has(below) || lines[below].Level != lines[index].Level) return lines;
        var end = below + lines.SizeOf(below);
        return [.. lines.Take(index), .. lines.Take(end).Skip(below), .. lines.Take(below).Skip(index), .. lines.Skip(end)];
    }

    /// <summary>One level deeper, at most one below the line above.</summary>
    public static IReadOnlyList<QuestionLine> Indent(this IReadOnlyList<QuestionLine> lines, int index) =>
        lines.Has(index) && index > 0 && lines[index].Level <= lines[index - 1].Level
            && lines.Skip(index).Take(lines.SizeOf(index)).All(line => line.Level < DeepestLevel)
            ? lines.Shifted(index, +1)
            : lines;

    /// <summary>One level up.</summary>
    public static IReadOnlyList<QuestionLine> Outdent(this IReadOnlyList<QuestionLine> lines, int index) =>
        lines.Has(index) && lines[index].Level > 0 ? lines.Shifted(index, -1) : lines;

    private static bool Has(this IReadOnlyList<QuestionLine> lines, int index) => index >= 0 && index < lines.Count;

    /// <summary>How many lines belong together: this one and the deeper ones that follow.</summary>
    private static int SizeOf(this IReadOnlyList<QuestionLine> lines, int index) =>
        1 + lines.Skip(index + 1).TakeWhile(line => line.Level > lines[index].Level).Count();

    private static IReadOnlyList<QuestionLine> Shifted(this IReadOnlyList<QuestionLine> lines, int index, int levels)
    {
        var end = index + lines.SizeOf(index);
        return [.. lines.Select((line, at) => at < index || at >= end ? line : line with { Level = Math.Max(0, line.Level + levels) })];
    }

    private static IEnumerable<QuestionLine> Flat(SplitQuestion question, int level) =>
        question.Children.SelectMany(child => Flat(child, level + 1)).Prepend(new QuestionLine
        {
            Label = question.Label,
            Text = question.Text,
            Level = Math.Min(level, DeepestLevel),
            IsAsked = question.IsAsked,
        });
}
