using Anfragen.Application.Documents;

namespace Anfragen.Infrastructure.Documents;

/// <summary>Collects what is to be pointed out, each sentence once and in the order met.</summary>
internal sealed class FindingList
{
    private readonly List<DocumentFinding> _all = [];

    public IReadOnlyList<DocumentFinding> All => _all;

    public void Add(DocumentFindingKind kind, string sentence)
    {
        var finding = new DocumentFinding(kind, sentence);
        if (!_all.Contains(finding)) _all.Add(finding);
    }

    public void AddIf(bool found, DocumentFindingKind kind, string sentence)
    {
        if (found) Add(kind, sentence);
    }

    /// <summary>„Die Datei enthält {1 Kommentar | 3 Kommentare}.“</summary>
    public void AddCount(int count, DocumentFindingKind kind, string one, string many) =>
        AddIf(count > 0, kind, $"Die Datei enthält {(count == 1 ? one : $"{count:N0} {many}")}.");

    /// <summary>Names are shown as far as they fit on a line.</summary>
    public void AddName(DocumentFindingKind kind, string what, string? name)
    {
        var shown = name?.Trim();
        if (string.IsNullOrEmpty(shown)) return;
        Add(kind, $"{what}: {(shown.Length > 100 ? shown[..100] + "…" : shown)}");
    }
}
