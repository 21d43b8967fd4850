using Anfragen.Application.Council;
using Anfragen.Domain;
using Anfragen.Domain.Promises;
using FluentValidation;
using MediatR;

namespace Anfragen.Application.Promises;

/// <summary>Marks a passage of an answer as a promise that is looked at again on a day.</summary>
public sealed record MarkPromise : ICommand<PromiseId>
{
    public static Permission Permission => Permission.TrackPromises;

    public required AnswerId Answer { get; init; }

    /// <summary>Verbatim from the latest version of the answer.</summary>
    public string Text { get; init; } = "";

    /// <summary>Today or later.</summary>
    public DateOnly? DueOn { get; init; }

    /// <summary>The department that sees to it; null for the one that answers.</summary>
    public OrganizationId? Owner { get; init; }
}

internal sealed class MarkPromiseValidator : AbstractValidator<MarkPromise>
{
    public MarkPromiseValidator()
    {
        RuleFor(command => command.Text).IsGiven("Bitte kopieren Sie die Stelle aus der Antwort hierher.").IsText(PromiseRules.LongestText);
        RuleFor(command => command.DueOn).NotNull().WithMessage("Bitte geben Sie den Tag der Wiedervorlage an.");
    }
}

internal sealed class MarkPromiseHandler(ICases cases, ICouncil council, ICurrentUser user, TimeProvider clock) : IRequestHandler<MarkPromise, PromiseId>
{
    public async Task<PromiseId> Handle(MarkPromise command, CancellationToken cancel)
    {
        var @case = await cases.Get(command.Answer, cancel);
        var answer = @case.Answer(command.Answer);
        if (command.Owner is { } owner && !await council.AreDepartments([owner], cancel)) throw new NotFound();
        var occasion = clock.Occasion(user.As(Permission.TrackPromises, answer.Department));
        var promise = @case.MarkPromise(answer.Id, TextRules.TypedText(command.Text)!, command.DueOn!.Value, command.Owner ?? answer.Department, occasion);
        await cases.Save(@case, cancel);
        return promise.Id;
    }
}
