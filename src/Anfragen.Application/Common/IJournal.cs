namespace Anfragen.Application;

/// <summary>The journal of the running transaction; repositories hand it the steps, the behaviour writes them.</summary>
public interface IJournal
{
    /// <summary>Chains what was noted in this transaction to the journal.</summary>
    Task Write(string useCase, CancellationToken cancel);
}
