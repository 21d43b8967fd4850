using Anfragen.Application.Council;
using Anfragen.Domain;
using Anfragen.Domain.Council;
using FluentValidation;
using MediatR;

namespace Anfragen.Application.Accounts;

/// <summary>Makes an account with its first role. Its person sets the password by the link that comes back and is shown once.</summary>
public sealed record InvitePerson : ICommand<Invitation>
{
    public static Permission Permission => Permission.ManageAccounts;

    /// <summary>Somebody who is in the master data already; null for a new person.</summary>
    public Guid? Person { get; init; }

    /// <summary>The new person's name, as it is shown.</summary>
    public string Name { get; init; } = "";

    public string Login { get; init; } = "";

    public Role? Role { get; init; }

    /// <summary>Where the role holds.</summary>
    public OrganizationId? Organization { get; init; }
}

/// <summary>A one-time link to set a password with.</summary>
/// <param name="Account">Whose password.</param>
/// <param name="Token">The secret in the link; nothing keeps it.</param>
/// <param name="ExpiresAt">Until when it can be used.</param>
public sealed record Invitation(UserId Account, string Token, DateTimeOffset ExpiresAt)
{
    /// <summary>How long a new account's link holds.</summary>
    public static readonly TimeSpan ForNewAccount = TimeSpan.FromDays(7);

    /// <summary>How long a link holds that replaces a password.</summary>
    public static readonly TimeSpan ForReset = TimeSpan.FromHours(24);

    /// <summary>Without the secret, which a log would keep.</summary>
    public override string ToString() => $"{nameof(Invitation)} {{ Account = {Account}, ExpiresAt = {ExpiresAt} }}";
}

internal sealed class InvitePersonValidator : AbstractValidator<InvitePerson>
{
    public InvitePersonValidator()
    {
        RuleFor(command => command.Name).IsGiven("Bitte geben Sie den Namen an, oder wählen Sie eine Person aus.").When(command => command.Person is null);
        RuleFor(command => command.Name).IsLine(200);
        RuleFor(command => command.Login).IsLogin();
        RuleFor(command => command.Role).NotNull().WithMessage("Bitte wählen Sie die Rolle.").IsInEnum().WithMessage("Diese Rolle gibt es nicht.");
        RuleFor(command => command.Organization).NotNull().WithMessage("Bitte wählen Sie die Organisation.");
    }
}

internal sealed class InvitePersonHandler(ICouncilRegister council, IAccounts accounts, ICurrentUser user, TimeProvider clock)
    : IRequestHandler<InvitePerson, Invitation>
{
    public async Task<Invitation> Handle(InvitePerson command, CancellationToken cancel)
    {
        var occasion = clock.Occasion(user.As(Permission.ManageAccounts));
        var register = await council.Get(cancel);
        if (command.Person is null) register.PutPerson(new Person { Id = Guid.CreateVersion7(), Name = command.Name.Trim() });
        var person = command.Person is { } known ? register.Persons.Get(known) : register.Persons.Added.Single();
        var grant = await accounts.GrantOf(command.Role!.Value, command.Organization!.Value.ToString(), cancel);
        await council.Save(register, occasion, cancel);

        var account = UserId.New();
        await accounts.AddWithoutPassword(account, person.Id, person.Name, command.Login.Trim(), occasion, cancel);
        await accounts.Grant(account, grant, new Period(occasion.Day, null), occasion, cancel);
        var expiresAt = occasion.At + Invitation.ForNewAccount;
        return new Invitation(account, await accounts.Invite(account, expiresAt, occasion, cancel), expiresAt);
    }
}
