using System.Diagnostics.CodeAnalysis;

namespace Anfragen.Domain;

/// <summary>Regel: what must hold, with a stable code for machines and the German sentence a person reads.</summary>
public sealed record Rule(string Code, string Text)
{
    /// <exception cref="RuleViolation">The rule is broken.</exception>
    public void BrokenIf([DoesNotReturnIf(true)] bool broken)
    {
        if (broken) throw new RuleViolation(this);
    }
}

/// <summary>Regelverstoß: a command was refused and changed nothing; the message is the rule's sentence.</summary>
public sealed class RuleViolation(Rule rule) : Exception(rule.Text)
{
    /// <summary>Which rule refused.</summary>
    public Rule Rule { get; } = rule;
}
