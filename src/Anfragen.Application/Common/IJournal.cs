namespace Anfragen.Application;

/// <summary>The journal of the running transaction; repositories note the steps they store, the behaviour has them written.</summary>
public interface IJournal
{
    /// <summary>Forgets what an attempt noted that the database broke off.</summary>
    void Begin();

    /// <summary>Chains what was noted in this transaction to the journal.</summary>
    Task Write(string useCase, CancellationToken cancel);
}
