using Anfragen.Domain;
using FluentValidation;
using MediatR;

namespace Anfragen.Application.Accounts;

/// <summary>Gives an account another password and ends its sessions; for the operator, when nobody else can help.</summary>
public sealed record SetPassword : ICommand<Unit>
{
    public static Permission Permission => Permission.ManageAccounts;

    public string Login { get; init; } = "";

    public string Password { get; init; } = "";

    /// <summary>Without the password, which a log would keep.</summary>
    public override string ToString() => $"{nameof(SetPassword)} {{ Login = {Login} }}";
}

internal sealed class SetPasswordValidator : AbstractValidator<SetPassword>
{
    public SetPasswordValidator()
    {
        RuleFor(command => command.Login).IsGiven("Bitte geben Sie die Anmeldung an.");
        this.CheckPassword(command => (command.Password, command.Login));
    }
}

internal sealed class SetPasswordHandler(IAccounts accounts, ICurrentUser user, TimeProvider clock) : IRequestHandler<SetPassword, Unit>
{
    public async Task<Unit> Handle(SetPassword command, CancellationToken cancel)
    {
        var account = await accounts.Get(command.Login, cancel);
        await accounts.SetPassword(account, command.Password, clock.Occasion(user.As(Permission.ManageAccounts)), cancel);
        return Unit.Value;
    }
}
