using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using Anfragen.Application.Replies;

namespace Anfragen.Infrastructure.Replies;

/// <summary>What a city decides about its letters, read from <c>reply.yaml</c> and checked as a whole.</summary>
internal sealed partial class ReplyTemplate
{
    private static readonly string[] OfInquiry = ["Nummer", "Betreff", "Antragsteller", "AntragstellerGenitiv", "Kurzname"];

    private readonly string dateFormat;

    private ReplyTemplate(TemplateYaml yaml, string sha256)
    {
        Sha256 = sha256;

        var document = yaml.Section("Dokument", "Titel", "Gegenstand", "Urheber");
        Title = document.Line("Titel", OfInquiry);
        Subject = document.Line("Gegenstand", OfInquiry);
        Author = document.Value("Urheber");

        var head = yaml.Section("Briefkopf", "Absender", "Stelle", "Farbe", "Kopfzeile", "Fußzeile");
        Sender = head.Value("Absender");
        Office = head.Value("Stelle", mayBeEmpty: true);
        AccentColor = Color(head);
        RunningHeader = head.Line("Kopfzeile", OfInquiry);
        Footer = head.Line("Fußzeile", OfInquiry, mayBeEmpty: true);

        var text = yaml.Section("Schreiben", "Entwurfsvermerk", "Titelzeile", "Eröffnung", "GemeinsameAntwort", "AntwortDritter", "ZurückgewieseneFrage");
        PreviewMark = text.Value("Entwurfsvermerk");
        FirstLine = text.Line("Titelzeile", OfInquiry, mayBeBold: true);
        Opening = text.Line("Eröffnung", OfInquiry, mayBeBold: true);
        JointAnswer = text.Line("GemeinsameAntwort", [.. OfInquiry, "Fragen"], mayBeBold: true);
        ThirdPartyAnswer = text.Line("AntwortDritter", [.. OfInquiry, "ImNamenVon"], mayBeBold: true);
        RejectedQuestion = text.Line("ZurückgewieseneFrage", [.. OfInquiry, "Begründung"], mayBeBold: true);

        var close = yaml.Section("Schluss", "OrtUndDatum", "Datumsformat", "Schlusszeichnung");
        PlaceAndDate = close.Line("OrtUndDatum", ["Ort", "Datum"]);
        dateFormat = DateFormat(close);
        ConformedSignature = close.Value("Schlusszeichnung");
    }

    /// <summary>Lower-case hex digest of the file.</summary>
    public string Sha256 { get; }

    public TemplateText Title { get; }

    public TemplateText Subject { get; }

    public string Author { get; }

    public string Sender { get; }

    public string Office { get; }

    public int AccentColor { get; }

    public TemplateText RunningHeader { get; }

    public TemplateText Footer { get; }

    public string PreviewMark { get; }

    public TemplateText FirstLine { get; }

    public TemplateText Opening { get; }

    public TemplateText JointAnswer { get; }

    public TemplateText ThirdPartyAnswer { get; }

    public TemplateText RejectedQuestion { get; }

    public TemplateText PlaceAndDate { get; }

    public string ConformedSignature { get; }

    /// <param name="bytes">The file as it lies on the disk; the digest is made from it.</param>
    /// <param name="file">How messages name it.</param>
    /// <exception cref="TemplateMistake">The file cannot be used.</exception>
    public static ReplyTemplate Parse(byte[] bytes, string file)
    {
        var yaml = TemplateYaml.Read(Text(bytes, file), file, "Dokument", "Briefkopf", "Schreiben", "Schluss");
        return new ReplyTemplate(yaml, Convert.ToHexStringLower(SHA256.HashData(bytes)));
    }

    public string Format(DateOnly day) => day.ToString(dateFormat, GermanDates.Format);

    private static string Text(byte[] bytes, string file)
    {
        try
        {
            return new UTF8Encoding(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true).GetString(bytes).TrimStart('\uFEFF');
        }
        catch (DecoderFallbackException problem)
        {
            var line = bytes.AsSpan(0, problem.Index).Count((byte)'\n') + 1;
            throw new TemplateMistake($"{file}, Zeile {line}: Die Datei ist nicht in UTF-8 gespeichert.");
        }
    }

    private static int Color(TemplateYaml head)
    {
        var written = head.Value("Farbe");
        return SixHexDigits().IsMatch(written)
            ? int.Parse(written.AsSpan(1), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture)
            : throw head.Mistake("Farbe", $"„{written}“ ist keine Farbe. Erlaubt ist # mit sechs Ziffern 0–9, A–F, zum Beispiel \"#9B1B1B\".");
    }

    private static string DateFormat(TemplateYaml close)
    {
        var written = close.Value("Datumsformat");
        return DayMonthYear().IsMatch(written) && "dMy".All(written.Contains)
            ? written
            : throw close.Mistake("Datumsformat", $"„{written}“ ist kein Datumsformat. Erlaubt sind d oder dd, M, MM oder MMMM, yyyy, dazwischen Punkt, Bindestrich und Leerzeichen, zum Beispiel \"d. MMMM yyyy\".");
    }

    [GeneratedRegex("^#[0-9A-Fa-f]{6}$")]
    private static partial Regex SixHexDigits();

    [GeneratedRegex(@"^(dd?|MM?|MMMM|yyyy)([. -]+(dd?|MM?|MMMM|yyyy)){2}$")]
    private static partial Regex DayMonthYear();
}
