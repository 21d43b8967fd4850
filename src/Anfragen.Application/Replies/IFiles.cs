namespace Anfragen.Application.Replies;

/// <summary>Files, addressed by their SHA-256 and kept in the database, so that one backup holds all. Visibility hangs on the reference.</summary>
public interface IFiles
{
    /// <summary>Stores the bytes once and returns their digest, lower-case hex.</summary>
    Task<string> Put(byte[] bytes, string mediaType, CancellationToken cancel);
}
