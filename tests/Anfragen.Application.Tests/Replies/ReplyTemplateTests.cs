using System.Security.Cryptography;
using System.Text;
using Anfragen.Application.Replies;
using Anfragen.Domain.Replies;
using Anfragen.Infrastructure.Replies;

namespace Anfragen.Application.Tests.Replies;

public sealed class ReplyTemplateTests
{
    [Theory]
    [InlineData("  Fußzeile:", "  Fusszeile:", "„Fusszeile“ gibt es hier nicht. Erlaubt sind unter „Briefkopf“: Farbe, Kopfzeile, Fußzeile.")]
    [InlineData("Schluss:", "Ende:", "„Ende“ gibt es hier nicht. Erlaubt sind auf oberster Ebene: Dokument, Briefkopf, Infoblock, Schreiben, Schluss, Schrift.")]
    [InlineData("Antwort {ImNamenVon}:", "Antwort {Dritter}:", "In „AntwortDritter“: den Platzhalter {Dritter} gibt es hier nicht; erlaubt: {Nummer}, {Betreff}, {Antragsteller}, {AntragstellerGenitiv}, {Kurzname}, {Absender}, {Stelle}, {Anschrift}, {ImNamenVon}.")]
    [InlineData("{Ort}, {Datum}", "{Ort}, {Datum", "In „OrtUndDatum“: eine geschweifte Klammer steht allein.")]
    [InlineData("[ ({Kurzname})]**", "[ ({Kurzname})]", "In „Titelzeile“: zu ** fehlt das zweite **.")]
    [InlineData("\"{Betreff}[ ({Kurzname})]\"", "\"{Betreff}[ ({Kurzname})\"", "In „Gegenstand“: zu „[“ fehlt „]“.")]
    [InlineData("Die Anfrage wird", "Die [Anfrage] wird", "In „Eröffnung“: in eckigen Klammern muss ein Platzhalter stehen.")]
    [InlineData("\"{Absender}[ · {Anschrift}]\"", "\"**Mainz**\"", "In „Fußzeile“: hier lässt sich nichts mit ** fett setzen.")]
    [InlineData("\"#9B1B1B\"", "\"rot\"", "„rot“ ist keine Farbe. Erlaubt ist # mit sechs Ziffern 0–9, A–F, zum Beispiel \"#9B1B1B\".")]
    [InlineData("\"#9B1B1B\"", "#9B1B1B", "„Farbe“ ist leer. Ein Wert, der mit # beginnt, gehört in Anführungszeichen.")]
    [InlineData("\"Antwort {ImNamenVon}:\"", "{ImNamenVon}", "„AntwortDritter“ muss ein einzelner Text sein; beginnt er mit { oder [, gehört er in Anführungszeichen.")]
    [InlineData("\"d. MMMM yyyy\"", "\"HH:mm\"", "„HH:mm“ ist kein Datumsformat. Erlaubt sind d oder dd, M, MM oder MMMM, yyyy, dazwischen Punkt, Bindestrich und Leerzeichen, zum Beispiel \"d. MMMM yyyy\".")]
    public void A_mistake_is_named_with_file_line_and_what_is_allowed(string right, string wrong, string sentence)
    {
        var at = MainzTemplate.Text.LastIndexOf(right, StringComparison.Ordinal);
        Assert.True(at >= 0, $"The template no longer holds {right}");
        var line = MainzTemplate.Text[..at].Count(character => character == '\n') + 1;

        var mistake = Assert.Throws<TemplateMistake>(() => MainzTemplate.Parse(MainzTemplate.Text.Remove(at, right.Length).Insert(at, wrong)));

        Assert.Contains($"templates/mainz/reply.yaml, Zeile {line}: {sentence}", mistake.Sentences);
    }

    [Fact]
    public void All_mistakes_are_named_at_once_in_the_order_of_the_file()
    {
        var text = MainzTemplate.Text.Replace("\"#9B1B1B\"", "rot", StringComparison.Ordinal).Replace("{Fragen} werden", "{Frage} werden", StringComparison.Ordinal)
            .Replace("  Datum: \"Datum\"\n", "", StringComparison.Ordinal);

        var mistake = Assert.Throws<TemplateMistake>(() => MainzTemplate.Parse(text));

        Assert.Collection(
            mistake.Sentences,
            sentence => Assert.Contains("„rot“ ist keine Farbe", sentence, StringComparison.Ordinal),
            sentence => Assert.Contains("„Datum“ fehlt. Nötig sind unter „Infoblock“: Nummer, Datum, Federführung.", sentence, StringComparison.Ordinal),
            sentence => Assert.Contains("den Platzhalter {Frage} gibt es hier nicht", sentence, StringComparison.Ordinal));
    }

