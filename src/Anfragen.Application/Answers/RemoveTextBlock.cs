using Anfragen.Domain;
using MediatR;

namespace Anfragen.Application.Answers;

/// <summary>Removes a text block. Answers that were written with it keep their text.</summary>
public sealed record RemoveTextBlock(TextBlockId Id) : ICommand<Unit>
{
    public static Permission Permission => Permission.KeepTextBlocks;
}

internal sealed class RemoveTextBlockHandler(ITextBlocks blocks, ICurrentUser user) : IRequestHandler<RemoveTextBlock, Unit>
{
    public async Task<Unit> Handle(RemoveTextBlock command, CancellationToken cancel)
    {
        var block = await blocks.Find(command.Id, cancel) ?? throw new NotFound();
        _ = user.Keeping(block.Organization);
        await blocks.Remove(block.Id, cancel);
        return Unit.Value;
    }
}
