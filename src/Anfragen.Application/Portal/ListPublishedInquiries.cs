namespace Anfragen.Application.Portal;

/// <summary>What is public, newest publication first, page by page.</summary>
public sealed record ListPublishedInquiries(string? After = null) : IQuery<PublishedList>
{
    public const int PageSize = 20;

    public static Permission Permission => Permission.Anyone;
}

/// <summary>One page and the way to the next.</summary>
public sealed record PublishedList(IReadOnlyList<PublishedItem> Items, string? Next);

/// <summary>One line of the portal.</summary>
public sealed record PublishedItem
{
    public string Number { get; init; } = "";

    public string Slug { get; init; } = "";

    public string Subject { get; init; } = "";

    public string Originators { get; init; } = "";

    public DateTimeOffset PublishedAt { get; init; }
}
