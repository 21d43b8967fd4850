using Anfragen.Domain.Calendar;
using Anfragen.Domain.Deadlines;
using FluentValidation;

namespace Anfragen.Application.Deadlines;

/// <summary>When an answer would be due under a set of rules, and why; nothing is stored.</summary>
public sealed record CalculateDueDate : IQuery<DueDateCalculation>
{
    public static Permission Permission => Permission.SignedIn;

    /// <summary>Name of the set, as its file is called: "muenchen".</summary>
    public required string Rules { get; init; }

    /// <summary>Kind of inquiry; the first of the set when none is named.</summary>
    public string? Kind { get; init; }

    /// <summary>The day of the event with which the period begins, by the rule: usually the day of receipt.</summary>
    public required DateOnly Received { get; init; }
}

/// <summary>What came of it.</summary>
/// <param name="City">Whose rules they are.</param>
/// <param name="Rule">The rule that was applied.</param>
/// <param name="Due">Null when the rule's length is still to be confirmed.</param>
public sealed record DueDateCalculation(string City, DeadlineRule Rule, DueDate? Due);

internal sealed class CalculateDueDateValidator : AbstractValidator<CalculateDueDate>
{
    public CalculateDueDateValidator(IDeadlineRules sets)
    {
        RuleFor(query => query.Received)
            .InclusiveBetween(new DateOnly(PublicHolidays.FirstYear, 1, 1), new DateOnly(PublicHolidays.LastYear - 1, 12, 31))
            .WithMessage($"Feiertage sind für die Jahre {PublicHolidays.FirstYear} bis {PublicHolidays.LastYear} bekannt.");
        RuleFor(query => query.Rules).Must(sets.Names.Contains)
            .WithMessage((_, rules) => $"Ein Regelwerk „{rules}“ gibt es nicht. Es gibt: {string.Join(", ", sets.Names)}.")
            .DependentRules(() => RuleFor(query => query.Kind).CustomAsync(async (kind, context, cancel) =>
            {
                var rules = await sets.Get(context.InstanceToValidate.Rules, cancel);
                if (rules.Of(kind) is null) context.AddFailure($"Diese Art von Anfrage gibt es in dem Regelwerk nicht. Es kennt: {string.Join(", ", rules.Rules.Select(rule => rule.Kind))}.");
            }));
    }
}
