namespace Anfragen.Domain.Assignments;

/// <summary>Zuarbeit: one version of what a contributing department supplies to the lead, in Markdown. Versions stay.</summary>
public sealed record Contribution(int Version, string Markdown, UserId By, DateTimeOffset At);
