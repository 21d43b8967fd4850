using Anfragen.Domain;
using MediatR;

namespace Anfragen.Application.Attachments;

/// <summary>Shows an attachment no longer; the file stays as evidence.</summary>
public sealed record RemoveAttachment : ICommand<Unit>
{
    public static Permission Permission => Permission.AttachFiles;

    public required AttachmentId Id { get; init; }
}

internal sealed class RemoveAttachmentHandler(ICases cases, ICurrentUser user, TimeProvider clock) : IRequestHandler<RemoveAttachment, Unit>
{
    public async Task<Unit> Handle(RemoveAttachment command, CancellationToken cancel)
    {
        var @case = await cases.Get(command.Id, cancel);
        var occasion = clock.Occasion(user.As(Permission.AttachFiles, @case.CaretakersOf(@case.Attachment(command.Id).Holder)));
        @case.RemoveAttachment(command.Id, occasion);
        await cases.Save(@case, cancel);
        return Unit.Value;
    }
}
