namespace Anfragen.Domain.Calendar;

/// <summary>Feiertag.</summary>
/// <param name="Day">The day.</param>
/// <param name="Name">As the law calls it.</param>
public readonly record struct PublicHoliday(DateOnly Day, string Name);
