using Anfragen.Domain;
using Anfragen.Domain.Council;
using FluentValidation;
using MediatR;

namespace Anfragen.Application.Council;

/// <summary>Lets one account see and act for another in a period.</summary>
public sealed record AddDeputyship : ICommand<Unit>
{
    public static Permission Permission => Permission.ManageCouncil;

    /// <summary>Who is represented.</summary>
    public UserId? Principal { get; init; }

    /// <summary>Who represents.</summary>
    public UserId? Deputy { get; init; }

    public DateOnly? ValidFrom { get; init; }

    public DateOnly? ValidTo { get; init; }
}

internal sealed class AddDeputyshipValidator : AbstractValidator<AddDeputyship>
{
    public AddDeputyshipValidator()
    {
        RuleFor(command => command.Principal).NotNull().WithMessage("Bitte wählen Sie, wer vertreten wird.");
        RuleFor(command => command.Deputy).NotNull().WithMessage("Bitte wählen Sie, wer vertritt.");
        RuleFor(command => command.ValidFrom).NotNull().WithMessage("Bitte geben Sie den ersten Tag an.");
        RuleFor(command => command.ValidTo).NotNull().WithMessage("Bitte geben Sie den letzten Tag an.");
    }
}

internal sealed class AddDeputyshipHandler(ICouncilRegister council, Accounts.IAccounts accounts, ICurrentUser user, TimeProvider clock)
    : IRequestHandler<AddDeputyship, Unit>
{
    public async Task<Unit> Handle(AddDeputyship command, CancellationToken cancel)
    {
        var occasion = clock.Occasion(user.As(Permission.ManageCouncil));
        CouncilRules.DeputyIsNamedByAnother.BrokenIf(occasion.Actor.Is(command.Deputy!.Value));
        var register = await council.Get(cancel);
        var (principal, deputy) = (await accounts.Get(command.Principal!.Value, cancel), await accounts.Get(command.Deputy.Value, cancel));
        register.PutDeputyship(new Deputyship
        {
            Id = Guid.CreateVersion7(),
            Principal = principal.Id,
            Deputy = deputy.Id,
            Validity = new Period(command.ValidFrom, command.ValidTo),
        });
        await council.Save(register, occasion, cancel);
        return Unit.Value;
    }
}
