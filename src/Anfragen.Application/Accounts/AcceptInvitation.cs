using Anfragen.Domain;
using Anfragen.Domain.Council;
using FluentValidation;
using MediatR;

namespace Anfragen.Application.Accounts;

/// <summary>Sets the password of the account that a link invites, once; its sessions end.</summary>
public sealed record AcceptInvitation : ICommand<Unit>
{
    public static Permission Permission => Permission.Anyone;

    public string Token { get; init; } = "";

    public string Password { get; init; } = "";

    public string RepeatedPassword { get; init; } = "";

    /// <summary>Without the secrets, which a log would keep.</summary>
    public override string ToString() => nameof(AcceptInvitation);
}

internal sealed class AcceptInvitationValidator : AbstractValidator<AcceptInvitation>
{
    public AcceptInvitationValidator() => this.CheckNewPassword(command => (command.Password, command.RepeatedPassword));
}

internal sealed class AcceptInvitationHandler(IAccounts accounts, TimeProvider clock) : IRequestHandler<AcceptInvitation, Unit>
{
    public async Task<Unit> Handle(AcceptInvitation command, CancellationToken cancel)
    {
        var now = clock.Now();
        var id = await accounts.Redeem(command.Token, now, cancel);
        AccountRules.InvitationHolds.BrokenIf(id is null);
        var account = await accounts.Get(id.Value, cancel);
        AccountRules.PasswordIsNotLogin.BrokenIf(PasswordRules.IsLogin(command.Password, account.Login));
        await accounts.SetPassword(account.Id, command.Password, new Occasion(account.Itself(), now), cancel);
        return Unit.Value;
    }
}
