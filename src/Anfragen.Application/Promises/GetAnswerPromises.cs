using Anfragen.Application.Answers;
using Anfragen.Domain;
using Anfragen.Domain.Promises;

namespace Anfragen.Application.Promises;

/// <summary>The promises marked in an answer, and the passages that read like one.</summary>
public sealed record GetAnswerPromises(AnswerId Id) : IQuery<AnswerPromises>
{
    public static Permission Permission => Permission.TrackPromises;
}

/// <summary>The page on which promises are marked.</summary>
public sealed record AnswerPromises
{
    public required AnswerDetails Answer { get; init; }

    /// <summary>The department that answers, and sees to a promise unless another is named.</summary>
    public required OrganizationId Department { get; init; }

    public required IReadOnlyList<AnswerPromise> Promises { get; init; }

    /// <summary>Passages of the latest version that are not marked yet; empty for who cannot mark.</summary>
    public required IReadOnlyList<PromisePassage> Proposals { get; init; }

    /// <summary>Whether this person can mark and unmark.</summary>
    public required bool CanMark { get; init; }
}

/// <summary>One promise of the answer.</summary>
/// <param name="Stands">Whether the passage is in the latest version.</param>
/// <param name="IsGiven">Whether the askers have it.</param>
public sealed record AnswerPromise(PromiseId Id, string Text, string Owner, DateOnly DueOn, PromiseState State, bool Stands, bool IsGiven);
