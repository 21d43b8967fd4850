namespace Anfragen.Domain.Tests.Support;

/// <summary>Asserts that exactly this rule refuses.</summary>
internal static class Refusal
{
    public static void By(Rule rule, Action step) => Assert.Equal(rule, Assert.Throws<RuleViolation>(step).Rule);
}
