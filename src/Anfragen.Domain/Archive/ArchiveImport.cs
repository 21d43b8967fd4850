using System.Globalization;
using Anfragen.Domain.Inquiries;

namespace Anfragen.Domain.Archive;

/// <summary>
/// Einlesung: what is kept of reading an old case from its papers, beside the wording itself. Days are those of the papers; when it was
/// read is said by the step.
/// </summary>
/// <param name="WrittenOn">The day on which the inquiry was written, or null.</param>
/// <param name="ReceivedOn">The day on which the city received it, or null.</param>
/// <param name="MeetingOn">The day of the meeting that treated it, or null.</param>
/// <param name="Papers">The papers in the order in which they were read; doubts name them by their place.</param>
/// <param name="Doubts">What was not sure when it was read.</param>
public sealed record ArchiveImport(
    DateOnly? WrittenOn, DateOnly? ReceivedOn, DateOnly? MeetingOn, IReadOnlyList<ImportedPaper> Papers, IReadOnlyList<ImportDoubt> Doubts)
{
    /// <summary>The day from which the case counts, as far as the papers tell.</summary>
    public DateOnly? AskedOn => ReceivedOn ?? WrittenOn;

    /// <summary>What the journal names: days, papers and doubts.</summary>
    public string Sha256 => Digest.OfParts(
    [
        Written(WrittenOn), Written(ReceivedOn), Written(MeetingOn),
        .. Papers.SelectMany(paper => (string?[])[paper.Kind.ToString(), paper.FileName, paper.FileSha256, paper.TextSha256]),
        .. Doubts.SelectMany(doubt => (string?[])
            [Written(doubt.No), doubt.Kind.ToString(), Written(doubt.Paper), doubt.Line is { } line ? Written(line) : null, doubt.Sentence]),
    ]);

    /// <summary>The same with those who ask, for the one digest that a step can name beside the wording.</summary>
    public string Sha256With(IEnumerable<Originator> originators) => Digest.OfParts([Originator.Sha256Of(originators), Sha256]);

    private static string? Written(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static string Written(int number) => number.ToString(CultureInfo.InvariantCulture);
}

/// <summary>Eingelesenes Schriftstück.</summary>
/// <param name="Kind">Inquiry, reply or supplement.</param>
/// <param name="FileName">What the file was called.</param>
/// <param name="FileSha256">Exactly this file.</param>
/// <param name="TextSha256">Digest of the text that was read in it.</param>
public sealed record ImportedPaper(ArchivedDocumentKind Kind, string FileName, string FileSha256, string TextSha256);

/// <summary>Festgehaltener Zweifel: what was not sure when the case was read; a step says when a person settled it.</summary>
/// <param name="No">1 to n.</param>
/// <param name="Kind">What is not sure.</param>
/// <param name="Paper">Place of the paper in <see cref="ArchiveImport.Papers"/>, 0 for the first.</param>
/// <param name="Line">Line in its text, 1 for the first; null when it concerns the whole.</param>
/// <param name="Sentence">The doubt in German.</param>
public sealed record ImportDoubt(int No, ArchiveDoubtKind Kind, int Paper, int? Line, string Sentence);
