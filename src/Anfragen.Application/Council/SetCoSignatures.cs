using Anfragen.Domain;
using Anfragen.Domain.Answers;
using FluentValidation;
using MediatR;

namespace Anfragen.Application.Council;

/// <summary>Says whose heads co-sign an answer, in order. What was submitted before keeps its own list.</summary>
public sealed record SetCoSignatures : ICommand<Unit>
{
    public static Permission Permission => Permission.ManageCouncil;

    /// <summary>The version that the form was made from.</summary>
    public int Version { get; init; }

    /// <summary>In order; the empty ones are skipped.</summary>
    public IReadOnlyList<CoSignatureStage?> Stages { get; init; } = [];
}

internal sealed class SetCoSignaturesValidator : AbstractValidator<SetCoSignatures>
{
    public SetCoSignaturesValidator() => RuleForEach(command => command.Stages).IsInEnum().WithMessage("Diese Stufe gibt es nicht.");
}

internal sealed class SetCoSignaturesHandler(ICouncilRegister council, ICurrentUser user, TimeProvider clock) : IRequestHandler<SetCoSignatures, Unit>
{
    public async Task<Unit> Handle(SetCoSignatures command, CancellationToken cancel)
    {
        var occasion = clock.Occasion(user.As(Permission.ManageCouncil));
        var register = await council.Get(cancel);
        CommonRules.NotChangedMeanwhile.BrokenIf(register.CoSignatures.All.Single().Version != command.Version);
        register.SetCoSignatures([.. command.Stages.OfType<CoSignatureStage>()]);
        await council.Save(register, occasion, cancel);
        return Unit.Value;
    }
}
