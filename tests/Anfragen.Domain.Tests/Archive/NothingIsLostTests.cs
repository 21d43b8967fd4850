using System.Diagnostics;
using System.Text;
using Anfragen.Domain.Archive;
using Xunit.Abstractions;

namespace Anfragen.Domain.Tests.Archive;

/// <summary>Whatever the texts are: reading them ends, and every character is in exactly one part.</summary>
public class NothingIsLostTests(ITestOutputHelper output)
{
    private static readonly string[] Pieces =
    [
        "1. ", "2. ", "3. ", "a) ", "b) ", "7. a) ", "I. ", "1.1 ", "4.1. ", "- ", "• ", "\uF0B7 ", "Frage 1: ", "Frage 2", "Zu Frage 1:", "Zu 1.:", "zu 2. und 3.", "Antwort:",
        "Antwort zu Frage 2", "Antwort zu den Fragen 2 bis 4", "Die Fragen 1 bis 3 werden gemeinsam beantwortet.", "Die Anfrage wird wie folgt beantwortet:", "Sehr geehrte Frau Muster,",
        "Mit freundlichen Grüßen", "gez. Erika Muster", "Mainz, 26. September 2025", "Oberbürgermeister", "Seite 2", "- 3 -", "Ergänzende Erläuterungen      Seite 4", "\f", "__________",
        "Vorlage Nr.: 2018/0074", "Vorlage Nr.:", "Termin:", "16.02.2016", "31.02.2016", "Gemeinderat 20.03.2018 32 x", "Verantwortlich:", "Dez. 4", "AfD-Gemeinderatsfraktion",
        "Stadträtin Erika Muster (SPD)", "Betreff: Bäume", "Wir fragen daher:", "Begründung:", "Anlage:", "Wie viele Bäume wurden gefällt?", "Es wurden elf Bäume gefällt.",
        "Wie viele Bäume wurden gepflanzt und warum nicht mehr?", "Dienst-", "leistung", "Bau-\u00AD\n", "1\tWie viele?\tElf.", "| 2 | Warum? | Darum. |", "|", "„", "“", "(", ")", "?", ":", "**", "\n", "\n",
        "\n\n", "\r\n", "\t", " ", "\u00A0", "\u00AD", "\uFEFF", "ß", "\uD83D\uDE00", "\0", "\u2028",
    ];

    /// <summary>Some seconds on an idle machine; what grows with the square of the lines takes longer than this on any.</summary>
    private static readonly TimeSpan Endless = TimeSpan.FromMinutes(2);

    [Fact]
    public void Random_texts_lose_nothing()
    {
        var random = new Random(1435);
        for (var round = 0; round < 3_000; round++)
        {
            var sources = new ArchiveSources(Some(random), random.Next(3) == 0 ? null : Some(random)) { Supplements = random.Next(3) == 0 ? [Some(random)] : [] };
            Check(sources);
        }
    }

    [Theory]
    [InlineData("1. Wie viele?\nElf.\n")]
    [InlineData("Zu Frage 1:\nElf.\n")]
    [InlineData("1. Wie viele Bäume wurden gefällt?\n")]
    [InlineData("- 2 -\nKopf\n")]
    [InlineData("Es ist so und nicht anders, wie die Verwaltung schreibt.\n")]
    [InlineData("gez.\n")]
    [InlineData("\n")]
    [InlineData("Vorlage Nr.:\n")]
    [InlineData("1\tWie viele?\tElf.\n")]
    [InlineData("a) ")]
    [InlineData("((((")]
    [InlineData("Die Fragen 1 bis 3 ")]
    [InlineData("Anfrage der ")]
    public void Twenty_thousand_lines_of_one_kind_are_read(string line)
    {
        var text = string.Concat(Enumerable.Repeat(line, 20_000));
        var inquiry = "Wir fragen:\n" + string.Concat(Enumerable.Range(1, 300).Select(number => $"{number}. Wie viele Bäume wurden in der Straße {number} gefällt?\n"));
        var watch = Stopwatch.StartNew();

        Check(new ArchiveSources(text));
        var alone = watch.Elapsed;
        Check(new ArchiveSources(text, inquiry));

        output.WriteLine($"{line.Trim()}: {alone.TotalSeconds:F1} s alone, {(watch.Elapsed - alone).TotalSeconds:F1} s with an inquiry");
        Assert.True(watch.Elapsed < Endless, $"It took {watch.Elapsed}.");
    }

