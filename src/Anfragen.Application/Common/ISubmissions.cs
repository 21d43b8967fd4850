namespace Anfragen.Application;

/// <summary>Remembers the keys of forms that made something, with what they made.</summary>
public interface ISubmissions
{
    /// <summary>What the key made before, or null when it is new.</summary>
    Task<string?> Find(Guid key, string useCase, CancellationToken cancel);

    /// <summary>Remembers in the running transaction; a key used meanwhile by another request makes this one fail and start over.</summary>
    Task Remember(Guid key, string useCase, string result, CancellationToken cancel);
}
