namespace Anfragen.Domain.Archive;

/// <summary>Gelesener Kopf eines alten Schreibens, everything as written.</summary>
/// <param name="Number">The number of the inquiry, or null.</param>
/// <param name="OtherNumbers">Further numbers that the papers give.</param>
/// <param name="Subject">The subject, or null.</param>
/// <param name="Originators">Who asks.</param>
/// <param name="Dates">The days that the papers name, with their meaning.</param>
/// <param name="Departments">Who answers, as written: "Dez. 4", "Amt für Umweltschutz".</param>
public sealed record ArchivedHead(
    string? Number, IReadOnlyList<string> OtherNumbers, string? Subject, IReadOnlyList<ArchivedOriginator> Originators,
    IReadOnlyList<ArchivedDate> Dates, IReadOnlyList<string> Departments);

/// <summary>Gelesener Antragsteller: a group, or a person with the party that the paper names beside it.</summary>
/// <param name="Name">"AfD-Gemeinderatsfraktion", "Dr. Ute Leidig".</param>
/// <param name="Party">What stands in brackets behind a person, or null.</param>
/// <param name="IsPerson">Whether it is a person.</param>
public sealed record ArchivedOriginator(string Name, string? Party, bool IsPerson);

/// <summary>Gelesenes Datum.</summary>
/// <param name="Kind">What happened that day.</param>
/// <param name="Day">The day.</param>
/// <param name="AsWritten">"26. September 2025", "18.02.2020".</param>
public sealed record ArchivedDate(ArchivedDateKind Kind, DateOnly Day, string AsWritten);

/// <summary>Bedeutung eines gelesenen Datums.</summary>
public enum ArchivedDateKind
{
    /// <summary>The inquiry was written.</summary>
    Written,

    /// <summary>The city received it.</summary>
    Received,

    /// <summary>A meeting treats it.</summary>
    Meeting,

    /// <summary>The reply was written.</summary>
    Reply,
}

/// <summary>Gelesene Unterschrift; each part as written, or null.</summary>
/// <param name="Place">"Mainz".</param>
/// <param name="Day">The day beside the place.</param>
/// <param name="DayAsWritten">"26. September 2025".</param>
/// <param name="Names">Who signed.</param>
/// <param name="Office">"Oberbürgermeister".</param>
public sealed record ArchivedSignature(string? Place, DateOnly? Day, string? DayAsWritten, IReadOnlyList<string> Names, string? Office);
