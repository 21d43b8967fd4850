using Anfragen.Domain;
using MediatR;

namespace Anfragen.Application.Answers;

/// <summary>Hands the latest version to the head of department.</summary>
public sealed record SubmitForCoSignature : ICommand<Unit>
{
    public static Permission Permission => Permission.DraftAnswers;

    public required AnswerId Id { get; init; }
}

internal sealed class SubmitForCoSignatureHandler(ICases cases, ICurrentUser user, TimeProvider clock)
    : IRequestHandler<SubmitForCoSignature, Unit>
{
    public async Task<Unit> Handle(SubmitForCoSignature command, CancellationToken cancel)
    {
        var @case = await cases.Get(command.Id, cancel);
        var occasion = clock.Occasion(user.As(Permission.DraftAnswers, @case.Answer(command.Id).Department));
        @case.SubmitForCoSignature(command.Id, occasion);
        await cases.Save(@case, cancel);
        return Unit.Value;
    }
}
