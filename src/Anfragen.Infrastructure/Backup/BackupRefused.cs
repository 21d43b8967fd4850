namespace Anfragen.Infrastructure.Backup;

/// <summary>A backup was not made or not restored, and nothing was changed; the message is the German sentence that says why.</summary>
public sealed class BackupRefused(string message, Exception? inner = null) : Exception(message, inner);
