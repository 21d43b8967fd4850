namespace Anfragen.Application.Documents;

/// <summary>Says by content what a file is and what it holds beside what one sees. Works within <see cref="DocumentLimits"/>.</summary>
public interface IDocumentExaminer
{
    /// <exception cref="DocumentRefused">It is nothing that is taken in.</exception>
    ExaminedDocument Examine(byte[] content, CancellationToken cancel);
}

/// <summary>A file that can be taken in.</summary>
public sealed record ExaminedDocument(FileFormat Format, IReadOnlyList<DocumentFinding> Findings);