    [Theory]
    [InlineData("{0}. Wie viele Bäume stehen in der Straße {1}?\nElf.\n")]
    [InlineData("Frage {0}:\nWie viele Bäume stehen in der Straße {1}?\nElf.\n")]
    [InlineData("Zu Frage {0}:\nIn der Straße {1} stehen elf.\n")]
    [InlineData("{0}\tWie viele Bäume stehen in der Straße {1}?\tElf.\n")]
    public void Ten_thousand_different_questions_are_read(string lines)
    {
        var text = string.Concat(Enumerable.Range(0, 10_000).Select(number => string.Format(System.Globalization.CultureInfo.InvariantCulture, lines, (number % 500) + 1, number)));
        var watch = Stopwatch.StartNew();

        Check(new ArchiveSources(text));
        var alone = watch.Elapsed;
        Check(new ArchiveSources(text, text));

        output.WriteLine($"{alone.TotalSeconds:F1} s alone, {(watch.Elapsed - alone).TotalSeconds:F1} s with an inquiry");
        Assert.True(watch.Elapsed < Endless, $"It took {watch.Elapsed}.");
    }

    [Theory]
    [InlineData("koeln")]
    [InlineData("dresden")]
    [InlineData("muenchen")]
    [InlineData("hamburg")]
    [InlineData("berlin")]
    [InlineData("stuttgart")]
    [InlineData("leipzig")]
    [InlineData("wiesbaden")]
    [InlineData("ortsbeirat")]
    [InlineData("hannover")]
    public void A_letter_loses_nothing(string name)
    {
        var sources = Letter.Load(name).Sources;

        Check(sources);
        Check(sources with { Inquiry = null });
        Check(sources with { Reply = sources.Reply.ReplaceLineEndings("\r\n") });
        Check(sources with { Reply = sources.Reply.ReplaceLineEndings("\f") });
        Check(sources with { Reply = sources.Inquiry ?? "", Inquiry = sources.Reply });
    }

    [Fact]
    public void An_empty_text_has_no_parts()
    {
        var read = ArchiveReader.Read(new ArchiveSources(""));

        Assert.Empty(read.Documents[0].Parts);
        Assert.Empty(read.Replies[0].Entries);
        Assert.Contains(read.Doubts, doubt => doubt.Kind == ArchiveDoubtKind.QuestionsMissing);
    }

    internal static void Check(ArchiveSources sources)
    {
        var read = ArchiveReader.Read(sources);

        string[] texts = [.. sources.Inquiry is null ? [] : new[] { sources.Inquiry }, sources.Reply, .. sources.Supplements];
        Assert.Equal(texts, read.Documents.Select(document => string.Concat(document.Parts.Select(part => part.Source))));
        var replies = read.Documents.Where(document => document.Kind != ArchivedDocumentKind.Inquiry).ToList();
        for (var i = 0; i < replies.Count; i++)
        {
            var reply = read.Replies[i];
            Assert.Equal(Visible(replies[i], ArchivedPartKind.Answer), Visible(string.Concat(reply.Entries.Select(entry => entry.Answer.Verbatim))));
            Assert.Equal(Visible(replies[i], ArchivedPartKind.PreliminaryRemark), Visible(reply.PreliminaryRemark?.Verbatim));
            Assert.Equal(Visible(replies[i], ArchivedPartKind.ClosingRemark), Visible(reply.ClosingRemark?.Verbatim));
            Assert.All(reply.Entries, entry => AssertSameLetters(entry.Answer));
            Assert.All(reply.Entries, entry => Assert.All(entry.Questions, position => Assert.InRange(position, 1, read.Questions.Count)));
        }

        Assert.Equal(string.Concat(read.Documents.Select(document => Visible(document, ArchivedPartKind.Preamble))), Visible(read.Preamble?.Verbatim));
        Assert.Equal(Visible(read.Documents[0], ArchivedPartKind.Rationale), Visible(read.Rationale?.Verbatim));
    }

    private static void AssertSameLetters(ArchivedText text) => Assert.Equal(ArchiveNotation.Letters(text.Verbatim), ArchiveNotation.Letters(text.Text));

    private static string Visible(ArchivedDocument document, ArchivedPartKind kind) =>
        string.Concat(document.Parts.Where(part => part.Kind == kind).Select(part => Visible(part.Source)));

    private static string Visible(string? text) => string.Concat((text ?? "").Where(c => !char.IsWhiteSpace(c) && c is not ('\u00AD' or '\uFEFF' or '\u200B')));

    private static string Some(Random random)
    {
        var text = new StringBuilder();
        for (var count = random.Next(60); count > 0; count--)
        {
            text.Append(Pieces[random.Next(Pieces.Length)]);
        }

        return text.ToString();
    }
}
