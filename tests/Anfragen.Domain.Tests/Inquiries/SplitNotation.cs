using System.Text;
using Anfragen.Domain.Inquiries;

namespace Anfragen.Domain.Tests.Inquiries;

/// <summary>What the tests compare of a split text.</summary>
internal static class SplitNotation
{
    /// <summary>Labels in order, children in brackets, "_" without a label, "°" behind what is not asked: "1.°[a) b)] 2.".</summary>
    public static string Tree(SplitText split) => Tree(split.Questions);

    /// <summary>The visible characters of a text in their order.</summary>
    public static string Visible(string? text) =>
        string.Concat((text ?? "").Where(c => !char.IsWhiteSpace(c) && char.GetUnicodeCategory(c) != System.Globalization.UnicodeCategory.Format));

    /// <summary>The visible characters of all parts in reading order.</summary>
    public static string Visible(SplitText split)
    {
        var visible = new StringBuilder(Visible(split.Preamble));
        foreach (var question in Flat(split.Questions))
        {
            visible.Append(Visible(question.Label)).Append(Visible(question.Text));
        }

        return visible.Append(Visible(split.Rationale)).ToString();
    }

    public static IEnumerable<SplitQuestion> Flat(IEnumerable<SplitQuestion> questions) =>
        questions.SelectMany(question => Flat(question.Children).Prepend(question));

    private static string Tree(IEnumerable<SplitQuestion> questions) => string.Join(' ', questions.Select(question =>
        (question.Label ?? "_") + (question.IsAsked ? "" : "°") + (question.Children.Count > 0 ? $"[{Tree(question.Children)}]" : "")));
}
