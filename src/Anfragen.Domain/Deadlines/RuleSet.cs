using System.Globalization;

namespace Anfragen.Domain.Deadlines;

/// <summary>
/// Regelwerk der Stadt ab einem Tag: holds for what is registered from then on. It is never changed; a new one takes its place, and what was
/// registered before keeps its rule.
/// </summary>
public sealed record RuleSet(Guid Id, DateOnly ValidFrom, DeadlineRules Rules)
{
    /// <summary>What the journal names.</summary>
    public string Sha256 => Digest.OfParts(
    [
        Digest.Day(ValidFrom), Rules.City, Rules.Calendar.Land.ToString(),
        Digest.OfParts(Rules.Calendar.LocalHolidays.SelectMany(holiday =>
            (string?[])[holiday.Name, holiday.Month.ToString(CultureInfo.InvariantCulture), holiday.Day.ToString(CultureInfo.InvariantCulture)])),
        Digest.OfParts(Rules.Calendar.Closings.SelectMany(closing => (string?[])[closing.Name, Digest.Day(closing.From), Digest.Day(closing.To)])),
        .. Rules.Rules.Select(rule => rule.Sha256Of(Rules.City)),
    ]);

    /// <summary>Brings in other rules for the time from a day on.</summary>
    /// <param name="rules">At least one kind, each once.</param>
    /// <param name="taken">The days from which sets hold already.</param>
    public static RuleSet Introduce(DeadlineRules rules, DateOnly validFrom, IEnumerable<DateOnly> taken, DateOnly today)
    {
        ClockRules.SetIsNotPast.BrokenIf(validFrom < today);
        ClockRules.SetDayIsFree.BrokenIf(taken.Contains(validFrom));
        ClockRules.SetHasKinds.BrokenIf(rules.Rules.Count == 0);
        ClockRules.KindsDiffer.BrokenIf(rules.Rules.DistinctBy(rule => rule.Kind).Count() != rules.Rules.Count);
        return new RuleSet(Guid.CreateVersion7(), validFrom, rules);
    }
}
