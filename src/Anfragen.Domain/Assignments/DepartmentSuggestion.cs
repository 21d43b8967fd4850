namespace Anfragen.Domain.Assignments;

/// <summary>Vorschlag eines Amtes for a question: a hint that a person accepts or not.</summary>
/// <param name="Reason">Half a German sentence that begins with "weil".</param>
public sealed record DepartmentSuggestion(OrganizationId Department, string Reason);

/// <summary>Frühere Zuweisung, from which a suggestion learns.</summary>
/// <param name="Number">The inquiry's number, to name it.</param>
public sealed record EarlierAssignment(OrganizationId Department, string Question, string? Number);

/// <summary>
/// Vorschläge für die Zuweisung. It compares words and counts, nothing that could not be told in a sentence: which departments had questions
/// with the same rare words, else whose name the question mentions.
/// </summary>
public sealed class DepartmentSuggester
{
    /// <summary>So much of the weight of a question's words an earlier one must share to be similar.</summary>
    private const double Similar = 0.25;

    private const int FewestSharedWords = 2;
    private const int ShortestWord = 4;

    private static readonly HashSet<string> Common =
    [
        .. ("aber alle allem allen aller alles auch auf aus bereits beim bezüglich bisher bitte dabei dadurch dafür damit danach dann darauf daran das dass davon dazu "
            + "dem den denen der deren des dessen die dies diese diesem diesen dieser dieses doch dort durch ein eine einem einen einer eines entsprechend "
            + "erfolgen erfolgt falls form fragen frage gegen gibt haben hat hierfür hierzu ihre ihrer inwieweit inwiefern jahr jahre jahren jeweils kann "
            + "kein keine können könnte kosten letzten maßnahmen mehr mit nach nein nicht noch nur oder ohne planen plant sein seine seit sich sind sofern "
            + "soll sollen sowie stadt stadtverwaltung städtische städtischen über unter verwaltung viele vom von vor wann waren warum was weiter weitere "
            + "welche welchem welchen welcher welches wenn wer werden wie wieviele wird wo wurde wurden zum zur zwischen zurzeit derzeit aktuell")
            .Split(' ').Select(Fold),
    ];

    private readonly IReadOnlyList<(OrganizationId Id, string Name)> _departments;
    private readonly List<(EarlierAssignment Assignment, HashSet<string> Words)> _earlier;
    private readonly Dictionary<string, int> _occurrences;

    /// <param name="departments">Those that can be given questions today.</param>
    /// <param name="earlier">Newest first.</param>
    public DepartmentSuggester(IReadOnlyList<(OrganizationId Id, string Name)> departments, IEnumerable<EarlierAssignment> earlier)
    {
        _departments = departments;
        var known = departments.Select(department => department.Id).ToHashSet();
        _earlier = [.. earlier.Where(assignment => known.Contains(assignment.Department)).Select(assignment => (assignment, WordsOf(assignment.Question)))];
        _occurrences = _earlier.SelectMany(one => one.Words).CountBy(word => word).ToDictionary();
    }

    /// <summary>The department that fits best, or null when nothing speaks for one.</summary>
    /// <param name="not">Departments that have declined.</param>
    public DepartmentSuggestion? For(string question, IReadOnlyCollection<OrganizationId> not)
    {
        var words = WordsOf(question);
        return ByEarlier(words, not) ?? ByName(words, not);
    }

    private DepartmentSuggestion? ByEarlier(HashSet<string> words, IReadOnlyCollection<OrganizationId> not)
    {
        var whole = words.Sum(Weight);
        var best = _earlier.Where(one => !not.Contains(one.Assignment.Department))
            .Select(one => (one.Assignment, Shared: one.Words.Where(words.Contains).ToList()))
            .Where(one => one.Shared.Count >= FewestSharedWords)
            .Select(one => (one.Assignment, Share: one.Shared.Sum(Weight) / whole))
            .Where(one => one.Share >= Similar)
            .GroupBy(one => one.Assignment.Department)
            .OrderByDescending(group => group.Sum(one => one.Share)).ThenBy(group => group.Key.Value)
            .FirstOrDefault();
        if (best is null) return null;

        var count = best.Count();
        var last = best.First().Assignment.Number is { } number ? $", zuletzt Nr. {number}" : "";
        return new DepartmentSuggestion(best.Key, count == 1 ? $"weil eine ähnliche Frage dort lag{last}" : $"weil {count} ähnliche Fragen dort lagen{last}");
    }

    private DepartmentSuggestion? ByName(HashSet<string> words, IReadOnlyCollection<OrganizationId> not)
    {
        var named = _departments.Where(department => !not.Contains(department.Id))
            .Select(department => (department.Id, Word: StemsOf(department.Name).FirstOrDefault(stem => words.Any(word => word.StartsWith(stem.Folded, StringComparison.Ordinal)))))
            .Where(department => department.Word.Folded is not null).ToList();
        // Two that are named alike say nothing.
        return named.Count == 1 ? new DepartmentSuggestion(named[0].Id, $"weil „{named[0].Word.Written}“ in seinem Namen steckt") : null;
    }

    // A word that everybody uses tells little.
    private double Weight(string word) => Math.Log(1.0 + ((_earlier.Count + 1.0) / (_occurrences.GetValueOrDefault(word) + 1.0)));

    private static HashSet<string> WordsOf(string text) =>
        [.. Split(text).Select(Fold).Where(word => word.Length >= ShortestWord && !Common.Contains(word)).Select(Ending)];

    private static IEnumerable<(string Written, string Folded)> StemsOf(string name) =>
        from written in Split(name)
        let folded = Fold(written)
        let stem = WithoutOffice(folded)
        where stem.Length >= ShortestWord && !Common.Contains(stem)
        select (written[..Math.Min(stem.Length, written.Length)], stem);

    // "Bürgeramt" is about citizens, whatever else they call the office.
    private static string WithoutOffice(string word)
    {
        foreach (var office in (string[])["dezernat", "referat", "betrieb", "amt", "buro"])
        {
            if (word == office) return "";
            if (word.EndsWith(office, StringComparison.Ordinal)) return word[..^office.Length];
        }

        return word;
    }

    // Radweg, Radwege, Radwegen, Radweges are one word.
    private static string Ending(string word)
    {
        foreach (var ending in (string[])["en", "es", "er", "em", "e", "n", "s"])
        {
            if (word.Length - ending.Length >= ShortestWord && word.EndsWith(ending, StringComparison.Ordinal)) return word[..^ending.Length];
        }

        return word;
    }

    private static IEnumerable<string> Split(string text) =>
        new string([.. text.Select(character => char.IsLetter(character) ? character : ' ')]).Split(' ', StringSplitOptions.RemoveEmptyEntries);

    private static string Fold(string word) =>
        word.ToLowerInvariant().Replace('ä', 'a').Replace('ö', 'o').Replace('ü', 'u').Replace("ß", "ss", StringComparison.Ordinal);
}
