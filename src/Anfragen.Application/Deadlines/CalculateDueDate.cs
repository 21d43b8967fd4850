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
    public CalculateDueDateValidator() => RuleFor(query => query.Received)
        .InclusiveBetween(new DateOnly(Domain.Calendar.PublicHolidays.FirstYear, 1, 1), new DateOnly(Domain.Calendar.PublicHolidays.LastYear - 1, 12, 31))
        .WithMessage($"Feiertage sind für die Jahre {Domain.Calendar.PublicHolidays.FirstYear} bis {Domain.Calendar.PublicHolidays.LastYear} bekannt.");
}

/// <summary>Where sets of rules are kept.</summary>
public interface IDeadlineRules
{
    /// <summary>The names of all sets.</summary>
    IReadOnlyList<string> Names { get; }

    /// <exception cref="NotFound">There is no set of that name.</exception>
    /// <exception cref="FileMistakes">Its file cannot be used.</exception>
    Task<DeadlineRules> Get(string name, CancellationToken cancel);
}

/// <summary>The set has no such kind of inquiry.</summary>
/// <param name="kinds">Those it has.</param>
public sealed class UnknownKind(IEnumerable<string> kinds) : Exception($"Diese Art von Anfrage gibt es in dem Regelwerk nicht. Es kennt: {string.Join(", ", kinds)}.");
