using Anfragen.Domain;
using Anfragen.Domain.Answers;

namespace Anfragen.Application.Answers;

/// <summary>Texts that are used again and again.</summary>
public interface ITextBlocks
{
    /// <summary>Those of these departments and those of everybody, by title.</summary>
    Task<IReadOnlyList<TextBlock>> Of(IEnumerable<OrganizationId> departments, CancellationToken cancel);

    Task<TextBlock?> Find(TextBlockId id, CancellationToken cancel);

    Task Add(TextBlock block, Occasion occasion, CancellationToken cancel);

    /// <summary>Stores the block if the stored one has the version before it; false otherwise.</summary>
    Task<bool> Change(TextBlock block, Occasion occasion, CancellationToken cancel);

    Task Remove(TextBlockId id, CancellationToken cancel);
}
