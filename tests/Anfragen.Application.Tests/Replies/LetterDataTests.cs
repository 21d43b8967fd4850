using System.Text;
using Anfragen.Application.Replies;
using Anfragen.Domain;
using Anfragen.Infrastructure.Demo;
using Anfragen.Infrastructure.Replies;
using Anfragen.Typesetting;

namespace Anfragen.Application.Tests.Replies;

/// <summary>The data inside a letter and what it prints to be checked by.</summary>
public sealed class LetterDataTests
{
    private const string Address = "https://anfragen.example/anfragen/1-2025";

    private static readonly ReplyLetter Letter = new(
        "1/2025",
        "Radwege für „Groß & Klein“",
        [new LetterOriginator("SPD-Stadtratsfraktion", "der SPD-Stadtratsfraktion", "SPD"), new LetterOriginator("Einzelne", "der Einzelnen", "")],
        [
            new LetterRemark("Vorab **gilt** dies."),
            new LetterEntry(
                [new LetterQuestion("1.", "Wie viele?") { Ordinal = "1" }, new LetterQuestion("a)", "Und wo?") { Ordinal = "1.1.1" }],
                "Es sind\n\n1. drei\n2. vier\n\n| Jahr | Zahl |\n|---|---|\n| 2025 | 3 |\n\nSiehe [Bericht](https://mainz.de).", "der Mainzer Stadtwerke"),
            new LetterRejectedQuestion(new LetterQuestion(null, "Wer?") { Ordinal = "2" }, "Nicht *zuständig*."),
        ],
        new LetterSignature("Mainz", new DateOnly(2025, 9, 26), "Nino Haase", "Oberbürgermeister"),
        new DateTimeOffset(2025, 9, 26, 11, 30, 0, TimeSpan.FromHours(2)),
        LetterFrame.Of("Mainz"));

    /// <summary>Others read it: a change here is a change of what src/README.md promises.</summary>
    [Fact]
    public void The_data_are_what_the_documentation_says()
    {
        var json = Encoding.UTF8.GetString(LetterData.Of(Letter, Address, "de-DE"));

        Assert.Equal(
            """
            {
              "format": "anfragen.reply",
              "version": 1,
              "language": "de-DE",
              "number": "1/2025",
              "subject": "Radwege für „Groß & Klein“",
              "address": "https://anfragen.example/anfragen/1-2025",
              "signedAt": "2025-09-26T09:30:00Z",
              "originators": [
                {
                  "name": "SPD-Stadtratsfraktion",
                  "short": "SPD"
                },
                {
                  "name": "Einzelne"
                }
              ],
              "questions": [
                {
                  "id": "1",
                  "label": "1.",
                  "text": "Wie viele?"
                },
                {
                  "id": "1.1.1",
                  "parent": "1",
                  "label": "a)",
                  "text": "Und wo?"
                },
                {
                  "id": "2",
                  "text": "Wer?"
                }
              ],
              "parts": [
                {
                  "kind": "remark",
                  "markdown": "Vorab **gilt** dies.",
                  "text": "Vorab gilt dies."
                },
                {
                  "kind": "answer",
                  "questions": [
                    "1",
                    "1.1.1"
                  ],
                  "inNameOf": "der Mainzer Stadtwerke",
                  "markdown": "Es sind\n\n1. drei\n2. vier\n\n| Jahr | Zahl |\n|---|---|\n| 2025 | 3 |\n\nSiehe [Bericht](https://mainz.de).",
                  "text": "Es sind\n\n1. drei\n2. vier\n\nJahr\tZahl\n2025\t3\n\nSiehe Bericht (https://mainz.de/)."
                },
                {
                  "kind": "rejection",
                  "questions": [
                    "2"
                  ],
                  "text": "Nicht *zuständig*."
                }
              ],
              "signature": {
                "place": "Mainz",
                "date": "2025-09-26",
                "name": "Nino Haase",
                "office": "Oberbürgermeister"
              }
            }
            """,
            json);
    }

    [Fact]
    public void Questions_without_a_place_in_a_tree_are_counted()
    {
        var letter = Letter with { Items = [new LetterEntry([new LetterQuestion("I", "Wie?"), new LetterQuestion("II", "Wo?")], "So.", null)] };

        Assert.Contains("\"questions\": [\n        \"1\",\n        \"2\"\n      ]", Encoding.UTF8.GetString(LetterData.Of(letter, null, "de-DE")), StringComparison.Ordinal);
    }

    [Fact]
    public void The_code_leads_to_the_public_page_and_says_so_to_those_who_do_not_see_it()
    {
        var (document, data) = LetterVerification.AddTo(Document(), Letter, MainzTemplate.Read(), "https://anfragen.example");

        var figure = Assert.IsType<Figure>(document.Blocks[^1]);
        Assert.Equal($"QR-Code mit der Adresse {Address}", figure.AlternativeText);
        Assert.Equal([Address, "https://anfragen.example/echtheit"], figure.Beside.SelectMany(paragraph => paragraph.Runs.OfType<LinkRun>()).Select(link => link.Address));
        var digest = Digest.OfBytes(data);
        Assert.Equal(
            [new TextRun("Prüfsumme der Daten in dieser Datei (SHA-256):"), new LineBreakRun(), new TextRun(string.Join(' ', digest.Chunk(8).Select(group => new string(group))))],
            figure.Beside[^1].Runs);
        Assert.Equal(("antwort.json", "application/json"), (document.EmbeddedFiles[0].Name, document.EmbeddedFiles[0].MediaType));
        Assert.Equal(data, document.EmbeddedFiles[0].Content.ToArray());
        Assert.Empty(document.SignatureFields);
        Assert.Single(LetterVerification.AddTo(Document(), Letter with { IsToBeSealed = true }, MainzTemplate.Read(), null).Document.SignatureFields);
    }

    [Fact]
    public void Without_a_public_address_only_the_digest_is_printed()
    {
        var (document, data) = LetterVerification.AddTo(Document(), Letter, MainzTemplate.Read(), null);

        Assert.IsType<Paragraph>(document.Blocks[^1]);
        Assert.DoesNotContain("\"address\"", Encoding.UTF8.GetString(data), StringComparison.Ordinal);
    }

    [PdfToolsFact]
    public async Task Poppler_finds_the_data_in_the_letter_and_none_in_a_preview()
    {
        var renderer = new PdfReplyRenderer(
            new TemplateFolder(MainzTemplate.Folder, "mainz"), Path.Combine(AppContext.BaseDirectory, "fonts"), "https://anfragen.example");
        var letter = DemoReply.Instance.Letter(new DateTimeOffset(2025, 9, 26, 9, 30, 0, TimeSpan.Zero));
        var signed = renderer.Render(letter with { IsToBeSealed = true });
        var preview = renderer.Render(letter with { Signature = null });

        Assert.Matches(@"1: antwort\.json", await PdfTools.Ask(signed.Pdf, "pdfdetach", "-list", "FILE"));
        Assert.Equal(Encoding.UTF8.GetString(signed.Data!), await PdfTools.Ask(signed.Pdf, "pdfdetach", "-save", "1", "-o", "/dev/stdout", "FILE"));
        Assert.Contains("https://anfragen.example/anfragen/1435-2025", await PdfTools.Text(signed.Pdf, signed.Pages, 0, 842), StringComparison.Ordinal);
        Assert.Null(preview.Data);
        Assert.Contains("0 embedded files", await PdfTools.Ask(preview.Pdf, "pdfdetach", "-list", "FILE"), StringComparison.Ordinal);
    }

    private static Document Document() => LetterDocument.From(Letter, MainzTemplate.Read()).Document;
}
