using FluentValidation;

namespace Anfragen.Application.Deadlines;

/// <summary>What the forms about deadlines have in common.</summary>
internal static class DeadlineForms
{
    /// <summary>A reason is a few sentences, which letters repeat.</summary>
    public const int ReasonLength = 2_000;

    /// <summary>A day for which the calendar is known.</summary>
    public static IRuleBuilderOptions<T, DateOnly?> IsDayOfDeadline<T>(this IRuleBuilder<T, DateOnly?> rule, string sentence) => rule
        .NotNull().WithMessage(sentence)
        .Must(day => day is null || (day.Value.Year is >= Domain.Calendar.PublicHolidays.FirstYear and < Domain.Calendar.PublicHolidays.LastYear))
        .WithMessage("Bitte prüfen Sie das Jahr.");
}
