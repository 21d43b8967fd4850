using Anfragen.Domain;

namespace Anfragen.Application.Inquiries;

/// <summary>
/// Vollständige Akte: everything that is stored about one inquiry as a ZIP, for those who may see all of it, which is the council office and the
/// mayor's office. Nobody else sees the steps of every department at once. The same state gives the same bytes.
/// </summary>
/// <exception cref="NotFound">It is absent, not to be seen, or only in part.</exception>
public sealed record ExportInquiry : IQuery<CaseFile>
{
    public static Permission Permission => Permission.ReadJournal;

    /// <summary>Which one; null when <see cref="Number"/> says so.</summary>
    public InquiryId? Id { get; init; }

    /// <summary>Which one, for whom only knows its number.</summary>
    public string? Number { get; init; }

    /// <summary>
    /// Opens what is written to, given the file's name; asked only once it is certain that there is a file. It stays open. The file is written
    /// as it is read, one stored file at a time.
    /// </summary>
    public required Func<string, Stream> Open { get; init; }
}

/// <summary>What was written.</summary>
/// <param name="Name">Under which name it is saved.</param>
/// <param name="Entries">Files in it, the manifest among them.</param>
public sealed record CaseFile(string Name, int Entries);
