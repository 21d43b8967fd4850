using Anfragen.Domain;
using Anfragen.Domain.Council;
using FluentValidation;
using MediatR;

namespace Anfragen.Application.Council;

/// <summary>Enters a legislative term or changes one.</summary>
public sealed record SaveTerm : ICommand<Unit>
{
    public static Permission Permission => Permission.ManageCouncil;

    /// <summary>Null for a new one.</summary>
    public Guid? Id { get; init; }

    /// <summary>The version that the form was made from.</summary>
    public int Version { get; init; }

    /// <summary>The how-manieth of the city.</summary>
    public int? Ordinal { get; init; }

    /// <summary>Short, as numbers show it: "2024-2029".</summary>
    public string Name { get; init; } = "";

    public DateOnly? ValidFrom { get; init; }

    public DateOnly? ValidTo { get; init; }
}

internal sealed class SaveTermValidator : AbstractValidator<SaveTerm>
{
    public SaveTermValidator()
    {
        RuleFor(command => command.Ordinal).NotNull().WithMessage("Bitte geben Sie an, die wievielte es ist.")
            .InclusiveBetween(1, 999).WithMessage("Bitte geben Sie eine Zahl von 1 bis 999 an.");
        RuleFor(command => command.Name).IsGiven("Bitte geben Sie an, wie sie kurz heißt.").IsLine(30);
        RuleFor(command => command.ValidFrom).NotNull().WithMessage("Bitte geben Sie den ersten Tag an.");
    }
}

internal sealed class SaveTermHandler(ICouncilRegister council, ICurrentUser user, TimeProvider clock) : IRequestHandler<SaveTerm, Unit>
{
    public async Task<Unit> Handle(SaveTerm command, CancellationToken cancel)
    {
        var occasion = clock.Occasion(user.As(Permission.ManageCouncil));
        var register = await council.Get(cancel);
        register.PutTerm(new LegislativeTerm
        {
            Id = register.Terms.IdFor(command.Id, command.Version),
            Ordinal = command.Ordinal!.Value,
            Name = command.Name.Trim(),
            Validity = new Period(command.ValidFrom, command.ValidTo),
        });
        await council.Save(register, occasion, cancel);
        return Unit.Value;
    }
}

internal static class Entries
{
    /// <summary>The id of the entry a form is about: a new one, or the one it was made from if nobody has changed it since.</summary>
    public static Guid IdFor<T>(this CouncilShelf<T> shelf, Guid? id, int version) where T : class, ICouncilEntry, IEquatable<T>
    {
        if (id is not { } known) return Guid.CreateVersion7();
        var now = shelf.Find(known) ?? throw new NotFound();
        CommonRules.NotChangedMeanwhile.BrokenIf(now.Version != version);
        return known;
    }
}
