using Anfragen.Domain;
using Anfragen.Domain.Answers;
using FluentValidation;
using MediatR;

namespace Anfragen.Application.Answers;

/// <summary>
/// Keeps what a person has typed into an answer and not saved yet, so that a closed laptop loses nothing. Asked for every few seconds; makes no
/// version and no entry in the journal. The text may still hold what no letter can hold.
/// </summary>
public sealed record KeepWorkingCopy : ICommand<DateTimeOffset>
{
    public static Permission Permission => Permission.DraftAnswers;

    public required AnswerId Id { get; init; }

    /// <summary>The opened form that writes.</summary>
    public required Guid Editing { get; init; }

    /// <summary>The form whose working copy this one was opened with, or null.</summary>
    public Guid? TakenOverFrom { get; init; }

    public int BasedOn { get; init; }

    public AnswerKind Kind { get; init; }

    public string? InNameOf { get; init; }

    public string? Markdown { get; init; }
}

internal sealed class KeepWorkingCopyValidator : AbstractValidator<KeepWorkingCopy>
{
    public KeepWorkingCopyValidator()
    {
        RuleFor(command => command.Editing).NotEmpty().WithMessage("Diese Seite ist nicht vollständig geladen. Bitte laden Sie sie neu.");
        RuleFor(command => command.Kind).IsInEnum().WithMessage("Bitte wählen Sie die Art der Antwort.");
        RuleFor(command => command.InNameOf).IsLine();
        RuleFor(command => command.Markdown).IsText();
    }
}

internal sealed class KeepWorkingCopyHandler(ICases cases, IWorkingCopies copies, ICurrentUser user, TimeProvider clock)
    : IRequestHandler<KeepWorkingCopy, DateTimeOffset>
{
    public async Task<DateTimeOffset> Handle(KeepWorkingCopy command, CancellationToken cancel)
    {
        var answer = (await cases.Get(command.Id, cancel)).Answer(command.Id);
        var actor = user.As(Permission.DraftAnswers, answer.Department);
        CommonRules.StepIsOpenToActor.BrokenIf(!answer.Allows(Step.SaveAnswerVersion, actor));
        var kept = await copies.Find(command.Id, actor.User, cancel);
        AnswerRules.WorkingCopyIsWrittenOnce.BrokenIf(
            (kept is not null && kept.Editing != command.Editing && kept.Editing != command.TakenOverFrom)
            || (command.BasedOn < answer.Versions.Count && answer.Latest!.By == actor.User));
        var copy = new WorkingCopy(
            command.Editing, command.BasedOn, command.Kind, command.InNameOf, command.Markdown?.ReplaceLineEndings("\n") ?? "", clock.GetUtcNow());
        await copies.Keep(command.Id, actor.User, copy, cancel);
        return copy.KeptAt;
    }
}
