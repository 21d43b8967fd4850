using Anfragen.Domain;
using FluentValidation;
using MediatR;

namespace Anfragen.Application.Answers;

/// <summary>Answers another question of the same department jointly with this one.</summary>
public sealed record JoinAnswers : ICommand<Unit>
{
    public static Permission Permission => Permission.DraftAnswers;

    public required AnswerId Id { get; init; }

    public required AnswerId Other { get; init; }
}

internal sealed class JoinAnswersValidator : AbstractValidator<JoinAnswers>
{
    public JoinAnswersValidator()
    {
        RuleFor(command => command.Other).NotEqual(default(AnswerId)).WithMessage("Bitte wählen Sie, welche Frage dazukommt.");
    }
}

internal sealed class JoinAnswersHandler(ICases cases, ICurrentUser user, TimeProvider clock) : IRequestHandler<JoinAnswers, Unit>
{
    public async Task<Unit> Handle(JoinAnswers command, CancellationToken cancel)
    {
        var @case = await cases.Get(command.Id, cancel);
        var occasion = clock.Occasion(user.As(Permission.DraftAnswers, @case.Answer(command.Id).Department));
        if (@case.Answers.All(answer => answer.Id != command.Other)) throw new NotFound();
        @case.JoinAnswers(command.Id, command.Other, occasion);
        await cases.Save(@case, cancel);
        return Unit.Value;
    }
}
