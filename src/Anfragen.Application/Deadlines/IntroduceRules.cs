using System.Text.RegularExpressions;
using Anfragen.Domain.Deadlines;
using FluentValidation;
using MediatR;

namespace Anfragen.Application.Deadlines;

/// <summary>Lets other rules hold for inquiries that are registered from a day on; deadlines that run already stay as they are.</summary>
public sealed record IntroduceRules : ICommand<Unit>
{
    public static Permission Permission => Permission.ManageCouncil;

    public DateOnly? ValidFrom { get; init; }

    /// <summary>The kinds of inquiry; a line without short name and title is none.</summary>
    public IReadOnlyList<RuleForm> Kinds { get; init; } = [];
}

/// <summary>One kind of inquiry as it is entered. What is left empty is still to be confirmed.</summary>
public sealed record RuleForm
{
    public string? Kind { get; init; }

    public string? Title { get; init; }

    public string? LegalBasis { get; init; }

    public int? Length { get; init; }

    public DeadlineUnit Unit { get; init; } = DeadlineUnit.Week;

    public DeadlineStart Start { get; init; }

    public bool Rolls { get; init; } = true;

    public int? ExtensionTimes { get; init; }

    public int? ExtensionLength { get; init; }

    public DeadlineUnit ExtensionUnit { get; init; } = DeadlineUnit.Week;

    public string? ExtensionBy { get; init; }

    public bool? MayStop { get; init; }

    /// <summary>How many supplementary questions; 0 for none.</summary>
    public int? SupplementaryMost { get; init; }

    /// <summary>Until how many days after delivery.</summary>
    public int? SupplementaryDays { get; init; }

    public int? Contribution { get; init; }

    public int? CoSignature { get; init; }

    public int? MayorsOffice { get; init; }

    /// <summary>Whether nothing was entered.</summary>
    public bool IsEmpty => string.IsNullOrWhiteSpace(Kind) && string.IsNullOrWhiteSpace(Title);

    /// <summary>The form of a rule that holds now.</summary>
    public static RuleForm Of(DeadlineRule rule) => new()
    {
        Kind = rule.Kind,
        Title = rule.Title,
        LegalBasis = rule.LegalBasis,
        Length = rule.Length?.Value,
        Unit = rule.Length?.Unit ?? DeadlineUnit.Week,
        Start = rule.Start,
        Rolls = rule.Rolls,
        ExtensionTimes = rule.Extension?.MostTimes,
        ExtensionLength = rule.Extension?.Longest?.Value,
        ExtensionUnit = rule.Extension?.Longest?.Unit ?? DeadlineUnit.Week,
        ExtensionBy = rule.Extension?.By,
        MayStop = rule.MayStop,
        SupplementaryMost = rule.Supplementary?.Most,
        SupplementaryDays = rule.Supplementary?.WithinDays,
        Contribution = rule.Internal?.Contribution,
        CoSignature = rule.Internal?.CoSignature,
        MayorsOffice = rule.Internal?.MayorsOffice,
    };

    /// <param name="before">The rule of the same kind so far, whose temporary exceptions go on.</param>
    internal DeadlineRule ToRule(DeadlineRule? before) => new()
    {
        Kind = Kind!.Trim(),
        Title = Title!.Trim(),
        LegalBasis = LegalBasis!.Trim(),
        Length = Length is { } value ? new DeadlineLength(value, Unit) : null,
        Start = Start,
        Rolls = Rolls,
        Overrides = before?.Overrides ?? [],
        Extension = ExtensionTimes is null && ExtensionLength is null && string.IsNullOrWhiteSpace(ExtensionBy)
            ? null
            : new ExtensionRule(
                ExtensionTimes, ExtensionLength is { } longest ? new DeadlineLength(longest, ExtensionUnit) : null, TextRules.TypedLine(ExtensionBy)),
        MayStop = MayStop,
        Supplementary = SupplementaryMost is null && SupplementaryDays is null ? null : new SupplementaryRule(SupplementaryMost, SupplementaryDays),
        Internal = Contribution is null && CoSignature is null && MayorsOffice is null
            ? null
            : new InternalLeadTimes(
                Contribution ?? InternalLeadTimes.Usual.Contribution, CoSignature ?? InternalLeadTimes.Usual.CoSignature,
                MayorsOffice ?? InternalLeadTimes.Usual.MayorsOffice),
    };
}

