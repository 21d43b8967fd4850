using Anfragen.Domain.Deadlines;

namespace Anfragen.Application.Deadlines;

/// <summary>Where sets of rules are kept.</summary>
public interface IDeadlineRules
{
    /// <summary>The names of all sets.</summary>
    IReadOnlyList<string> Names { get; }

    /// <exception cref="NotFound">There is no set of that name.</exception>
    /// <exception cref="FileMistakes">Its file cannot be used.</exception>
    Task<DeadlineRules> Get(string name, CancellationToken cancel);
}
