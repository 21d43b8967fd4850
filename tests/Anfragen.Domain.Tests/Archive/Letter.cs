using Anfragen.Domain.Archive;

namespace Anfragen.Domain.Tests.Archive;

/// <summary>An invented letter of <c>Letters/</c>: its texts, and what a person reads in them.</summary>
internal sealed class Letter
{
    private readonly Dictionary<string, string> sections = new(StringComparer.Ordinal);

    private Letter(string path)
    {
        string? section = null;
        var lines = new List<string>();
        foreach (var line in File.ReadLines(path).Append("=== "))
        {
            if (!line.StartsWith("=== ", StringComparison.Ordinal))
            {
                lines.Add(line);
                continue;
            }

            if (section is not null)
            {
                sections[section] = string.Join('\n', lines);
                lines.Clear();
            }

            section = line["=== ".Length..];
        }
    }

    public ArchiveSources Sources => new(sections["Antwort"], sections.GetValueOrDefault("Anfrage"))
    {
        Supplements = sections.TryGetValue("Nachtrag", out var supplement) ? [supplement] : [],
    };

    public static Letter Load(string name) =>
        new(Path.Combine(Repository.Root.FullName, "tests", "Anfragen.Domain.Tests", "Archive", "Letters", name + ".txt"));

    /// <summary>The expectations that the case does not meet; with how many there are.</summary>
    public (int Expected, IReadOnlyList<string> Missed) Compare(ArchivedCase read)
    {
        var missed = new List<string>();
        var lines = sections["Erwartet"].Split('\n', StringSplitOptions.RemoveEmptyEntries);
        var entries = lines.Count(line => line.StartsWith("entry:", StringComparison.Ordinal));
        foreach (var line in lines)
        {
            var colon = line.IndexOf(": ", StringComparison.Ordinal);
            var value = line[(colon + 2)..];
            var isMet = line[..colon] switch
            {
                "number" => (read.Head.Number ?? "-") == value,
                "subject" => read.Head.Subject == value,
                "originators" => value == string.Join("; ", read.Head.Originators.Select(asker => asker.Name + (asker.Party is null ? "" : $" ({asker.Party})"))),
                "dates" => value.Split("; ").All(date => read.Head.Dates.Any(found => date == $"{found.Kind} {found.Day:yyyy-MM-dd}")),
                "departments" => value == "-" ? read.Head.Departments.Count == 0 : read.Head.Departments.Contains(value),
                "tree" => ArchiveNotation.Tree(read) == value,
                "remarks" => IsLike(read.Replies[0].PreliminaryRemark?.Text, value),
                "closing" => IsLike(read.Replies[0].ClosingRemark?.Text, value),
                "signature" => value == SignatureOf(read.Replies[0].Signature),
                "entry" => HasEntry(read, read.Replies[0], value) && read.Replies[0].Entries.Count == entries,
                "supplement" => HasEntry(read, read.Replies[1], value),
                _ => throw new InvalidDataException(line),
            };
            if (!isMet)
            {
                missed.Add(line);
            }
        }

        return (lines.Length, missed);
    }

    private static string SignatureOf(ArchivedSignature? signature) => string.Join(" | ",
        signature?.Place ?? "-", signature?.Day?.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture) ?? "-",
        signature?.Names.FirstOrDefault() ?? "-", signature?.Office ?? "-");

    private static bool HasEntry(ArchivedCase read, ArchivedReply reply, string expected)
    {
        var parts = expected.Split(" => ");
        var paths = ArchiveNotation.Paths(read);
        return reply.Entries.Any(entry => string.Join(" + ", entry.Questions.Select(position => paths[position - 1])) == parts[0] && IsLike(entry.Answer.Text, parts[1]));
    }

    /// <summary>"Beginning … middle … end".</summary>
    private static bool IsLike(string? text, string pattern)
    {
        if (text is null || pattern == "-")
        {
            return text is null && pattern == "-";
        }

        var parts = pattern.Split(" … ");
        var words = text.ReplaceLineEndings(" ");
        return words.StartsWith(parts[0], StringComparison.Ordinal) && words.EndsWith(parts[^1], StringComparison.Ordinal)
            && parts.All(part => words.Contains(part, StringComparison.Ordinal));
    }
}
