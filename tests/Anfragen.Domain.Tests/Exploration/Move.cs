using Anfragen.Domain.Cases;

namespace Anfragen.Domain.Tests.Exploration;

/// <summary>Something somebody may try in a state. It names things by id, so that it can be tried on a copy.</summary>
/// <param name="Step">What is tried.</param>
/// <param name="Actor">By whom.</param>
/// <param name="Target">On what, for people.</param>
/// <param name="MayBeOpen">
/// What the table says, without a copy and an exception. That it never says no to what would work is tested by the random walks.
/// </param>
/// <param name="Do">The attempt.</param>
internal sealed record Move(Step Step, Actor Actor, string Target, bool MayBeOpen, Action<InquiryCase> Do)
{
    /// <summary>Tries it; a case on which it was refused is not to be used further.</summary>
    public bool IsAllowed(InquiryCase @case)
    {
        try
        {
            Do(@case);
            return true;
        }
        catch (RuleViolation)
        {
            return false;
        }
    }

    public override string ToString() => $"{Step} {Target} by {Actor.Role}";
}
