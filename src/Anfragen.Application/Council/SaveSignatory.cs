using Anfragen.Domain;
using Anfragen.Domain.Council;
using FluentValidation;
using MediatR;

namespace Anfragen.Application.Council;

/// <summary>Enters who may stand under a reply, or changes it; letters that are signed stay as they are.</summary>
public sealed record SaveSignatory : ICommand<Unit>
{
    public static Permission Permission => Permission.ManageCouncil;

    /// <summary>Null for a new one.</summary>
    public Guid? Id { get; init; }

    /// <summary>The version that the form was made from.</summary>
    public int Version { get; init; }

    public string Place { get; init; } = "";

    public string Name { get; init; } = "";

    public string Office { get; init; } = "";

    /// <summary>Offered after the others.</summary>
    public bool IsDeputy { get; init; }

    public DateOnly? ValidFrom { get; init; }

    public DateOnly? ValidTo { get; init; }
}

internal sealed class SaveSignatoryValidator : AbstractValidator<SaveSignatory>
{
    public SaveSignatoryValidator()
    {
        RuleFor(command => command.Place).IsGiven("Bitte geben Sie den Ort an.").IsLine(100);
        RuleFor(command => command.Name).IsGiven("Bitte geben Sie den Namen an.").IsLine(200);
        RuleFor(command => command.Office).IsGiven("Bitte geben Sie die Amtsbezeichnung an.").IsLine(200);
    }
}

internal sealed class SaveSignatoryHandler(ICouncilRegister council, ICurrentUser user, TimeProvider clock) : IRequestHandler<SaveSignatory, Unit>
{
    public async Task<Unit> Handle(SaveSignatory command, CancellationToken cancel)
    {
        var occasion = clock.Occasion(user.As(Permission.ManageCouncil));
        var register = await council.Get(cancel);
        register.PutSignatory(new Signatory
        {
            Id = register.Signatories.IdFor(command.Id, command.Version),
            Place = command.Place.Trim(),
            Name = command.Name.Trim(),
            Office = command.Office.Trim(),
            IsDeputy = command.IsDeputy,
            Validity = new Period(command.ValidFrom, command.ValidTo),
        });
        await council.Save(register, occasion, cancel);
        return Unit.Value;
    }
}