    [Fact]
    public void The_letterhead_cannot_be_overridden_by_the_template()
    {
        var mistake = Assert.Throws<TemplateMistake>(() => MainzTemplate.Parse(MainzTemplate.Text.Replace("  Farbe:", "  Absender: \"Stadt Anderswo\"\n  Farbe:", StringComparison.Ordinal)));
        Assert.Contains("„Absender“ gibt es hier nicht.", Assert.Single(mistake.Sentences), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(NoticeKind.Acknowledgement, "{Erwartet}")]
    [InlineData(NoticeKind.Rejection, "{Grund}")]
    [InlineData(NoticeKind.Interim, "{Zurückgewiesenes}")]
    public void A_notice_knows_the_placeholders_of_its_kind_alone(NoticeKind kind, string placeholder)
    {
        var folder = new TemplateFolder(MainzTemplate.Folder, "mainz");
        var text = File.ReadAllText(Path.Combine(folder.Path, Path.GetFileName(folder.NameOf(kind))));
        var line = text.Split('\n').ToList().FindIndex(written => written.Contains("Sehr geehrte", StringComparison.Ordinal)) + 1;

        var mistake = Assert.Throws<TemplateMistake>(() =>
            NoticeTemplate.Parse(
                MainzTemplate.Source(Encoding.UTF8.GetBytes(text.Replace("Sehr geehrte", placeholder, StringComparison.Ordinal)), "notice.yaml"), kind));

        Assert.StartsWith($"notice.yaml, Zeile {line}: In „Absätze“: den Platzhalter {placeholder} gibt es hier nicht; erlaubt: {{Nummer}}, {{Betreff}},", Assert.Single(mistake.Sentences), StringComparison.Ordinal);
    }

    [Fact]
    public void A_missing_line_is_named_with_its_section()
    {
        var mistake = Assert.Throws<TemplateMistake>(() => MainzTemplate.Parse(MainzTemplate.Text.Replace("  Schlusszeichnung: \"gez\"\n", "", StringComparison.Ordinal)));
        Assert.EndsWith("„Schlusszeichnung“ fehlt. Nötig sind unter „Schluss“: OrtUndDatum, Datumsformat, Schlusszeichnung, Anlagen, ImNetz, EchtheitPrüfen, Prüfsumme.", mistake.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Dokument: \"offen\n", "Zeile 1: Das ist kein lesbares YAML")]
    [InlineData("A: 1\nA: 2\n", "Das ist kein lesbares YAML")]
    [InlineData("a: 1\nb: c: d\n", "Zeile 2: Das ist kein lesbares YAML")]
    [InlineData("", "Zeile 1: Die Vorlage ist leer.")]
    [InlineData("nur Text", "Zeile 1: Erwartet werden auf oberster Ebene: Dokument, Briefkopf, Infoblock, Schreiben, Schluss.")]
    [InlineData("a: 1\n---\nb: 2\n", "Zeile 3: Eine Vorlage ist ein einziges YAML-Dokument")]
    public void A_file_that_is_no_template_is_refused(string text, string sentence)
    {
        var mistake = Assert.Throws<TemplateMistake>(() => MainzTemplate.Parse(text));
        Assert.StartsWith("templates/mainz/reply.yaml, Zeile ", mistake.Message, StringComparison.Ordinal);
        Assert.Contains(sentence, mistake.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_in_another_encoding_is_refused()
    {
        var mistake = Assert.Throws<TemplateMistake>(() => ReplyTemplate.Parse(
            MainzTemplate.Source(Encoding.Latin1.GetBytes("Dokument:\n  Titel: Über"), "reply.yaml"), ReplyKind.Full));
        Assert.Equal("reply.yaml, Zeile 2: Die Datei ist nicht in UTF-8 gespeichert.", mistake.Message);
    }

    [Fact]
    public void A_missing_file_is_named()
    {
        var mistake = Assert.Throws<TemplateMistake>(() => new TemplateFolder(MainzTemplate.Folder, "nirgendwo").Reply(ReplyKind.Full));
        Assert.StartsWith(Path.Combine("templates", "nirgendwo", "reply.yaml") + ": Die Vorlage fehlt", mistake.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void The_digest_is_that_of_the_files_bytes() =>
        Assert.Equal(Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(Path.Combine(MainzTemplate.Folder, "mainz", "reply.yaml")))), MainzTemplate.Read().Sha256);
}
