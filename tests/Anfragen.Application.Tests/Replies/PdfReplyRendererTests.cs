using System.Text;
using System.Text.RegularExpressions;
using Anfragen.Application.Replies;
using Anfragen.Domain;
using Anfragen.Domain.Council;
using Anfragen.Domain.Replies;
using Anfragen.Infrastructure.Demo;
using Anfragen.Infrastructure.Replies;

namespace Anfragen.Application.Tests.Replies;

public sealed class PdfReplyRendererTests
{
    private static readonly DateTimeOffset SigningInstant = new(2025, 9, 26, 9, 30, 0, TimeSpan.Zero);
    private static readonly PdfReplyRenderer Renderer = NewRenderer();

    [PdfToolsFact]
    public async Task The_letter_reads_as_the_real_reply_1435_2025()
    {
        var rendered = Renderer.Render(DemoReply.Instance.Letter(SigningInstant));

        Assert.Contains(
            WithoutSpace($"{Shown(DemoReply.ReadSource())} Prüfsumme der Daten in dieser Datei (SHA-256): {Digest.OfBytes(rendered.Data!)}"),
            WithoutSpace(await Body(rendered)), StringComparison.Ordinal);
        Assert.Empty(rendered.Warnings);
    }

    [PdfToolsFact]
    public async Task A_preview_says_on_every_page_that_it_is_not_signed()
    {
        var rendered = Renderer.Render(DemoReply.Instance.Letter(SigningInstant) with { Signature = null });

        Assert.InRange(rendered.Pages, 2, 10);
        for (var page = 1; page <= rendered.Pages; page++)
        {
            Assert.Contains("Entwurf – nicht unterzeichnet", await PdfTools.Text(rendered.Pdf, page, 0, 842), StringComparison.Ordinal);
        }

        Assert.DoesNotContain("Nino Haase", await Body(rendered), StringComparison.Ordinal);
    }

    [PdfToolsFact]
    public async Task A_subject_and_a_question_full_of_marks_are_shown_as_written()
    {
        const string marks = "**a** & <b>b</b> [c](https://x.de) _d_ {Nummer}";
        var letter = DemoReply.Instance.Letter(SigningInstant) with
        {
            Subject = marks,
            Items = [new LetterEntry([new LetterQuestion("1.", $"Frage {marks}?")], "Es gilt `<script>alert(1)</script>` und a<b.", null)],
        };

        var text = WithoutSpace(await Body(Renderer.Render(letter)));

        Assert.Contains(WithoutSpace($"betreffend {marks} (SPD)"), text, StringComparison.Ordinal);
        Assert.Contains(WithoutSpace($"1. Frage {marks}?"), text, StringComparison.Ordinal);
        Assert.Contains(WithoutSpace("Es gilt `<script>alert(1)</script>` und a<b."), text, StringComparison.Ordinal);
    }

    [PdfToolsFact]
    public async Task Everything_an_answer_may_hold_is_typeset()
    {
        const string answer = """
            # Überschrift

            Text mit *kursiv*, **fett** und [Link](https://mainz.de).

            3. drei
               - Punkt
               - Punkt

            > Zitat

            | Jahr | Euro |
            |------|-----:|
            | 2025 | 1.000 |
            | 2026 | |
            """;
        var letter = DemoReply.Instance.Letter(SigningInstant) with
        {
            Items =
            [
                new LetterRemark("Vorbemerkung."),
                new LetterEntry([new LetterQuestion("1.", "Warum?"), new LetterQuestion("2.", "Wie?")], answer, "der Mainzer Stadtwerke"),
                new LetterRejectedQuestion(new LetterQuestion("3.", "Wer?"), "Nicht zuständig."),
                new LetterEntry([new LetterQuestion("4.", "Leer?")], "", null),
            ],
        };

        var rendered = Renderer.Render(letter);

        Assert.Contains(
            WithoutSpace("""
                Vorbemerkung.
                1. Warum?
                2. Wie?
                Die Fragen 1 und 2 werden gemeinsam beantwortet:
                Antwort der Mainzer Stadtwerke:
                Überschrift
                Text mit kursiv, fett und Link.
                3. drei
                – Punkt
                – Punkt
                Zitat
                Jahr Euro
                2025 1.000
                2026
                3. Wer?
                Diese Frage wurde zurückgewiesen. Begründung: Nicht zuständig.
                4. Leer?
                Mainz, 26. September 2025
                """),
            WithoutSpace(await Body(rendered)), StringComparison.Ordinal);
        Assert.Empty(rendered.Warnings);
    }

