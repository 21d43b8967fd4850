using Anfragen.Domain;
using Anfragen.Domain.Answers;

namespace Anfragen.Application.Answers;

/// <summary>Zwischenstände: what people have typed into answers and not saved yet, one for each person and answer. No evidence, no versions.</summary>
public interface IWorkingCopies
{
    Task<WorkingCopy?> Find(AnswerId answer, UserId person, CancellationToken cancel);

    /// <summary>Takes the place of the person's earlier one.</summary>
    Task Keep(AnswerId answer, UserId person, WorkingCopy copy, CancellationToken cancel);

    Task Drop(AnswerId answer, UserId person, CancellationToken cancel);
}

/// <summary>What a person has typed into an answer and not saved yet.</summary>
/// <param name="Editing">The opened form that wrote it.</param>
/// <param name="BasedOn">The version the person had before them, 0 for none.</param>
/// <param name="Kind">As chosen.</param>
/// <param name="InNameOf">As typed.</param>
/// <param name="Markdown">As typed, right or wrong.</param>
/// <param name="KeptAt">When.</param>
public sealed record WorkingCopy(Guid Editing, int BasedOn, AnswerKind Kind, string? InNameOf, string Markdown, DateTimeOffset KeptAt);
