using Anfragen.Domain.Cases;

namespace Anfragen.Application.Mail;

/// <summary>Which mails one gets, and where.</summary>
public sealed record GetMailChoices : IQuery<MailChoicesPage>
{
    public static Permission Permission => Permission.SignedIn;
}

/// <summary>A person's mails.</summary>
public sealed record MailChoicesPage
{
    /// <summary>Null when the person gets none.</summary>
    public string? Address { get; init; }

    /// <summary>The kinds that can reach the person in today's roles, with what holds for each.</summary>
    public required IReadOnlyList<MailChoice> Choices { get; init; }

    /// <summary>Whether the city sends mails at all.</summary>
    public required bool IsOn { get; init; }
}

/// <summary>When mails of a kind come.</summary>
public sealed record MailChoice(MessageKind Kind, MessageTiming Timing);
