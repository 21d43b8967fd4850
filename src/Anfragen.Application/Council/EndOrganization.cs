using Anfragen.Application.Accounts;
using Anfragen.Domain;
using Anfragen.Domain.Council;
using FluentValidation;
using MediatR;

namespace Anfragen.Application.Council;

/// <summary>
/// Ends an organisation with a day, and the roles held in it. A successor carries on with its matters, as after a merger; nothing may
/// wait for it.
/// </summary>
public sealed record EndOrganization : ICommand<Unit>
{
    public static Permission Permission => Permission.ManageCouncil;

    public required OrganizationId Id { get; init; }

    /// <summary>The version that the form was made from.</summary>
    public int Version { get; init; }

    public DateOnly? LastDay { get; init; }

    public OrganizationId? Successor { get; init; }
}

internal sealed class EndOrganizationValidator : AbstractValidator<EndOrganization>
{
    public EndOrganizationValidator() => RuleFor(command => command.LastDay).NotNull().WithMessage("Bitte geben Sie den letzten Tag an.");
}

internal sealed class EndOrganizationHandler(ICouncilRegister council, IAccounts accounts, ICurrentUser user, TimeProvider clock)
    : IRequestHandler<EndOrganization, Unit>
{
    public async Task<Unit> Handle(EndOrganization command, CancellationToken cancel)
    {
        var occasion = clock.Occasion(user.As(Permission.ManageCouncil));
        var register = await council.Get(cancel);
        var now = register.Organizations.Find(command.Id.Value) ?? throw new NotFound();
        CommonRules.NotChangedMeanwhile.BrokenIf(now.Version != command.Version);
        register.EndOrganization(command.Id, command.LastDay!.Value, command.Successor);
        await council.Save(register, occasion, cancel);
        foreach (var (account, grant) in (await accounts.All(cancel)).HeldBeyond(command.Id, command.LastDay.Value))
        {
            await accounts.EndGrant(account, grant.Id, command.LastDay.Value, occasion, cancel);
        }

        return Unit.Value;
    }
}
