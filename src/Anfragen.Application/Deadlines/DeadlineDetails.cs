using Anfragen.Domain.Deadlines;

namespace Anfragen.Application.Deadlines;

/// <summary>The clock of an inquiry as one person sees it today.</summary>
public sealed record DeadlineDetails
{
    /// <summary>1 for the inquiry itself, more for supplementary questions.</summary>
    public int Round { get; init; } = 1;

    public required DeadlineState State { get; init; }

    /// <summary>What was due first; null as long as it is to be confirmed.</summary>
    public DateOnly? FirstDueOn { get; init; }

    public DateOnly? DueOn { get; init; }

    /// <summary>The first late day, once it has come.</summary>
    public DateOnly? OverdueSince { get; init; }

    /// <summary>The day everything was answered or settled.</summary>
    public DateOnly? MetOn { get; init; }

    /// <summary>The rule that holds for this inquiry; null where none was known.</summary>
    public PinnedRule? Pinned { get; init; }

    /// <summary>The calculation of the first due date in words.</summary>
    public required IReadOnlyList<string> Reasons { get; init; }

    /// <summary>Why a person established the first due date.</summary>
    public string? EstablishedBecause { get; init; }

    public required IReadOnlyList<DeadlineExtension> Extensions { get; init; }

    public required IReadOnlyList<ClockStop> Stops { get; init; }

    public int StoppedDays { get; init; }

    public required IReadOnlyList<InterimReply> Interims { get; init; }

    /// <summary>The deadlines inside the house, counted back; empty for askers and while no clock runs.</summary>
    public IReadOnlyDictionary<InternalStage, DateOnly> Internal { get; init; } = new Dictionary<InternalStage, DateOnly>();
}
