namespace Anfragen.Application.Documents;

/// <summary>A file is not taken in; the message is the German sentence that says what it is and what is allowed instead.</summary>
public sealed class DocumentRefused(string sentence) : Exception(sentence)
{
    /// <summary>What every refusal ends with.</summary>
    public const string Allowed =
        "Erlaubt sind PDF, Bilder (PNG, JPEG), OpenDocument (ODT, ODS, ODP), Word, Excel und PowerPoint ohne Makros (DOCX, XLSX, PPTX) "
        + "und reiner Text, jeweils bis 25 MB.";

    /// <summary>For a file that is, or holds, something else.</summary>
    /// <param name="what">A sentence: „Die Datei ist ein Windows-Programm.“</param>
    public static DocumentRefused Because(string what) => new($"{what} {Allowed}");
}
