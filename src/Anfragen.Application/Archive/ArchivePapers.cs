using System.Text;
using Anfragen.Application.Documents;
using Anfragen.Domain.Archive;

namespace Anfragen.Application.Archive;

/// <summary>Reads the texts of an old case's files.</summary>
internal sealed class ArchivePapers(IDocumentExaminer examiner, IDocumentText texts)
{
    /// <exception cref="PaperRefused">A file is none that is taken in, or holds no text.</exception>
    public async Task<IReadOnlyList<ReadPaper>> Read(ImportArchivedCase command, CancellationToken cancel)
    {
        var read = new List<ReadPaper>();
        foreach (var (kind, file) in command.Papers) read.Add(await Read(kind, file, cancel));
        return read;
    }

    private async Task<ReadPaper> Read(ArchivedDocumentKind kind, ArchiveFile file, CancellationToken cancel)
    {
        try
        {
            var examined = examiner.Examine(file.Content, cancel);
            var text = await texts.Read(file.Content, cancel);
            var letter = Letter(text);
            return new ReadPaper(kind, file, examined.Format, examined.Findings, letter, letter + Notes(text), text);
        }
        catch (DocumentRefused refused)
        {
            throw new PaperRefused(file.Name, refused);
        }
    }

    // The head of a letter often stands in the page's margin: there the number is found.
    private static string Letter(DocumentText text)
    {
        var letter = new StringBuilder();
        foreach (var margin in text.Margins) letter.Append(margin.ReplaceLineEndings("\n")).Append('\n');
        if (text.Margins.Count > 0) letter.Append('\n');
        var pages = text.PageStarts.ToHashSet();
        foreach (var (line, index) in text.Lines.Select((line, index) => (line, index)))
        {
            if (pages.Contains(index)) letter.Append('\f');
            letter.Append(line).Append('\n');
        }

        return letter.ToString();
    }

    private static string Notes(DocumentText text) =>
        text.Footnotes.Count == 0 ? "" : $"\nFußnoten:\n{string.Join('\n', text.Footnotes)}\n";
}

/// <summary>A paper with its text.</summary>
/// <param name="Letter">What the reader reads.</param>
/// <param name="Text">The same with the footnotes after it, which the reader cannot place.</param>
/// <param name="Document">What the text leaves out.</param>
internal sealed record ReadPaper(
    ArchivedDocumentKind Kind, ArchiveFile File, FileFormat Format, IReadOnlyList<DocumentFinding> Findings, string Letter, string Text,
    DocumentText Document);

/// <summary>A file of an old case cannot be read; the sentence begins with its name.</summary>
internal sealed class PaperRefused(string file, DocumentRefused refused) : Exception($"{file}: {refused.Message}", refused);
