using Anfragen.Domain;
using FluentValidation;
using MediatR;

namespace Anfragen.Application.Answers;

/// <summary>Gives one of the jointly answered questions an answer of its own.</summary>
public sealed record SplitAnswer : ICommand<Unit>
{
    public static Permission Permission => Permission.DraftAnswers;

    public required AnswerId Id { get; init; }

    public required QuestionId Question { get; init; }
}

internal sealed class SplitAnswerValidator : AbstractValidator<SplitAnswer>
{
    public SplitAnswerValidator()
    {
        RuleFor(command => command.Question).NotEqual(default(QuestionId)).WithMessage("Bitte wählen Sie eine Frage.");
    }
}

internal sealed class SplitAnswerHandler(ICases cases, ICurrentUser user, TimeProvider clock) : IRequestHandler<SplitAnswer, Unit>
{
    public async Task<Unit> Handle(SplitAnswer command, CancellationToken cancel)
    {
        var @case = await cases.Get(command.Id, cancel);
        var occasion = clock.Occasion(user.As(Permission.DraftAnswers, @case.Answer(command.Id).Department));
        @case.SplitAnswer(command.Id, command.Question, occasion);
        await cases.Save(@case, cancel);
        return Unit.Value;
    }
}
