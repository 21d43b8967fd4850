using Anfragen.Domain;
using MediatR;

namespace Anfragen.Application.Answers;

/// <summary>Mitzeichnung: the head who is due stands by exactly this version.</summary>
public sealed record CoSignAnswer : ICommand<Unit>
{
    public static Permission Permission => Permission.CoSignAnswers;

    public required AnswerId Id { get; init; }

    /// <summary>The version that was shown.</summary>
    public int Version { get; init; }
}

internal sealed class CoSignAnswerHandler(ICases cases, ICurrentUser user, TimeProvider clock) : IRequestHandler<CoSignAnswer, Unit>
{
    public async Task<Unit> Handle(CoSignAnswer command, CancellationToken cancel)
    {
        var @case = await cases.Get(command.Id, cancel);
        var answer = @case.Answer(command.Id);
        var occasion = clock.Occasion(user.As(Permission.CoSignAnswers, answer.DueCoSigner ?? answer.Department));
        answer.CoSign(command.Version, occasion);
        await cases.Save(@case, cancel);
        return Unit.Value;
    }
}
