using Anfragen.Application.Council;
using Anfragen.Domain;
using FluentValidation;
using MediatR;

namespace Anfragen.Application.Promises;

/// <summary>Was aus einer Zusage geworden ist.</summary>
public enum PromiseOutcome
{
    /// <summary>eingelöst.</summary>
    Kept,

    /// <summary>neuer Tag, perhaps with another department.</summary>
    Moved,

    /// <summary>wird nicht eingelöst.</summary>
    Dropped,
}

/// <summary>Says what became of a promise, with a note.</summary>
public sealed record SettlePromise : ICommand<Unit>
{
    public static Permission Permission => Permission.TrackPromises;

    public required PromiseId Id { get; init; }

    /// <summary>How many steps the promise had when the form was made, so that a stale one is noticed.</summary>
    public int BasedOn { get; init; }

    public PromiseOutcome? Outcome { get; init; }

    /// <summary>When it was moved: the day it returns, today or later.</summary>
    public DateOnly? DueOn { get; init; }

    /// <summary>When it was moved: who sees to it; null for the same department as before.</summary>
    public OrganizationId? Owner { get; init; }

    public string Note { get; init; } = "";
}

internal sealed class SettlePromiseValidator : AbstractValidator<SettlePromise>
{
    public SettlePromiseValidator()
    {
        RuleFor(command => command.Outcome).NotNull().IsInEnum().WithMessage("Bitte wählen Sie, was aus der Zusage geworden ist.");
        RuleFor(command => command.DueOn).NotNull().When(command => command.Outcome == PromiseOutcome.Moved)
            .WithMessage("Bitte geben Sie den neuen Tag der Wiedervorlage an.");
        RuleFor(command => command.Note).IsGiven("Bitte schreiben Sie kurz, wie es um die Zusage steht.").IsText();
    }
}

internal sealed class SettlePromiseHandler(ICases cases, ICouncil council, ICurrentUser user, TimeProvider clock) : IRequestHandler<SettlePromise, Unit>
{
    public async Task<Unit> Handle(SettlePromise command, CancellationToken cancel)
    {
        var @case = await cases.Get(command.Id, cancel);
        var promise = @case.Promise(command.Id);
        CommonRules.NotChangedMeanwhile.BrokenIf(command.BasedOn != promise.Acts.Count);
        var occasion = clock.Occasion(user.As(Permission.TrackPromises, promise.Owner));
        var note = TextRules.TypedText(command.Note)!;
        switch (command.Outcome)
        {
            case PromiseOutcome.Kept:
                @case.KeepPromise(command.Id, note, occasion);
                break;
            case PromiseOutcome.Dropped:
                @case.DropPromise(command.Id, note, occasion);
                break;
            default:
                if (command.Owner is { } owner && owner != promise.Owner && !await council.AreDepartments([owner], cancel)) throw new NotFound();
                @case.MovePromise(command.Id, command.DueOn!.Value, command.Owner ?? promise.Owner, note, occasion);
                break;
        }

        await cases.Save(@case, cancel);
        return Unit.Value;
    }
}