internal sealed partial class IntroduceRulesValidator : AbstractValidator<IntroduceRules>
{
    private const int MostLength = 999;
    private const int MostCount = 99;

    public IntroduceRulesValidator()
    {
        RuleFor(command => command.ValidFrom).IsDayOfDeadline("Bitte geben Sie den ersten Tag an.");
        RuleForEach(command => command.Kinds).ChildRules(kind => kind.When(form => !form.IsEmpty, () =>
        {
            kind.RuleFor(form => form.Kind).Must(name => name is not null && ShortName().IsMatch(name.Trim()))
                .WithMessage("Das Kurzwort besteht aus kleinen Buchstaben ohne Umlaute, Ziffern und Bindestrichen.");
            kind.RuleFor(form => form.Title).IsGiven("Bitte geben Sie die Bezeichnung an.").IsLine(200);
            kind.RuleFor(form => form.LegalBasis).IsGiven("Bitte geben Sie die Grundlage an.").IsLine();
            kind.RuleFor(form => form.ExtensionBy).IsLine();
            kind.RuleFor(form => form.Length).InclusiveBetween(1, MostLength).WithMessage($"Eine Zahl von 1 bis {MostLength}, oder leer.");
            kind.RuleFor(form => form.ExtensionLength).InclusiveBetween(1, MostLength).WithMessage($"Eine Zahl von 1 bis {MostLength}, oder leer.");
            kind.RuleFor(form => form.ExtensionTimes).InclusiveBetween(0, MostCount).WithMessage($"Eine Zahl von 0 bis {MostCount}, oder leer.");
            kind.RuleFor(form => form.SupplementaryMost).InclusiveBetween(0, MostCount).WithMessage($"Eine Zahl von 0 bis {MostCount}, oder leer.");
            kind.RuleFor(form => form.SupplementaryDays).InclusiveBetween(1, MostLength).WithMessage($"Eine Zahl von 1 bis {MostLength}, oder leer.");
            kind.RuleFor(form => form.Contribution).InclusiveBetween(0, MostCount).WithMessage($"Eine Zahl von 0 bis {MostCount}, oder leer.");
            kind.RuleFor(form => form.CoSignature).InclusiveBetween(0, MostCount).WithMessage($"Eine Zahl von 0 bis {MostCount}, oder leer.");
            kind.RuleFor(form => form.MayorsOffice).InclusiveBetween(0, MostCount).WithMessage($"Eine Zahl von 0 bis {MostCount}, oder leer.");
            kind.RuleFor(form => form.Unit).IsInEnum();
            kind.RuleFor(form => form.ExtensionUnit).IsInEnum();
            kind.RuleFor(form => form.Start).IsInEnum();
        }));
    }

    [GeneratedRegex("^[a-z0-9-]{1,40}$")]
    private static partial Regex ShortName();
}

internal sealed class IntroduceRulesHandler(IRuleSets sets, ICityRules rules, ICurrentUser user, TimeProvider clock) : IRequestHandler<IntroduceRules, Unit>
{
    public async Task<Unit> Handle(IntroduceRules command, CancellationToken cancel)
    {
        var occasion = clock.Occasion(user.As(Permission.ManageCouncil));
        var taken = (await sets.All(cancel)).Select(set => set.ValidFrom);
        var current = await rules.On(occasion.Day, cancel);
        var next = current with
        {
            Rules = [.. command.Kinds.Where(form => !form.IsEmpty).Select(form => form.ToRule(current.Of(form.Kind!.Trim())))],
        };
        await sets.Add(RuleSet.Introduce(next, command.ValidFrom!.Value, taken, occasion.Day), occasion, cancel);
        return Unit.Value;
    }
}
