using System.Globalization;
using System.Text.RegularExpressions;
using Anfragen.Domain;

namespace Anfragen.Infrastructure.Replies;

/// <summary>What a city decides about each of its letters: document information, colour, running lines, labels of the info block, dates.</summary>
internal abstract partial class LetterTemplate
{
    /// <summary>The topmost keys of every template.</summary>
    protected static readonly string[] Sections = ["Dokument", "Briefkopf", "Infoblock", "Schreiben", "Schluss"];

    /// <summary>Topmost keys that a template may leave out.</summary>
    protected static readonly string[] OptionalSections = ["Schrift"];

    /// <summary>Placeholders that every line of every template may have.</summary>
    protected static readonly string[] Everywhere =
        ["Nummer", "Betreff", "Antragsteller", "AntragstellerGenitiv", "Kurzname", "Absender", "Stelle", "Anschrift"];

    private readonly string dateFormat;

    /// <param name="yaml">The file.</param>
    /// <param name="source">Where it was read.</param>
    /// <param name="placeholders">Those of every line.</param>
    /// <param name="close">The section „Schluss“, with its date format.</param>
    protected LetterTemplate(TemplateYaml yaml, TemplateSource source, IReadOnlyCollection<string> placeholders, TemplateYaml close)
    {
        Sha256 = Digest.OfBytes(source.Bytes);
        Fonts = yaml.OptionalSection("Schrift", TemplateFonts.Keys) is { } fonts ? TemplateFonts.Read(fonts, source.Folder) : null;

        var document = yaml.Section("Dokument", "Titel", "Gegenstand", "Urheber");
        Title = document.Line("Titel", placeholders);
        Subject = document.Line("Gegenstand", placeholders);
        Author = document.Line("Urheber", placeholders);

        var head = yaml.Section("Briefkopf", "Farbe", "Kopfzeile", "Fußzeile");
        AccentColor = Color(head);
        RunningHeader = head.Line("Kopfzeile", placeholders);
        Footer = head.Line("Fußzeile", placeholders, mayBeEmpty: true);

        var info = yaml.Section("Infoblock", "Nummer", "Datum", "Federführung");
        NumberLabel = info.Value("Nummer");
        DateLabel = info.Value("Datum");
        DepartmentLabel = info.Value("Federführung");

        dateFormat = DateFormat(close);
    }

    /// <summary>Lower-case hex digest of the file.</summary>
    public string Sha256 { get; }

    /// <summary>Faces of the city's own; null for those that come with the program.</summary>
    public TemplateFonts? Fonts { get; }

    /// <summary>Digest of all that gives the letter its looks, but for the letterhead.</summary>
    public string LooksSha256 => Fonts is null ? Sha256 : Digest.OfParts([Sha256, Fonts.Sha256]);

    public TemplateText Title { get; }

    public TemplateText Subject { get; }

    public TemplateText Author { get; }

    public int AccentColor { get; }

    public TemplateText RunningHeader { get; }

    public TemplateText Footer { get; }

    public string NumberLabel { get; }

    public string DateLabel { get; }

    public string DepartmentLabel { get; }

    public string Format(DateOnly day) => day.ToString(dateFormat, GermanDates.Format);

    private static int Color(TemplateYaml head)
    {
        var written = head.Value("Farbe");
        if (SixHexDigits().IsMatch(written)) return int.Parse(written.AsSpan(1), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture);
        if (written.Length > 0) head.Mistake("Farbe", $"„{written}“ ist keine Farbe. Erlaubt ist # mit sechs Ziffern 0–9, A–F, zum Beispiel \"#9B1B1B\".");
        return 0;
    }

    private static string DateFormat(TemplateYaml close)
    {
        var written = close.Value("Datumsformat");
        if (written.Length > 0 && !(DayMonthYear().IsMatch(written) && "dMy".All(written.Contains)))
        {
            close.Mistake("Datumsformat", $"„{written}“ ist kein Datumsformat. Erlaubt sind d oder dd, M, MM oder MMMM, yyyy, dazwischen Punkt, Bindestrich und Leerzeichen, zum Beispiel \"d. MMMM yyyy\".");
        }

        return written;
    }

    [GeneratedRegex("^#[0-9A-Fa-f]{6}$")]
    private static partial Regex SixHexDigits();

    [GeneratedRegex(@"^(dd?|MM?|MMMM|yyyy)([. -]+(dd?|MM?|MMMM|yyyy)){2}$")]
    private static partial Regex DayMonthYear();
}
