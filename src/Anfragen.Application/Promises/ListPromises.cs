using Anfragen.Application.Inquiries;
using Anfragen.Domain;
using Anfragen.Domain.Promises;

namespace Anfragen.Application.Promises;

/// <summary>Zusagen: what delivered answers promised, of the inquiries this person may see, the next day first.</summary>
public sealed record ListPromises : IQuery<PromisePage>
{
    public const int PageSize = 25;

    public static Permission Permission => Permission.TrackPromises;

    public PromiseChoice Choice { get; init; } = PromiseChoice.Open;

    /// <summary>Only those this department sees to; null for all.</summary>
    public OrganizationId? Owner { get; init; }

    /// <summary>Where the page begins, from <see cref="PromisePage.Next"/>; null for the first.</summary>
    public string? After { get; init; }
}

/// <summary>Auswahl der Zusagen.</summary>
public enum PromiseChoice
{
    /// <summary>alle offenen.</summary>
    Open,

    /// <summary>offen, und ihr Tag ist da.</summary>
    Due,

    /// <summary>eingelöst.</summary>
    Kept,

    /// <summary>nicht eingelöst.</summary>
    Dropped,
}

/// <summary>One page and the way to the next.</summary>
public sealed record PromisePage(IReadOnlyList<PromiseItem> Items, string? Next)
{
    /// <summary>Who can be asked for.</summary>
    public required IReadOnlyList<OrganizationChoice> Departments { get; init; }

    /// <summary>The day at the office.</summary>
    public required DateOnly Today { get; init; }
}

/// <summary>One line of the list.</summary>
public sealed record PromiseItem
{
    public PromiseId Id { get; init; }

    public string Text { get; init; } = "";

    public string Owner { get; init; } = "";

    public DateOnly DueOn { get; init; }

    public PromiseState State { get; init; }

    public InquiryId InquiryId { get; init; }

    public string? Number { get; init; }

    public string Subject { get; init; } = "";
}
