using Anfragen.Domain;
using Anfragen.Domain.Deadlines;

namespace Anfragen.Application.Deadlines;

/// <summary>The rule sets that the administration has introduced.</summary>
public interface IRuleSets
{
    /// <summary>All of them, the latest first. Within a command, nobody else can introduce one meanwhile.</summary>
    Task<IReadOnlyList<RuleSet>> All(CancellationToken cancel);

    /// <summary>Stores one and notes the step for the journal.</summary>
    Task Add(RuleSet set, Occasion occasion, CancellationToken cancel);
}
