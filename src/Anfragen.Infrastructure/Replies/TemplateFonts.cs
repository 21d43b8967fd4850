using Anfragen.Domain;
using Anfragen.Typesetting;

namespace Anfragen.Infrastructure.Replies;

/// <summary>
/// The faces a city sets its letters in, TrueType files beside the template. They are read when the template is, so another file under the
/// same name counts from the next start or the next change of the template on.
/// </summary>
internal sealed class TemplateFonts
{
    private TemplateFonts(Typeface typeface, string sha256) => (Typeface, Sha256) = (typeface, sha256);

    public static string[] Keys => ["Normal", "Fett", "Kursiv", "FettKursiv"];

    public Typeface Typeface { get; }

    /// <summary>Digest of the four files.</summary>
    public string Sha256 { get; }

    /// <summary>Null when a file is missing or cannot be used; the mistakes are noted in the section then.</summary>
    /// <param name="section">Names a file for each key.</param>
    /// <param name="folder">Where they lie.</param>
    public static TemplateFonts? Read(TemplateYaml section, string folder)
    {
        var files = Keys.Select(key => Bytes(section, key, folder)).ToList();
        if (files is not [{ } regular, { } bold, { } italic, { } boldItalic]) return null;
        return new TemplateFonts(
            Typeface.Load(regular, bold, italic, boldItalic), Digest.OfParts([.. files.Select(file => Digest.OfBytes(file!))]));
    }

    private static byte[]? Bytes(TemplateYaml section, string key, string folder)
    {
        var name = section.Value(key);
        if (name.Length == 0) return null;
        if (Path.GetFileName(name) != name || !File.Exists(Path.Combine(folder, name)))
        {
            section.Mistake(key, $"Die Schriftdatei „{name}“ gibt es nicht neben der Vorlage (erwartet in {folder}).");
            return null;
        }

        var bytes = File.ReadAllBytes(Path.Combine(folder, name));
        if (Typeface.IsUsable(bytes)) return bytes;
        section.Mistake(key, $"„{name}“ kann nicht verwendet werden. Gebraucht wird eine TrueType-Schrift (.ttf mit glyf-Umrissen), deren Lizenz das Einbetten nicht verbietet.");
        return null;
    }
}
