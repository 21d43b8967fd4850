namespace Anfragen.Application;

/// <summary>Remembers the keys of forms that made something, with what they made.</summary>
public interface ISubmissions
{
    /// <summary>What was sent with the key before, or null when it is new.</summary>
    Task<Submission?> Find(Guid key, CancellationToken cancel);

    /// <summary>Remembers in the running transaction; a key used meanwhile by another request makes this one fail and start over.</summary>
    Task Remember(Guid key, Submission submission, CancellationToken cancel);
}

/// <summary>A form that was sent.</summary>
public sealed record Submission
{
    public required string UseCase { get; init; }

    /// <summary>The digest of everything the command held.</summary>
    public required string ContentSha256 { get; init; }

    /// <summary>What it made, as JSON.</summary>
    public required string Result { get; init; }
}
