using Anfragen.Domain.Calendar;
using Anfragen.Domain.Deadlines;
using FluentValidation;

namespace Anfragen.Application.Deadlines;

/// <summary>When an answer would be due under the rules of our own city and under those of others, and why; nothing is stored.</summary>
public sealed record SimulateDueDates : IQuery<DueDateSimulation>
{
    public static Permission Permission => Permission.SignedIn;

    /// <summary>The day of the event with which the period begins; today when none is given.</summary>
    public DateOnly? Received { get; init; }
}

/// <summary>What came of it.</summary>
/// <param name="Received">The day that was reckoned from.</param>
/// <param name="Results">Our own city's kinds of inquiry first, then the other cities by name.</param>
public sealed record DueDateSimulation(DateOnly Received, IReadOnlyList<SimulatedDueDate> Results);

/// <summary>One kind of inquiry in one city.</summary>
/// <param name="Due">Null where the rule's length is still to be confirmed.</param>
/// <param name="IsOwn">Whether it is our own city's rule.</param>
public sealed record SimulatedDueDate(string City, DeadlineRule Rule, DueDate? Due, bool IsOwn);

internal sealed class SimulateDueDatesValidator : AbstractValidator<SimulateDueDates>
{
    public SimulateDueDatesValidator() => RuleFor(query => query.Received)
        .Must(day => day is null || day.Value.Year is >= PublicHolidays.FirstYear and < PublicHolidays.LastYear)
        .WithMessage($"Feiertage sind für die Jahre {PublicHolidays.FirstYear} bis {PublicHolidays.LastYear} bekannt.");
}
