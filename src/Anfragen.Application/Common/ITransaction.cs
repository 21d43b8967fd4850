namespace Anfragen.Application;

/// <summary>One unit of work: all of it is stored, or nothing.</summary>
public interface ITransaction
{
    /// <summary>Runs the work and commits; an exception rolls back. May run the work again after a collision in the database.</summary>
    Task<T> Run<T>(Func<Task<T>> work, CancellationToken cancel);
}
