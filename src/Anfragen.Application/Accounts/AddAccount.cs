using Anfragen.Application.Council;
using Anfragen.Domain;
using Anfragen.Domain.Council;
using FluentValidation;
using MediatR;

namespace Anfragen.Application.Accounts;

/// <summary>Enters a person and makes their account with its first role, which holds from today.</summary>
public sealed record AddAccount : ICommand<UserId>
{
    public static Permission Permission => Permission.ManageAccounts;

    /// <summary>The person's name, as it is shown.</summary>
    public string Name { get; init; } = "";

    public string Login { get; init; } = "";

    public string Password { get; init; } = "";

    public Role Role { get; init; }

    /// <summary>Id or name of the organisation in which the role holds.</summary>
    public string Organization { get; init; } = "";

    /// <summary>Without the password, which a log would keep.</summary>
    public override string ToString() => $"{nameof(AddAccount)} {{ Login = {Login}, Role = {Role}, Organization = {Organization} }}";
}

internal sealed class AddAccountValidator : AbstractValidator<AddAccount>
{
    public AddAccountValidator()
    {
        RuleFor(command => command.Name).IsGiven("Bitte geben Sie den Namen an.").IsLine(200);
        RuleFor(command => command.Login).IsLogin();
        RuleFor(command => command.Role).IsInEnum().WithMessage("Diese Rolle gibt es nicht.");
        RuleFor(command => command.Organization).IsGiven("Bitte geben Sie die Organisation an.").IsLine();
        this.CheckPassword(command => (command.Password, command.Login));
    }
}

internal sealed class AddAccountHandler(ICouncilRegister council, IAccounts accounts, ICurrentUser user, TimeProvider clock)
    : IRequestHandler<AddAccount, UserId>
{
    public async Task<UserId> Handle(AddAccount command, CancellationToken cancel)
    {
        var grant = await accounts.GrantOf(command.Role, command.Organization, cancel);
        var occasion = clock.Occasion(user.As(Permission.ManageAccounts));
        var register = await council.Get(cancel);
        var person = new Person { Id = Guid.CreateVersion7(), Name = command.Name.Trim() };
        register.PutPerson(person);
        await council.Save(register, occasion, cancel);
        return await accounts.Add(person.Id, person.Name, command.Login.Trim(), command.Password, grant, occasion, cancel);
    }
}
