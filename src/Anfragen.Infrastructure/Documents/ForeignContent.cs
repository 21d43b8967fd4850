namespace Anfragen.Infrastructure.Documents;

/// <summary>Names what is not taken in, by the first bytes, so that a refusal can say what the file is.</summary>
internal static class ForeignContent
{
    private static readonly (byte[] Start, string Sentence)[] Known =
    [
        ([0x4D, 0x5A], "Die Datei ist ein Windows-Programm."),
        ([0x7F, 0x45, 0x4C, 0x46], "Die Datei ist ein Programm."),
        ([0xCF, 0xFA, 0xED, 0xFE], "Die Datei ist ein Programm."),
        ([0xCA, 0xFE, 0xBA, 0xBE], "Die Datei ist ein Programm."),
        ("#!"u8.ToArray(), "Die Datei ist ein Skript."),
        ("{\\rtf"u8.ToArray(), "Die Datei ist ein RTF-Dokument. Bitte speichern Sie es als DOCX oder PDF."),
        ("Rar!"u8.ToArray(), "Die Datei ist ein RAR-Archiv. Bitte laden Sie die Dateien daraus einzeln hoch."),
        ([0x37, 0x7A, 0xBC, 0xAF], "Die Datei ist ein 7z-Archiv. Bitte laden Sie die Dateien daraus einzeln hoch."),
        ([0x1F, 0x8B], "Die Datei ist ein gepacktes Archiv. Bitte laden Sie die Dateien daraus einzeln hoch."),
        ("BZh"u8.ToArray(), "Die Datei ist ein gepacktes Archiv. Bitte laden Sie die Dateien daraus einzeln hoch."),
        ([0xFD, 0x37, 0x7A, 0x58], "Die Datei ist ein gepacktes Archiv. Bitte laden Sie die Dateien daraus einzeln hoch."),
        ("GIF8"u8.ToArray(), "Die Datei ist ein GIF-Bild. Bitte speichern Sie es als PNG."),
        ("II*\0"u8.ToArray(), "Die Datei ist ein TIFF-Bild. Bitte speichern Sie es als PDF oder PNG."),
        ("MM\0*"u8.ToArray(), "Die Datei ist ein TIFF-Bild. Bitte speichern Sie es als PDF oder PNG."),
        ("RIFF"u8.ToArray(), "Die Datei ist eine Bild-, Ton- oder Filmdatei in einem anderen Format."),
    ];

    private static readonly byte[] CompoundFile = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1];

    private static readonly string[] Markup = ["<!doctype", "<html", "<head", "<body", "<script", "<svg", "<?xml", "<iframe", "<mjml"];

    /// <summary>A program of any system; not to be had inside a document either.</summary>
    public static bool IsProgram(ReadOnlySpan<byte> start) =>
        start.StartsWith("\x7FELF"u8) || (start.StartsWith("MZ"u8) && start.Contains((byte)0));

    /// <summary>What the file is, or null when its first bytes do not tell.</summary>
    public static string? Name(ReadOnlySpan<byte> content)
    {
        if (content.StartsWith(CompoundFile)) return NameOfCompoundFile(content);
        if (content.Length > 12 && content[4..].StartsWith("ftyp"u8)) return "Die Datei ist ein Film oder ein HEIC-Bild. Bitte speichern Sie Bilder als JPEG oder PNG.";
        foreach (var (start, sentence) in Known)
        {
            // Two letters begin a text as well; a program goes on with bytes that no text has.
            if (content.StartsWith(start) && (start.Length > 2 || !start.AsSpan().SequenceEqual("MZ"u8) || IsProgram(content[..Math.Min(64, content.Length)]))) return sentence;
        }

        return null;
    }

    /// <summary>Whether a text is one that browsers would run rather than show.</summary>
    public static bool IsMarkup(string text)
    {
        var start = text.AsSpan().TrimStart();
        foreach (var mark in Markup)
        {
            if (start.StartsWith(mark, StringComparison.OrdinalIgnoreCase)) return true;
        }

        return text.Contains("<script", StringComparison.OrdinalIgnoreCase) || text.Contains("<html", StringComparison.OrdinalIgnoreCase);
    }

    private static string NameOfCompoundFile(ReadOnlySpan<byte> content) =>
        content.IndexOf("E\0n\0c\0r\0y\0p\0t\0e\0d\0P\0a\0c\0k\0a\0g\0e\0"u8) >= 0
            ? "Die Datei ist mit einem Passwort verschlüsselt. Bitte speichern Sie sie ohne Passwort."
            : "Die Datei ist ein Dokument im alten Format von Office (DOC, XLS, PPT) oder eine E-Mail aus Outlook. Bitte speichern Sie sie als DOCX oder PDF.";
}
