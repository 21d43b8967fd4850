using Anfragen.Application.Council;
using Anfragen.Domain;
using MediatR;

namespace Anfragen.Application.Answers;

/// <summary>Hands the latest version to those who co-sign.</summary>
public sealed record SubmitForCoSignature : ICommand<Unit>
{
    public static Permission Permission => Permission.DraftAnswers;

    public required AnswerId Id { get; init; }
}

internal sealed class SubmitForCoSignatureHandler(ICases cases, ICouncil council, ICurrentUser user, TimeProvider clock)
    : IRequestHandler<SubmitForCoSignature, Unit>
{
    public async Task<Unit> Handle(SubmitForCoSignature command, CancellationToken cancel)
    {
        var @case = await cases.Get(command.Id, cancel);
        var department = @case.Answer(command.Id).Department;
        var occasion = clock.Occasion(user.As(Permission.DraftAnswers, department));
        @case.SubmitForCoSignature(command.Id, await council.CoSignatureRuleFor(department, cancel), occasion);
        await cases.Save(@case, cancel);
        return Unit.Value;
    }
}
