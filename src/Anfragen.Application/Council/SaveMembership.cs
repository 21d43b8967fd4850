using Anfragen.Domain;
using Anfragen.Domain.Council;
using FluentValidation;
using MediatR;

namespace Anfragen.Application.Council;

/// <summary>Enters to which organisation a person belongs and since when, or changes it. Who changes sides ends one membership and begins another.</summary>
public sealed record SaveMembership : ICommand<Unit>
{
    public static Permission Permission => Permission.ManageCouncil;

    /// <summary>Null for a new one.</summary>
    public Guid? Id { get; init; }

    /// <summary>The version that the form was made from.</summary>
    public int Version { get; init; }

    public required Guid Person { get; init; }

    /// <summary>Stays as it is when a membership is changed.</summary>
    public OrganizationId? Organization { get; init; }

    /// <summary>"Vorsitz" for example; may be empty.</summary>
    public string? Function { get; init; }

    public DateOnly? ValidFrom { get; init; }

    public DateOnly? ValidTo { get; init; }
}

internal sealed class SaveMembershipValidator : AbstractValidator<SaveMembership>
{
    public SaveMembershipValidator()
    {
        RuleFor(command => command.Organization).NotNull().WithMessage("Bitte wählen Sie die Organisation.").When(command => command.Id is null);
        RuleFor(command => command.Function).IsLine(100);
    }
}

internal sealed class SaveMembershipHandler(ICouncilRegister council, ICurrentUser user, TimeProvider clock) : IRequestHandler<SaveMembership, Unit>
{
    public async Task<Unit> Handle(SaveMembership command, CancellationToken cancel)
    {
        var occasion = clock.Occasion(user.As(Permission.ManageCouncil));
        var register = await council.Get(cancel);
        var id = register.Memberships.IdFor(command.Id, command.Version);
        var now = register.Memberships.Find(id);
        if (now is not null && now.Person != command.Person) throw new NotFound();
        register.PutMembership(new Membership
        {
            Id = id,
            Person = command.Person,
            Organization = now?.Organization ?? command.Organization!.Value,
            Function = TextRules.TypedLine(command.Function),
            Validity = new Period(command.ValidFrom, command.ValidTo),
        });
        await council.Save(register, occasion, cancel);
        return Unit.Value;
    }
}
