namespace Anfragen.Application.Council;

/// <summary>Says of a file whether the letterhead can show it as coat of arms: an SVG of filled shapes or a PNG.</summary>
public interface IEmblems
{
    /// <summary>Looks at the whole file.</summary>
    ExaminedEmblem Examine(byte[] file);
}

/// <summary>What was found: either it can be shown, or why not.</summary>
/// <param name="MediaType">"image/svg+xml" or "image/png"; null when it cannot be shown.</param>
/// <param name="Problem">A German sentence; null when it can be shown.</param>
public sealed record ExaminedEmblem(string? MediaType, string? Problem);
