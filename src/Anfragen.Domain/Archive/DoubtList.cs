namespace Anfragen.Domain.Archive;

/// <summary>Collects doubts while a case is read.</summary>
internal sealed class DoubtList(IReadOnlyList<PaperText> papers)
{
    private readonly List<ArchiveDoubt> doubts = [];

    public IReadOnlyList<ArchiveDoubt> All => [.. doubts.Distinct().OrderBy(doubt => doubt.Document).ThenBy(doubt => doubt.Line ?? 0)];

    public void Add(ArchiveDoubtKind kind, PaperText paper, int offset, string sentence) =>
        doubts.Add(new ArchiveDoubt(kind, IndexOf(paper), paper.NumberOfLine(offset), sentence));

    public void Add(ArchiveDoubtKind kind, PaperText paper, string sentence) => doubts.Add(new ArchiveDoubt(kind, IndexOf(paper), null, sentence));

    private int IndexOf(PaperText paper)
    {
        var index = 0;
        while (papers[index] != paper)
        {
            index++;
        }

        return index;
    }
}
