using System.Text.RegularExpressions;

namespace Anfragen.Cli;

/// <summary>What is to be read, and what fits nothing.</summary>
internal sealed record ArchivePlan(IReadOnlyList<PlannedCase> Cases, IReadOnlyList<string> Unmatched);

/// <summary>The files of one old case; <paramref name="Problem"/> says why it cannot be read.</summary>
internal sealed record PlannedCase(string Name, string Reply, string? Inquiry, IReadOnlyList<string> Supplements, string? Problem = null);

/// <summary>
/// Finds the old cases in a folder by the names of the files: what lies together in a folder of its own, or begins alike. Nothing is
/// guessed; a file whose name says nothing is named as left over.
/// </summary>
internal static partial class ArchiveFolder
{
    private static readonly HashSet<string> Readable = new(StringComparer.OrdinalIgnoreCase) { ".txt", ".docx", ".odt", ".pdf" };

    private enum Part { Inquiry, Reply, Supplement }

    public static ArchivePlan Read(string folder)
    {
        var cases = new List<PlannedCase>();
        var unmatched = new List<string>();
        foreach (var directory in Directory.EnumerateDirectories(folder, "*", SearchOption.AllDirectories).Prepend(folder).Order(StringComparer.Ordinal))
        {
            var named = new List<NamedFile>();
            foreach (var file in Directory.EnumerateFiles(directory).Where(file => Path.GetFileName(file)[0] != '.').Order(StringComparer.Ordinal))
            {
                if (Readable.Contains(Path.GetExtension(file)) && NamedFile.Of(file) is { } found) named.Add(found);
                else unmatched.Add(Path.GetRelativePath(folder, file));
            }

            // In a folder with one bare "Antwort", everything belongs to it, whatever else the names say.
            var isOneCase = directory != folder && named.Count(file => file is { Part: Part.Reply, Stem: "" }) == 1 && named.Count(file => file.Part == Part.Reply) == 1;
            cases.AddRange(named.GroupBy(file => isOneCase ? "" : file.Stem, StringComparer.OrdinalIgnoreCase).Select(group => Case(folder, directory, group)));
        }

        return new ArchivePlan(cases, unmatched);
    }

    private static PlannedCase Case(string folder, string directory, IGrouping<string, NamedFile> files)
    {
        var name = Path.GetRelativePath(folder, Path.Combine(directory, files.Key));
        var replies = files.Where(file => file.Part == Part.Reply).Select(file => file.Path).ToList();
        var inquiries = files.Where(file => file.Part == Part.Inquiry).Select(file => file.Path).ToList();
        List<string> supplements = [.. files.Where(file => file.Part == Part.Supplement).OrderBy(file => file.Number).Select(file => file.Path)];
        var problem = (replies.Count, inquiries.Count) switch
        {
            (0, _) => "Dazu fehlt ein Antwortschreiben.",
            ( > 1, _) => $"Es gibt mehrere Antwortschreiben: {Names(replies)}. Ergänzungen bitte „Nachtrag“ nennen.",
            (_, > 1) => $"Es gibt mehrere Anfragen: {Names(inquiries)}.",
            _ => null,
        };
        return new PlannedCase(
            problem is null ? Path.GetRelativePath(folder, replies[0]) : name == "." ? Names([.. files.Select(file => file.Path)]) : name,
            replies.FirstOrDefault() ?? "", inquiries.FirstOrDefault(), supplements, problem);
    }

    private static string Names(IReadOnlyList<string> files) => string.Join(", ", files.Select(Path.GetFileName));

    private sealed record NamedFile(string Path, string Stem, Part Part, int Number)
    {
        public static NamedFile? Of(string path)
        {
            var match = FileName().Match(System.IO.Path.GetFileNameWithoutExtension(path).Normalize());
            if (!match.Success) return null;
            var part = match.Groups["reply"].Success ? Part.Reply : match.Groups["inquiry"].Success ? Part.Inquiry : Part.Supplement;
            _ = int.TryParse(match.Groups["number"].Value, out var number);
            return new NamedFile(path, match.Groups["stem"].Value, part, number);
        }
    }

    // "1435-2025-Antwort", "Antwort", "Nachtrag_2", "Antwort 2019-07-01"; what follows a bare word does not tell cases apart.
    [GeneratedRegex(
        @"^(?:(?<stem>.+?)[-_ ]+)?(?:(?<reply>antwort|reply)|(?<inquiry>anfrage|inquiry)|(?:nachtrag|erg(?:ä|ae)nzung|supplement))(?:[-_ ]*(?<number>\d{1,3}))?(?(stem)|(?:[-_ ].*)?)$",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex FileName();
}
