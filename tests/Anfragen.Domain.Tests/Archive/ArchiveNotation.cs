using System.Text;
using Anfragen.Domain.Archive;

namespace Anfragen.Domain.Tests.Archive;

/// <summary>What the tests compare of a read case, and a page to look at when they fail.</summary>
internal static class ArchiveNotation
{
    /// <summary>Letters and digits alone, in lower case: blind to line ends, hyphens and marks.</summary>
    public static string Letters(string? text) => string.Concat((text ?? "").Where(char.IsLetterOrDigit)).ToLowerInvariant();

    /// <summary>Labels of the tree, children in brackets, "_" without a label, "°" behind what is not asked.</summary>
    public static string Tree(ArchivedCase read)
    {
        var tree = new StringBuilder();
        for (var i = 0; i < read.Questions.Count; i++)
        {
            var question = read.Questions[i];
            var before = i > 0 ? read.Questions[i - 1].Level : 0;
            tree.Append(question.Level > before ? "[" : new string(']', Math.Max(0, before - question.Level)) + (i > 0 ? " " : ""));
            tree.Append(question.Label ?? "_").Append(question.IsAsked ? "" : "°");
        }

        return tree.Append(']', read.Questions.Count > 0 ? read.Questions[^1].Level : 0).ToString();
    }

    /// <summary>"2./a)": the labels from the top; "#2" behind one that stands more than once on its level.</summary>
    public static IReadOnlyList<string> Paths(ArchivedCase read)
    {
        var paths = new List<string>();
        var open = new List<string>();
        foreach (var question in read.Questions)
        {
            open.RemoveRange(question.Level, Math.Max(0, open.Count - question.Level));
            open.Add(question.Label ?? "_");
            var path = string.Join('/', open);
            var repeated = paths.Count(other => other == path || other.StartsWith(path + "#", StringComparison.Ordinal));
            var isRepeated = repeated > 0 || read.Questions.Count(other => other.Level == 0 && other.Label == question.Label) > 1;
            paths.Add(isRepeated && question.Level == 0 ? $"{path}#{repeated + 1}" : path);
        }

        return paths;
    }

    public static string Page(ArchivedCase read)
    {
        var page = new StringBuilder();
        var head = read.Head;
        page.AppendLine($"number: {head.Number} (others: {string.Join(", ", head.OtherNumbers)})").AppendLine($"subject: {head.Subject}");
        page.AppendLine($"originators: {string.Join("; ", head.Originators)}").AppendLine($"dates: {string.Join("; ", head.Dates.Select(date => $"{date.Kind} {date.Day:yyyy-MM-dd}"))}");
        page.AppendLine($"departments: {string.Join("; ", head.Departments)}").AppendLine($"tree: {Tree(read)}").AppendLine($"preamble: {read.Preamble?.Text}").AppendLine($"rationale: {read.Rationale?.Text}");
        page.AppendLine($"signed: {read.Signature} {string.Join("; ", read.Signature?.Names ?? [])}");
        foreach (var reply in read.Replies)
        {
            page.AppendLine($"--- {(reply.IsSupplement ? "supplement" : "reply")}").AppendLine($"remark: {reply.PreliminaryRemark?.Text}");
            foreach (var entry in reply.Entries)
            {
                page.AppendLine($"entry {string.Join('+', entry.Questions)}");
                foreach (var heading in entry.Headings)
                {
                    page.AppendLine($"  heading {heading.Question} [{heading.Label}] {(heading.IsReworded ? "reworded " : "")}{heading.Text?.Text}");
                }

                page.AppendLine("  => " + entry.Answer.Text);
            }

            page.AppendLine($"closing: {reply.ClosingRemark?.Text}").AppendLine($"signature: {reply.Signature} {string.Join("; ", reply.Signature?.Names ?? [])}");
        }

        foreach (var doubt in read.Doubts)
        {
            page.AppendLine($"doubt {doubt.Kind} {doubt.Document}:{doubt.Line} {doubt.Sentence}");
        }

        foreach (var (index, document) in read.Documents.Index())
        {
            foreach (var part in document.Parts.Where(part => part.Kind == ArchivedPartKind.Surroundings && !string.IsNullOrWhiteSpace(part.Source)))
            {
                page.AppendLine($"surroundings {index}: {string.Join(" ⏎ ", part.Source.Split('\n').Select(line => line.Trim()).Where(line => line.Length > 0))}");
            }
        }

        return page.ToString();
    }
}
