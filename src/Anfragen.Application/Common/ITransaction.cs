namespace Anfragen.Application;

/// <summary>All or nothing: what <c>work</c> writes becomes visible as a whole or not at all.</summary>
public interface ITransaction
{
    /// <summary>
    /// Runs the work in one transaction; a call inside the work joins it. The work may be repeated from its start when the
    /// database asks for that, so it loads what it changes itself and does nothing outside the database that must not happen twice.
    /// </summary>
    Task<T> Run<T>(Func<Task<T>> work, CancellationToken cancel);
}
