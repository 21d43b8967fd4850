using Anfragen.Domain;
using Anfragen.Domain.Council;
using FluentValidation;
using MediatR;

namespace Anfragen.Application.Council;

/// <summary>Gives a deputyship another last day.</summary>
public sealed record EndDeputyship : ICommand<Unit>
{
    public static Permission Permission => Permission.ManageCouncil;

    public required Guid Id { get; init; }

    /// <summary>The version that the form was made from.</summary>
    public int Version { get; init; }

    public DateOnly? LastDay { get; init; }
}

internal sealed class EndDeputyshipValidator : AbstractValidator<EndDeputyship>
{
    public EndDeputyshipValidator() => RuleFor(command => command.LastDay).NotNull().WithMessage("Bitte geben Sie den letzten Tag an.");
}

internal sealed class EndDeputyshipHandler(ICouncilRegister council, ICurrentUser user, TimeProvider clock) : IRequestHandler<EndDeputyship, Unit>
{
    public async Task<Unit> Handle(EndDeputyship command, CancellationToken cancel)
    {
        var occasion = clock.Occasion(user.As(Permission.ManageCouncil));
        var register = await council.Get(cancel);
        var now = register.Deputyships.Get(register.Deputyships.IdFor(command.Id, command.Version));
        register.PutDeputyship(now with { Validity = now.Validity.Until(command.LastDay!.Value) });
        await council.Save(register, occasion, cancel);
        return Unit.Value;
    }
}
