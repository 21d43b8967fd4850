namespace Anfragen.Domain.Council;

/// <summary>Änderung an den Stammdaten: which entry, what was done, and each particular before and after.</summary>
/// <param name="Step"><see cref="Step.AddEntry"/>, <see cref="Step.ChangeEntry"/> or <see cref="Step.EndEntry"/>.</param>
/// <param name="Kind">What the entry is, in German.</param>
/// <param name="Title">How people call it.</param>
/// <param name="Particulars">Those that differ.</param>
public sealed record CouncilChange(Step Step, string Kind, string Title, IReadOnlyList<ParticularChange> Particulars);

/// <summary>Geänderte Angabe.</summary>
public sealed record ParticularChange(string Name, string? Before, string? After);
