namespace Anfragen.Application.Mail;

/// <summary>Brings a mail out of the house.</summary>
public interface IMailTransport
{
    /// <summary>Returns once the server has taken the mail over.</summary>
    /// <exception cref="MailRefused">It has not, as far as can be told.</exception>
    Task Send(OutgoingMail mail, CancellationToken cancel);
}

/// <summary>A mail as it is sent: plain text, to one person.</summary>
/// <param name="MessageId">The same for every attempt, with angle brackets, so that a mailbox can tell a repetition.</param>
/// <param name="Address">Where to.</param>
/// <param name="Name">Whose mailbox it is.</param>
public sealed record OutgoingMail(string MessageId, string Address, string Name, string Subject, string Body)
{
    /// <summary>Without the text, which a log would keep.</summary>
    public override string ToString() => $"{nameof(OutgoingMail)} {MessageId}";
}

/// <summary>How far a failure reaches.</summary>
public enum MailFailureScope
{
    /// <summary>This mail can never be delivered to this address.</summary>
    Recipient,

    /// <summary>This mail could not be delivered now.</summary>
    Mail,

    /// <summary>No mail can be delivered now: the server cannot be reached or does not admit us.</summary>
    Server,
}

/// <summary>A mail was not taken over. What the server wrote is not kept, because it may quote an address.</summary>
/// <param name="code">A short word for lists and logs, such as "smtp-450".</param>
public sealed class MailRefused(string code, MailFailureScope scope, Exception? inner = null) : Exception($"The mail was refused: {code}.", inner)
{
    public string Code { get; } = code;

    public MailFailureScope Scope { get; } = scope;
}
