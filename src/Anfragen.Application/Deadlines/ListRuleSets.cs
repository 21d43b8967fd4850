using Anfragen.Domain.Deadlines;

namespace Anfragen.Application.Deadlines;

/// <summary>The city's rules: what holds today, and every set by the day from which it holds.</summary>
public sealed record ListRuleSets : IQuery<RuleSetPage>
{
    public static Permission Permission => Permission.ManageCouncil;
}

/// <summary>What the administration sees of the rules.</summary>
/// <param name="Current">What holds today, also where it is still the set that was delivered.</param>
/// <param name="Sets">The latest first; empty as long as the delivered one holds.</param>
public sealed record RuleSetPage(DateOnly Today, DeadlineRules Current, IReadOnlyList<RuleSet> Sets);
