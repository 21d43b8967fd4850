using Anfragen.Domain.Numbers;

namespace Anfragen.Application.Council;

/// <summary>The next three numbers that a scheme would give, without giving any.</summary>
public sealed record PreviewNumbers : IQuery<NumberPreview>
{
    public static Permission Permission => Permission.ManageCouncil;

    /// <summary>Names the counter.</summary>
    public string Name { get; init; } = "";

    public string Template { get; init; } = "";

    public CounterScope? Scope { get; init; }

    /// <summary>The day of the registration; null for today.</summary>
    public DateOnly? Day { get; init; }
}

/// <summary>What a scheme would give, or why it cannot.</summary>
/// <param name="Today">The day at the office.</param>
public sealed record NumberPreview(IReadOnlyList<string> Numbers, string? Problem, DateOnly Today);
