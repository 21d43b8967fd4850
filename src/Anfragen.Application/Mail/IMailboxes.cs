using Anfragen.Domain;
using Anfragen.Domain.Cases;

namespace Anfragen.Application.Mail;

/// <summary>Where people's mails go, and which they want.</summary>
public interface IMailboxes
{
    /// <summary>Null when the account gets no mails.</summary>
    Task<string?> AddressOf(UserId account, CancellationToken cancel);

    /// <summary>Sets the address, or takes it away.</summary>
    Task SetAddress(UserId account, string? address, CancellationToken cancel);

    /// <summary>What the person has chosen; a kind that is missing comes as usual.</summary>
    Task<IReadOnlyDictionary<MessageKind, MessageTiming>> ChoicesOf(UserId account, CancellationToken cancel);

    /// <summary>Remembers choices; those of other kinds stay.</summary>
    Task Choose(UserId account, IReadOnlyDictionary<MessageKind, MessageTiming> choices, CancellationToken cancel);
}
