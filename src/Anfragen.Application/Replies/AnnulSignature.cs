using Anfragen.Domain;
using FluentValidation;
using MediatR;

namespace Anfragen.Application.Replies;

/// <summary>Annuls a signature before delivery; file and signature stay as evidence.</summary>
public sealed record AnnulSignature : ICommand<Unit>
{
    public static Permission Permission => Permission.SignReplies;

    public required ReplyId Id { get; init; }

    public string Reason { get; init; } = "";
}

internal sealed class AnnulSignatureValidator : AbstractValidator<AnnulSignature>
{
    public AnnulSignatureValidator()
    {
        RuleFor(command => command.Reason).IsGiven("Bitte geben Sie einen Grund an.").IsText();
    }
}

internal sealed class AnnulSignatureHandler(ICases cases, ICurrentUser user, TimeProvider clock) : IRequestHandler<AnnulSignature, Unit>
{
    public async Task<Unit> Handle(AnnulSignature command, CancellationToken cancel)
    {
        var @case = await cases.Get(command.Id, cancel);
        var occasion = clock.Occasion(user.As(Permission.SignReplies));
        @case.AnnulSignature(command.Id, command.Reason.Trim(), occasion);
        await cases.Save(@case, cancel);
        return Unit.Value;
    }
}
