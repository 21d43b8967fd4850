using Anfragen.Domain;
using Anfragen.Domain.Council;
using FluentValidation;
using MediatR;

namespace Anfragen.Application.Accounts;

/// <summary>Gives one's own account another password; sessions on other devices end.</summary>
public sealed record ChangePassword : ICommand<Unit>
{
    public static Permission Permission => Permission.SignedIn;

    public string OldPassword { get; init; } = "";

    public string Password { get; init; } = "";

    public string RepeatedPassword { get; init; } = "";

    /// <summary>Without the secrets, which a log would keep.</summary>
    public override string ToString() => nameof(ChangePassword);
}

internal sealed class ChangePasswordValidator : AbstractValidator<ChangePassword>
{
    public ChangePasswordValidator() => this.CheckNewPassword(command => (command.Password, command.RepeatedPassword));
}

internal sealed class ChangePasswordHandler(IAccounts accounts, ICurrentUser user, TimeProvider clock) : IRequestHandler<ChangePassword, Unit>
{
    public async Task<Unit> Handle(ChangePassword command, CancellationToken cancel)
    {
        var account = await accounts.Get(user.Id!.Value, cancel);
        AccountRules.OldPasswordFits.BrokenIf(!await accounts.HasPassword(account.Id, command.OldPassword, cancel));
        AccountRules.PasswordIsNotLogin.BrokenIf(PasswordRules.IsLogin(command.Password, account.Login));
        await accounts.SetPassword(account.Id, command.Password, clock.Occasion(account.Itself()), cancel);
        return Unit.Value;
    }
}
