using Anfragen.Application.Accounts;
using Anfragen.Domain;
using Anfragen.Domain.Council;
using FluentValidation;
using MediatR;

namespace Anfragen.Application.Council;

/// <summary>
/// Enters a person or changes the name, also the one their account bears. Papers that are signed and names of askers stay as they are.
/// </summary>
public sealed record SavePerson : ICommand<Guid>
{
    public static Permission Permission => Permission.ManageCouncil;

    /// <summary>Null for a new one.</summary>
    public Guid? Id { get; init; }

    /// <summary>The version that the form was made from.</summary>
    public int Version { get; init; }

    /// <summary>With title.</summary>
    public string Name { get; init; } = "";
}

internal sealed class SavePersonValidator : AbstractValidator<SavePerson>
{
    public SavePersonValidator() => RuleFor(command => command.Name).IsGiven("Bitte geben Sie den Namen an.").IsLine(200);
}

internal sealed class SavePersonHandler(ICouncilRegister council, IAccounts accounts, ICurrentUser user, TimeProvider clock) : IRequestHandler<SavePerson, Guid>
{
    public async Task<Guid> Handle(SavePerson command, CancellationToken cancel)
    {
        var occasion = clock.Occasion(user.As(Permission.ManageCouncil));
        var register = await council.Get(cancel);
        var id = register.Persons.IdFor(command.Id, command.Version);
        var name = command.Name.Trim();
        register.PutPerson(new Person { Id = id, Key = register.Persons.Find(id)?.Key, Name = name });
        await council.Save(register, occasion, cancel);
        foreach (var account in (await accounts.All(cancel)).Where(account => account.Person == id && account.Name != name))
        {
            await accounts.Rename(account.Id, id, name, occasion, cancel);
        }

        return id;
    }
}
