namespace Anfragen.Infrastructure.Journal;

/// <summary>Contradictions found so far. A journal that is broken altogether must not fill the memory with sentences.</summary>
internal sealed class Findings
{
    private const int Most = 1000;

    private readonly List<string> _sentences = [];
    private long _more;

    public IReadOnlyList<string> Sentences =>
        _more == 0 ? _sentences : [.. _sentences, $"{_more} weitere Befunde sind hier nicht aufgeführt."];

    public void Add(string sentence)
    {
        if (_sentences.Count < Most) _sentences.Add(sentence);
        else _more++;
    }

    public void AddIf(bool contradiction, string sentence)
    {
        if (contradiction) Add(sentence);
    }

    /// <summary>Whether the row was found together with its step in the journal; if not, that is all there is to say about it.</summary>
    public bool HasStep(StoredRow row, string name)
    {
        AddIf(row["step_seq"] is null, $"{name}: Im Journal steht davon nichts.");
        return row["step_seq"] is not null;
    }
}
