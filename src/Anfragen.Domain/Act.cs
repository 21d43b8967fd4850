using Anfragen.Domain.Council;

namespace Anfragen.Domain;

/// <summary>Handelnde Person: the account, the capacity and the organisation in which it acts, and for whom if it deputises.</summary>
public sealed record Actor(UserId User, Role Role, OrganizationId Organization, UserId? OnBehalfOf = null)
{
    /// <summary>Whether this is the person, in own name or by way of deputising.</summary>
    public bool Is(UserId person) => User == person || OnBehalfOf == person;

    /// <summary>Whether one person stands behind both, in own name, as deputy or as principal; then they do not make four eyes.</summary>
    public bool SharesAPersonWith(Actor other) => Is(other.User) || (other.OnBehalfOf is { } principal && Is(principal));
}

/// <summary>Anlass: who acts and when. Passed in, so that the domain knows neither clock nor session.</summary>
public sealed record Occasion(Actor Actor, DateTimeOffset At)
{
    /// <summary>The day in Europe/Berlin.</summary>
    public DateOnly Day => Berlin.Day(At);
}

/// <summary>
/// Vorgangsschritt: one step as evidence, append-only. State is folded from steps; the journal is made of them.
/// </summary>
/// <param name="No">1 to n within its aggregate.</param>
/// <param name="Step">What was done.</param>
/// <param name="From">State before, null for the first step.</param>
/// <param name="To">State after.</param>
/// <param name="Occasion">Who and when.</param>
/// <param name="Subject">What exactly it names.</param>
/// <param name="Reason">What was written as reason; erasable, its salted digest is not.</param>
public sealed record Act(int No, Step Step, string? From, string To, Occasion Occasion, ActSubject Subject, string? Reason);

/// <summary>Gegenstand eines Schritts: ids, version numbers, digests and codes only, so that texts stay erasable.</summary>
/// <param name="ContentSha256">Digest of what the step wrote, stands by, or released.</param>
/// <param name="Code">
/// A Drucksachennummer, a role, the kind of a reply or of an inquiry, a day of a deadline or of a promise, why an assignment was declined, which particular of an account changed, or a second digest: of the askers beside the wording, of what a signature says beside its file, of the title of an attachment. Never free text.
/// </param>
public sealed record ActSubject(
    QuestionId? Question = null,
    int? Version = null,
    string? ContentSha256 = null,
    Guid? Other = null,
    string? Code = null)
{
    public static readonly ActSubject None = new();
}
