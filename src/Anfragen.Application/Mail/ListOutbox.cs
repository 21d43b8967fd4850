using Anfragen.Domain;
using Anfragen.Domain.Cases;

namespace Anfragen.Application.Mail;

/// <summary>Postausgang: whether mails leave, and which do not.</summary>
public sealed record ListOutbox : IQuery<OutboxPage>
{
    /// <summary>Most lines of each state.</summary>
    public const int PageSize = 50;

    /// <summary>Beyond this a state is not counted on.</summary>
    public const int CountedTo = 1000;

    public static Permission Permission => Permission.ManageAccounts;

    /// <summary>Which mails to list.</summary>
    public OutboxState State { get; init; } = OutboxState.Failed;
}

/// <summary>How the outbox stands.</summary>
public sealed record OutboxPage
{
    /// <summary>"mail.stadt.de:587"; null when mail is off.</summary>
    public string? Server { get; init; }

    /// <summary>How many there are of each state, counted up to <see cref="ListOutbox.CountedTo"/>.</summary>
    public required IReadOnlyDictionary<OutboxState, int> Counts { get; init; }

    /// <summary>Accounts that hold a role today and have no address.</summary>
    public required int WithoutAddress { get; init; }

    /// <summary>Of the state asked for, the latest first.</summary>
    public required IReadOnlyList<OutboxLine> Lines { get; init; }
}

/// <summary>One mail.</summary>
public sealed record OutboxLine
{
    public Guid Id { get; init; }

    public MessageKind Kind { get; init; }

    public string Recipient { get; init; } = "";

    /// <summary>For whom the recipient deputised.</summary>
    public string? Principal { get; init; }

    public InquiryId? InquiryId { get; init; }

    public string? Number { get; init; }

    public DateTimeOffset CreatedAt { get; init; }

    /// <summary>When the next attempt is due; of one that is settled, since when it is.</summary>
    public DateTimeOffset DueAt { get; init; }

    public int Attempts { get; init; }

    /// <summary>Why it was not sent, as a short word.</summary>
    public string? LastError { get; init; }
}
