using Anfragen.Application.Mail;
using Anfragen.Domain;
using FluentValidation;
using MediatR;

namespace Anfragen.Application.Accounts;

/// <summary>Sets where another person's mails go. Mails that still wait go to the new address.</summary>
public sealed record ChangeMailAddress : ICommand<Unit>
{
    public static Permission Permission => Permission.ManageAccounts;

    public required UserId Id { get; init; }

    /// <summary>Empty for no mails.</summary>
    public string? Address { get; init; }

    /// <summary>Without the address, which a log would keep.</summary>
    public override string ToString() => $"{nameof(ChangeMailAddress)} {{ Id = {Id} }}";
}

internal sealed class ChangeMailAddressValidator : AbstractValidator<ChangeMailAddress>
{
    public ChangeMailAddressValidator() => RuleFor(command => command.Address).IsMailAddress();
}

internal sealed class ChangeMailAddressHandler(IAccounts accounts, ICurrentUser user, TimeProvider clock) : IRequestHandler<ChangeMailAddress, Unit>
{
    public async Task<Unit> Handle(ChangeMailAddress command, CancellationToken cancel)
    {
        var occasion = clock.Occasion(user.As(Permission.ManageAccounts));
        var account = await accounts.Get(command.Id, cancel);
        var address = TextRules.TypedLine(command.Address);
        if (address != account.MailAddress) await accounts.SetMailAddress(account.Id, address, occasion, cancel);
        return Unit.Value;
    }
}
