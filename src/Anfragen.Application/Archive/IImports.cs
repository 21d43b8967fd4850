using Anfragen.Domain;
using Anfragen.Domain.Archive;

namespace Anfragen.Application.Archive;

/// <summary>The papers of old cases with the texts that were read in them.</summary>
public interface IImports
{
    /// <summary>The case that was made of this reply, or null.</summary>
    Task<KnownImport?> Find(string replySha256, CancellationToken cancel);

    /// <summary>Keeps the papers of a case that was just made.</summary>
    /// <exception cref="RuleViolation">The reply was read meanwhile by somebody else (<see cref="ImportRules.IsReadOnce"/>).</exception>
    Task Keep(InquiryId inquiry, IReadOnlyList<(ImportedPaper Paper, string Text)> papers, CancellationToken cancel);
}

/// <summary>A case that was read before.</summary>
/// <param name="Files">Digests of its papers.</param>
public sealed record KnownImport(InquiryId Id, string? Number, IReadOnlySet<string> Files);
