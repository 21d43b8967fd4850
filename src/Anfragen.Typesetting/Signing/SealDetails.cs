namespace Anfragen.Typesetting.Signing;

/// <summary>What the signature dictionary says beside the signature (ISO 32000-1, 12.8.1).</summary>
/// <param name="SignedAt">Written as /M; PAdES has it there and not in the signature (ETSI EN 319 142-1, 6.3). Passed in, never read from a clock.</param>
/// <param name="Name">The body that seals, as readers show it.</param>
/// <param name="Reason">Why, or null.</param>
/// <param name="Location">Where, or null.</param>
public sealed record SealDetails(DateTimeOffset SignedAt, string Name, string? Reason = null, string? Location = null);