    [Fact]
    public void The_same_letter_gives_the_same_bytes()
    {
        var letter = DemoReply.Instance.Letter(SigningInstant);

        var (first, second) = (Renderer.Render(letter), NewRenderer().Render(letter));

        Assert.Equal(first.Pdf, second.Pdf);
        Assert.Equal((4, Digest.OfParts([MainzTemplate.Read().Sha256, letter.Frame.Sha256])), (first.Pages, first.TemplateSha256));
    }

    [Fact]
    public void Another_letterhead_gives_another_digest_of_the_template_and_another_file()
    {
        var letter = DemoReply.Instance.Letter(SigningInstant);
        var arms = File.ReadAllBytes(Path.Combine(MainzTemplate.Folder, "mainz", "wappen.svg"));
        LetterFrame[] frames =
        [
            letter.Frame, letter.Frame with { Office = "Der Oberbürgermeister" }, letter.Frame with { ReturnAddress = "Mainz" },
            letter.Frame with { Contact = [new ContactLine("Telefon", "0")] }, letter.Frame with { Emblem = new LetterEmblem(arms, Digest.OfBytes(arms)) },
        ];

        var rendered = frames.Select(frame => Renderer.Render(letter with { Frame = frame })).ToList();

        Assert.Distinct(rendered.Select(file => file.TemplateSha256));
        Assert.Distinct(rendered.Select(file => Digest.OfBytes(file.Pdf)));
    }

    [PdfToolsFact]
    public async Task A_correction_names_the_letter_that_it_corrects()
    {
        var text = WithoutSpace(await Body(Renderer.Render(DemoLetters.Reply(ReplyKind.Correction, LetterFrame.Of("Mainz")))));
        Assert.Contains(WithoutSpace("Berichtigung der Antwort vom 30. September 2025 zur Anfrage Nr. 1442/2025"), text, StringComparison.Ordinal);
    }

    [Fact]
    public void Any_markdown_can_be_typeset()
    {
        var random = new Random(1435);
        string[] pieces = ["Wort", "Bürger*innen", "**", "*", "_", "[", "](", ")", "https://mainz.de", "\n", "\n\n", "- ", "1. ", "> ", "# ", "|", "\n|-|-|\n", "`", "```", "  ", "\u00a0", "👍", "<b>", "&", "\\", "مرحبا"];
        for (var run = 0; run < 300; run++)
        {
            var markdown = string.Concat(Enumerable.Range(0, random.Next(1, 60)).Select(_ => pieces[random.Next(pieces.Length)]));
            var letter = DemoReply.Instance.Letter(SigningInstant) with { Items = [new LetterEntry([new LetterQuestion(null, "Frage?")], markdown, null)] };

            Assert.True(Renderer.Render(letter).Pages > 0, markdown);
        }
    }

    private static PdfReplyRenderer NewRenderer() =>
        new(new TemplateFolder(MainzTemplate.Folder, "mainz"), Path.Combine(AppContext.BaseDirectory, "fonts"));

    /// <summary>The letter without running header and footer; on the first page the head comes before it.</summary>
    private static async Task<string> Body(RenderedReply rendered)
    {
        var text = new StringBuilder();
        for (var page = 1; page <= rendered.Pages; page++)
        {
            text.Append(await PdfTools.Text(rendered.Pdf, page, top: page == 1 ? 90 : 65, bottom: 780));
        }

        return text.ToString();
    }

    /// <summary>The source as it is shown: no marks, bullets for dashes.</summary>
    private static string Shown(string source) =>
        Regex.Replace(source.Replace("**", "", StringComparison.Ordinal), "^- ", "• ", RegexOptions.Multiline);

    // The soft hyphen is where a line was broken, not a character of the text.
    private static string WithoutSpace(string text) => Regex.Replace(text, @"[\s\u00AD]+", "");
}
