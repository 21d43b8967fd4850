using Anfragen.Application.Inquiries;
using Anfragen.Domain;
using Anfragen.Domain.Promises;

namespace Anfragen.Application.Promises;

/// <summary>One promise with what became of it, for the house.</summary>
public sealed record GetPromise(PromiseId Id) : IQuery<PromiseDetails>
{
    public static Permission Permission => Permission.TrackPromises;
}

/// <summary>The page of a promise.</summary>
public sealed record PromiseDetails
{
    public required PromiseId Id { get; init; }

    public required InquiryDetails Inquiry { get; init; }

    /// <summary>The answer it stands in; null when this person may not open it.</summary>
    public AnswerId? Answer { get; init; }

    /// <summary>"1, 2b", the questions of that answer.</summary>
    public required string Questions { get; init; }

    /// <summary>Verbatim.</summary>
    public required string Text { get; init; }

    public required OrganizationId Owner { get; init; }

    public required string OwnerName { get; init; }

    public required DateOnly DueOn { get; init; }

    /// <summary>The day that was noted at first.</summary>
    public required DateOnly FirstDueOn { get; init; }

    public required PromiseState State { get; init; }

    /// <summary>How many steps it had, for <see cref="SettlePromise.BasedOn"/>.</summary>
    public required int Steps { get; init; }

    /// <summary>Whether the askers have the answer with it.</summary>
    public required bool IsGiven { get; init; }

    /// <summary>Whether this person can say what became of it.</summary>
    public required bool CanSettle { get; init; }

    /// <summary>Its own steps, oldest first.</summary>
    public required IReadOnlyList<HistoryEntry> History { get; init; }

    /// <summary>Who could see to it.</summary>
    public required IReadOnlyList<OrganizationChoice> Departments { get; init; }
}
