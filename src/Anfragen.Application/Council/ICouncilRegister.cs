using Anfragen.Domain;
using Anfragen.Domain.Council;

namespace Anfragen.Application.Council;

/// <summary>Where the city's master data is kept.</summary>
public interface ICouncilRegister
{
    /// <summary>All of it; who gets it is the only one until the transaction ends.</summary>
    Task<CouncilRegister> Get(CancellationToken cancel);

    /// <summary>Stores what changed and notes it for the journal.</summary>
    Task Save(CouncilRegister register, Occasion occasion, CancellationToken cancel);

    /// <summary>Whether any number was given yet.</summary>
    Task<bool> NumbersWereGiven(CancellationToken cancel);
}
