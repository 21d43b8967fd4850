using Anfragen.Domain;
using Anfragen.Domain.Council;
using FluentValidation;
using MediatR;

namespace Anfragen.Application.Council;

/// <summary>Takes a further organisation into the master data.</summary>
public sealed record AddOrganization : ICommand<OrganizationId>, IIdempotentCommand, IOrganizationForm
{
    public static Permission Permission => Permission.ManageCouncil;

    public OrganizationKind? Type { get; init; }

    public string Name { get; init; } = "";

    public string? Number { get; init; }

    public string? Genitive { get; init; }

    public string? Short { get; init; }

    public OrganizationId? Parent { get; init; }

    /// <summary>The first day; null when it has been there all along.</summary>
    public DateOnly? ValidFrom { get; init; }

    public Guid SubmissionKey { get; init; }
}

/// <summary>What the forms of an organisation have in common.</summary>
public interface IOrganizationForm
{
    string Name { get; }

    string? Number { get; }

    /// <summary>In the genitive with article, as a reply's opening says it: "der SPD-Stadtratsfraktion".</summary>
    string? Genitive { get; }

    /// <summary>As a title says it: "SPD".</summary>
    string? Short { get; }

    /// <summary>The organisation it belongs to.</summary>
    OrganizationId? Parent { get; }
}

internal abstract class OrganizationValidator<T> : AbstractValidator<T> where T : IOrganizationForm
{
    protected OrganizationValidator()
    {
        RuleFor(form => form.Name).IsGiven("Bitte geben Sie den Namen an.").IsLine(200);
        RuleFor(form => form.Number).IsLine(50);
        RuleFor(form => form.Genitive).IsLine(200);
        RuleFor(form => form.Short).IsLine(100);
    }
}

internal sealed class AddOrganizationValidator : OrganizationValidator<AddOrganization>
{
    public AddOrganizationValidator() =>
        RuleFor(command => command.Type).Must(type => type is { } kind && Enum.IsDefined(kind) && kind != OrganizationKind.Body)
            .WithMessage("Bitte wählen Sie die Art der Organisation.");
}

internal sealed class AddOrganizationHandler(ICouncilRegister council, ICurrentUser user, TimeProvider clock)
    : IRequestHandler<AddOrganization, OrganizationId>
{
    public async Task<OrganizationId> Handle(AddOrganization command, CancellationToken cancel)
    {
        var occasion = clock.Occasion(user.As(Permission.ManageCouncil));
        var register = await council.Get(cancel);
        var organization = new Organization
        {
            Id = OrganizationId.New(),
            Type = command.Type!.Value,
            Names = command.Names(),
            Parent = command.Parent,
            Validity = new Period(command.ValidFrom, null),
        };
        register.AddOrganization(organization);
        await council.Save(register, occasion, cancel);
        return organization.Id;
    }
}

internal static class OrganizationForms
{
    /// <summary>The names without blanks around them; an empty field is no name.</summary>
    public static OrganizationNames Names(this IOrganizationForm form) =>
        new(form.Name.Trim(), TextRules.TypedLine(form.Number), TextRules.TypedLine(form.Genitive), TextRules.TypedLine(form.Short));
}
