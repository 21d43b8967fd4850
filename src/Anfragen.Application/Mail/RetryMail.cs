using MediatR;

namespace Anfragen.Application.Mail;

/// <summary>Sends a mail after all that was given up or withheld.</summary>
public sealed record RetryMail : ICommand<Unit>
{
    public static Permission Permission => Permission.ManageAccounts;

    public required Guid Id { get; init; }
}

internal sealed class RetryMailHandler(IOutbox outbox) : IRequestHandler<RetryMail, Unit>
{
    public async Task<Unit> Handle(RetryMail command, CancellationToken cancel) =>
        await outbox.Retry(command.Id, cancel) ? Unit.Value : throw new NotFound();
}
