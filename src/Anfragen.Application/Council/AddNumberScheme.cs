using Anfragen.Domain;
using Anfragen.Domain.Council;
using Anfragen.Domain.Numbers;
using FluentValidation;
using MediatR;

namespace Anfragen.Application.Council;

/// <summary>Lets numbers be given in another way from a day on; those that are given stay.</summary>
public sealed record AddNumberScheme : ICommand<Unit>
{
    public static Permission Permission => Permission.ManageCouncil;

    /// <summary>Names the counter: a scheme of the same name goes on counting where the other stopped.</summary>
    public string Name { get; init; } = "";

    /// <summary>Text with placeholders, such as "{seq:4}/{year}".</summary>
    public string Template { get; init; } = "";

    public CounterScope? Scope { get; init; }

    public DateOnly? ValidFrom { get; init; }
}

internal sealed class AddNumberSchemeValidator : AbstractValidator<AddNumberScheme>
{
    private static readonly NumberParts Sample = new() { Sequence = 1, Year = 2025, Term = "2024-2029", TermOrdinal = 17 };

    public AddNumberSchemeValidator()
    {
        RuleFor(command => command.Name).IsGiven("Bitte geben Sie an, wie der Zähler heißt.").IsLine(100);
        RuleFor(command => command.Scope).NotNull().WithMessage("Bitte wählen Sie, wann der Zähler neu beginnt.").IsInEnum().WithMessage("Diese Angabe gibt es nicht.");
        RuleFor(command => command.ValidFrom).NotNull().WithMessage("Bitte geben Sie den ersten Tag an.");
        RuleFor(command => command.Template).IsGiven("Bitte geben Sie das Muster an.").Custom((template, context) =>
        {
            if (context.InstanceToValidate.Scope is { } scope && Refusal(template ?? "", scope) is { } sentence) context.AddFailure(sentence);
        });
    }

    /// <summary>Why inquiries cannot be numbered by the template, or null. Placeholders of other papers have no value for them.</summary>
    private static string? Refusal(string template, CounterScope scope)
    {
        try
        {
            NumberScheme.Parse(template, scope).Issue(Sample);
            return null;
        }
        catch (Exception exception) when (exception is FormatException or ArgumentException)
        {
            return exception.Message;
        }
    }
}

internal sealed class AddNumberSchemeHandler(ICouncilRegister council, ICurrentUser user, TimeProvider clock) : IRequestHandler<AddNumberScheme, Unit>
{
    public async Task<Unit> Handle(AddNumberScheme command, CancellationToken cancel)
    {
        var occasion = clock.Occasion(user.As(Permission.ManageCouncil));
        var register = await council.Get(cancel);
        var scheme = new NumberSchemePeriod
        {
            Id = Guid.CreateVersion7(),
            Name = command.Name.Trim(),
            Template = command.Template,
            Scope = command.Scope!.Value,
            ValidFrom = command.ValidFrom!.Value,
        };
        register.PutScheme(scheme, occasion.Day, await council.NumbersWereGiven(cancel));
        await council.Save(register, occasion, cancel);
        return Unit.Value;
    }
}
