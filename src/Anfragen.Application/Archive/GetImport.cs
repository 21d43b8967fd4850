using Anfragen.Application.Inquiries;
using Anfragen.Domain;
using Anfragen.Domain.Archive;

namespace Anfragen.Application.Archive;

/// <summary>An old case with its papers line by line, for a person to hold the reading against them.</summary>
public sealed record GetImport(InquiryId Id) : IQuery<ImportPage>
{
    public static Permission Permission => Permission.ImportArchive;
}

/// <summary>The page of settling.</summary>
public sealed record ImportPage
{
    public required InquiryDetails Inquiry { get; init; }

    /// <summary>What was read, as it stands now.</summary>
    public required ImportForm Form { get; init; }

    public required IReadOnlyList<PaperText> Papers { get; init; }

    public required IReadOnlyList<DoubtDetails> Doubts { get; init; }

    /// <summary>Groups and local councils, ended ones too.</summary>
    public required IReadOnlyList<OrganizationChoice> Groups { get; init; }

    /// <summary>The city, its directorates and departments, ended ones too.</summary>
    public required IReadOnlyList<OrganizationChoice> Departments { get; init; }

    /// <summary>Whether the reading can be corrected now.</summary>
    public required bool IsOpen { get; init; }
}

/// <summary>A paper with the text that was read in it.</summary>
/// <param name="Lines">As doubts count them.</param>
public sealed record PaperText(ArchivedDocumentKind Kind, string FileName, IReadOnlyList<string> Lines);

/// <summary>A doubt, with who settled it.</summary>
/// <param name="Paper">Index of the paper, 0 for the first.</param>
public sealed record DoubtDetails(int No, int Paper, int? Line, string Sentence, string? SettledBy, DateTimeOffset? SettledAt);
