namespace Anfragen.Application.Mail;

/// <summary>What became of a mail in the outbox. Stored by name.</summary>
public enum OutboxState
{
    /// <summary>To be sent, for the first time or again.</summary>
    Waiting,

    /// <summary>Told with the next morning digest.</summary>
    Deferred,

    /// <summary>Taken over by the mail server.</summary>
    Sent,

    /// <summary>Given up after the last attempt, or refused for good.</summary>
    Failed,

    /// <summary>Not sent on purpose: mail is off, or the recipient is none any more.</summary>
    Withheld,
}

/// <summary>Whether mails leave the house.</summary>
public enum OutboxCondition
{
    /// <summary>No mail server is set up.</summary>
    Off,

    /// <summary>All are sent or about to be.</summary>
    Good,

    /// <summary>Some have been waiting for more than an hour.</summary>
    Late,

    /// <summary>Some were given up in the last seven days.</summary>
    SomeFailed,
}
