using Anfragen.Domain.Deadlines;

namespace Anfragen.Application.Deadlines;

/// <summary>The rules of our own city, by the day.</summary>
public interface ICityRules
{
    /// <summary>The rules in force that day; without any rule where the city has none yet.</summary>
    Task<DeadlineRules> On(DateOnly day, CancellationToken cancel);
}
