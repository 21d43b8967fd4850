using Anfragen.Application.Inquiries;
using Anfragen.Domain;
using Anfragen.Domain.Answers;

namespace Anfragen.Application.Answers;

/// <summary>The text blocks that this person can use, and which of them they keep.</summary>
public sealed record ListTextBlocks : IQuery<TextBlocksPage>
{
    public static Permission Permission => Permission.KeepTextBlocks;
}

/// <summary>The text blocks that a person can use.</summary>
/// <param name="Blocks">By title.</param>
/// <param name="KeepsForAll">Whether the person keeps those of everybody.</param>
/// <param name="Departments">For which departments the person keeps blocks.</param>
public sealed record TextBlocksPage(IReadOnlyList<TextBlockDetails> Blocks, bool KeepsForAll, IReadOnlyList<OrganizationChoice> Departments)
{
    public TextBlockDetails? Find(TextBlockId? id) => Blocks.FirstOrDefault(block => block.Block.Id == id);
}

/// <summary>One text block.</summary>
/// <param name="Block">The block.</param>
/// <param name="Html">As it will be read.</param>
/// <param name="Owner">The department, or null for everybody's.</param>
/// <param name="IsKept">Whether the person may change it.</param>
public sealed record TextBlockDetails(TextBlock Block, string Html, string? Owner, bool IsKept);
