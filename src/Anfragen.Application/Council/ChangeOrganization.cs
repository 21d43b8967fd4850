using Anfragen.Domain;
using Anfragen.Domain.Council;
using FluentValidation;
using MediatR;

namespace Anfragen.Application.Council;

/// <summary>
/// Changes what is known of an organisation. Another name is either a new one from a day on, and the old one stays with what was done
/// under it, or it corrects a mistake of typing.
/// </summary>
public sealed record ChangeOrganization : ICommand<Unit>, IOrganizationForm
{
    public static Permission Permission => Permission.ManageCouncil;

    public required OrganizationId Id { get; init; }

    /// <summary>The version that the form was made from.</summary>
    public int Version { get; init; }

    public string Name { get; init; } = "";

    public string? Number { get; init; }

    public string? Genitive { get; init; }

    public string? Short { get; init; }

    public OrganizationId? Parent { get; init; }

    public DateOnly? ValidFrom { get; init; }

    /// <summary>What another name means; needed only when it is another.</summary>
    public Renaming? Renaming { get; init; }

    /// <summary>The first day of the new name; not in the future.</summary>
    public DateOnly? RenamedOn { get; init; }
}

/// <summary>What another name of an organisation means.</summary>
public enum Renaming
{
    /// <summary>It is called so from a day on.</summary>
    NewName,

    /// <summary>It was mistyped.</summary>
    Correction,
}

internal sealed class ChangeOrganizationValidator : OrganizationValidator<ChangeOrganization>
{
    public ChangeOrganizationValidator()
    {
        RuleFor(command => command.Renaming).IsInEnum().WithMessage("Bitte wählen Sie eine der beiden Möglichkeiten.");
        RuleFor(command => command.RenamedOn).NotNull().When(command => command.Renaming == Renaming.NewName)
            .WithMessage("Bitte geben Sie an, ab welchem Tag der neue Name gilt.");
    }
}

internal sealed class ChangeOrganizationHandler(ICouncilRegister council, ICurrentUser user, TimeProvider clock)
    : IRequestHandler<ChangeOrganization, Unit>
{
    public async Task<Unit> Handle(ChangeOrganization command, CancellationToken cancel)
    {
        var occasion = clock.Occasion(user.As(Permission.ManageCouncil));
        var register = await council.Get(cancel);
        var now = register.Organizations.Find(command.Id.Value) ?? throw new NotFound();
        CommonRules.NotChangedMeanwhile.BrokenIf(now.Version != command.Version);
        var changed = now with { Names = command.Names(), Parent = command.Parent, Validity = now.Validity with { From = command.ValidFrom } };
        var isRenamed = changed.Names.Name != now.Names.Name;
        CouncilRules.RenamingIsExplained.BrokenIf(isRenamed && command.Renaming is null);
        CouncilRules.RenamedForward.BrokenIf(isRenamed && command.Renaming == Renaming.NewName && command.RenamedOn > occasion.Day);
        register.ChangeOrganization(changed, command.RenamedOn ?? occasion.Day, command.Renaming == Renaming.Correction);
        await council.Save(register, occasion, cancel);
        return Unit.Value;
    }
}
