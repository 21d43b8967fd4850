using Anfragen.Domain.Archive;

namespace Anfragen.Domain.Tests.Archive;

public class ArchiveReaderTests
{
    private const string Two = "Wir fragen:\n1. Wie viele Bäume wurden gefällt?\n2. Warum wurden sie gefällt?\n";

    private const string Blocks = "I. Bäume\n1. Wie viele Bäume gibt es?\n2. Wer pflegt sie?\nII. Bänke\n1. Wie viele Bänke gibt es?\n2. Wer putzt sie?\n";

    [Theory]
    [InlineData("Zu Frage 1:\nElf.\n\nZu Frage 2:\nSie waren krank.")]
    [InlineData("Zu 1.)\nElf.\n\nZu 2.)\nSie waren krank.")]
    [InlineData("zu 1.\nElf.\nzu 2.\nSie waren krank.")]
    [InlineData("ad 1) Elf.\nad 2) Sie waren krank.")]
    [InlineData("Antwort zu Frage 1\nElf.\n\nAntwort zu Frage 2\nSie waren krank.")]
    [InlineData("Antwort der Verwaltung zu Frage 1: Elf.\nAntwort der Verwaltung zu Frage 2: Sie waren krank.")]
    [InlineData("Zu Ziffer 1: Elf.\nZu Ziffer 2: Sie waren krank.")]
    [InlineData("Frage 1: Wie viele Bäume wurden gefällt? Antwort: Elf.\nFrage 2: Warum wurden sie gefällt? Antwort: Sie waren krank.")]
    [InlineData("1. Wie viele Bäume wurden gefällt?\nElf.\n2. Warum wurden sie gefällt?\nSie waren krank.")]
    [InlineData("Wie viele Bäume wurden gefällt?\n\nElf.\n\nWarum wurden sie gefällt?\n\nSie waren krank.")]
    [InlineData("1. Elf.\n2. Sie waren krank.")]
    [InlineData("1. Wie viele Bäume wurden gefällt?\n2. Warum wurden sie gefällt?\n\nAntwort der Verwaltung:\n\nZu 1.: Elf.\nZu 2.: Sie waren krank.")]
    [InlineData("1. Wie viele Bäume wurden gefällt?\n2. Warum wurden sie gefällt?\n\n1. Wie viele Bäume wurden gefällt?\nElf.\n2. Warum wurden sie gefällt?\nSie waren krank.")]
    [InlineData("1\tWie viele Bäume wurden gefällt?\tElf.\n2\tWarum wurden sie gefällt?\tSie waren krank.")]
    [InlineData("| 1 | Wie viele Bäume wurden gefällt? | Elf. |\n| 2 | Warum wurden sie gefällt? | Sie waren krank. |")]
    public void Pairs_answers_however_a_reply_names_them(string reply) =>
        Assert.Equal(["1: Elf.", "2: Sie waren krank."], Entries(Read(reply, Two)));

    [Theory]
    [InlineData("Zu 1. und 2.:\nElf, sie waren krank.")]
    [InlineData("Zu den Fragen 1 und 2:\nElf, sie waren krank.")]
    [InlineData("Antwort zu den Fragen 1 bis 2\nElf, sie waren krank.")]
    [InlineData("Zu Frage 1-2: Elf, sie waren krank.")]
    public void A_joint_answer_covers_all_that_are_named(string reply)
    {
        var read = Read(reply, Two);

        Assert.Equal(["1+2: Elf, sie waren krank."], Entries(read));
        Assert.DoesNotContain(read.Doubts, doubt => doubt.Kind is ArchiveDoubtKind.JointAssumed or ArchiveDoubtKind.Unanswered);
    }

    [Fact]
    public void Questions_without_an_answer_of_their_own_get_the_next_one_with_a_doubt()
    {
        var read = Read("1. Wie viele Bäume wurden gefällt?\n\n2. Warum wurden sie gefällt?\n\nSie waren krank.", Two);

        Assert.Equal(["1+2: Sie waren krank."], Entries(read));
        Assert.Contains(read.Doubts, doubt => doubt is { Kind: ArchiveDoubtKind.JointAssumed, Line: 3, Sentence: "Zu Frage 1 steht keine eigene Antwort; die Antwort nach 2. wird allen zugeordnet." });
    }

    [Fact]
    public void An_answer_that_says_so_is_joint_without_a_doubt()
    {
        var read = Read("1. Wie viele Bäume wurden gefällt?\n\n2. Warum wurden sie gefällt?\n\nDie Fragen 1 und 2 werden wegen des Zusammenhangs gemeinsam be-\nantwortet. Elf.", Two);

        Assert.Equal([[1, 2]], read.Replies[0].Entries.Select(entry => entry.Questions));
        Assert.DoesNotContain(read.Doubts, doubt => doubt.Kind == ArchiveDoubtKind.JointAssumed);
    }

    [Fact]
    public void Restarting_numbers_are_told_apart_by_their_words_and_their_order()
    {
        var repeated = Read("Bäume\n\n1. Wie viele Bäume gibt es?\nElf.\n2. Wer pflegt sie?\nDie Stadt.\n\nBänke\n\n3. Wie viele Bänke gibt es?\nZwei.\n4. Wer putzt sie?\nNiemand.", Blocks);
        var named = Read("Zu Frage 1:\nElf.\nZu Frage 2:\nDie Stadt.\nZu Frage 1:\nZwei.\nZu Frage 2:\nNiemand.", Blocks);
        var full = Read("Zu I.1: Elf.\nZu I.2: Die Stadt.\nZu II.1: Zwei.\nZu II.2: Niemand.", Blocks);

        Assert.Equal(["2: Elf.", "3: Die Stadt.", "5: Zwei.", "6: Niemand."], Entries(repeated));
        Assert.Contains(repeated.Doubts, doubt => doubt.Sentence == "Frage II.1 trägt im Antwortschreiben die Nummer „3.“.");
        Assert.Equal(["2: Elf.", "3: Die Stadt.", "5: Zwei.", "6: Niemand."], Entries(named));
        Assert.Contains(named.Doubts, doubt => doubt.Kind == ArchiveDoubtKind.LabelAmbiguous);
        Assert.Equal(["2: Elf.", "3: Die Stadt.", "5: Zwei.", "6: Niemand."], Entries(full));
        Assert.DoesNotContain(full.Doubts, doubt => doubt.Kind == ArchiveDoubtKind.LabelAmbiguous);
    }

    [Fact]
    public void A_reworded_question_is_a_heading_with_a_doubt()
    {
        var read = Read("1. Wie viele Bäume hat die Stadt gefällt?\n\nElf.\n\n2. Warum wurden sie gefällt?\n\nSie waren krank.", Two);

        Assert.Equal(["1: Elf.", "2: Sie waren krank."], Entries(read));
        Assert.Equal([true, false], read.Replies[0].Entries.Select(entry => entry.Headings[0].IsReworded));
        Assert.Equal("Frage 1 ist im Antwortschreiben anders formuliert.", Assert.Single(read.Doubts, doubt => doubt.Kind == ArchiveDoubtKind.Reworded).Sentence);
    }

    [Fact]
    public void A_list_inside_an_answer_is_no_question()
    {
        var read = Read("1. Wie viele Bäume wurden gefällt?\n\nElf:\n1. fünf Linden,\n2. sechs Ahorne.\n\n2. Warum wurden sie gefällt?\n\nSie waren krank.", Two);

        Assert.Equal(["1: Elf:\n1. fünf Linden,\n2. sechs Ahorne.", "2: Sie waren krank."], Entries(read));
    }

    [Fact]
    public void What_a_reply_leaves_out_or_adds_is_a_doubt()
    {
        var read = Read("Zu Frage 1:\nElf.\n\nZu Frage 7:\nDas ist offen.", Two);

        Assert.Contains(read.Doubts, doubt => doubt.Kind == ArchiveDoubtKind.Unanswered && doubt.Sentence == "Zu Frage 2 wurde keine Antwort gefunden.");
        Assert.Contains(read.Doubts, doubt => doubt is { Kind: ArchiveDoubtKind.UnknownQuestion, Line: 4 });
        Assert.Equal(["1: Elf.", ": Das ist offen."], Entries(read));
    }

    [Fact]
    public void A_reply_without_labels_answers_all_questions_with_a_doubt()
    {
        var read = Read("Die Anfrage wird wie folgt beantwortet:\n\nElf Bäume waren krank.", Two);

        Assert.Equal(["1+2: Elf Bäume waren krank."], Entries(read));
        Assert.Contains(read.Doubts, doubt => doubt.Kind == ArchiveDoubtKind.WholeReply);
    }

    [Fact]
    public void A_supplement_answers_the_same_questions()
    {
        var read = ArchiveReader.Read(new ArchiveSources("Zu Frage 1:\nElf.", Two) { Supplements = ["Zu Frage 2:\nSie waren krank."] });

        Assert.Equal([[2]], read.Replies[1].Entries.Select(entry => entry.Questions));
        Assert.True(read.Replies[1].IsSupplement);
        Assert.DoesNotContain(read.Doubts, doubt => doubt.Kind == ArchiveDoubtKind.Unanswered);
    }

    [Fact]
    public void Page_furniture_is_kept_beside_the_text_that_goes_on_over_it()
    {
        const string Reply = "1. Wie viele Bäume wurden gefällt?\n\nElf, davon die Mit-\n\nStadt Mainz      Seite 2\n\narbeiter der Stadt keine.\n\n2. Warum wurden sie gefällt?\n\nSie waren krank.";

        var read = Read(Reply, Two);

        Assert.Equal("Elf, davon die Mitarbeiter der Stadt keine.", read.Replies[0].Entries[0].Answer.Text);
        Assert.Equal("Elf, davon die Mit-\n\n\narbeiter der Stadt keine.", read.Replies[0].Entries[0].Answer.Verbatim);
        Assert.Contains(read.Documents[1].Parts, part => part.Kind == ArchivedPartKind.Surroundings && part.Source.Contains("Seite 2", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("Eine Dienst-\nleistung der Stadt.", "Eine Dienstleistung der Stadt.")]
    [InlineData("Das Land Baden-\nWürttemberg zahlt.", "Das Land Baden-Württemberg zahlt.")]
    [InlineData("Das Bau-\nund Planungsamt zahlt.", "Das Bau- und Planungsamt zahlt.")]
    [InlineData("Eine Dienst\u00AD\nleistung der Stadt.", "Eine Dienstleistung der Stadt.")]
    [InlineData("Es waren:\n- elf Linden\n- zwei Ahorne", "Es waren:\n- elf Linden\n- zwei Ahorne")]
    [InlineData("Die Bäume fielen am\n31. Dezember 2024 und später.", "Die Bäume fielen am 31. Dezember 2024 und später.")]
    public void Lines_become_running_text(string answer, string text)
    {
        var read = Read("Zu Frage 1:\n" + answer, Two);

        Assert.Equal(text, read.Replies[0].Entries[0].Answer.Text);
        Assert.Equal(answer, read.Replies[0].Entries[0].Answer.Verbatim);
    }

    [Fact]
    public void Papers_that_contradict_each_other_raise_doubts()
    {
        var read = Read("Antwort zur Anfrage Nr. 13/2024 der SPD-Fraktion betreffend Bäume\n\nZu Frage 1:\nElf.\n\nMainz, 1. März 2024", "Anfrage Nr. 12/2024\nBetreff: Bänke\n\nMainz, 3. April 2024\n\n" + Two);

        Assert.Contains(read.Doubts, doubt => doubt.Kind == ArchiveDoubtKind.NumberDiffers && doubt.Sentence == "Die Anfrage trägt die Nummer „12/2024“, das Antwortschreiben „13/2024“.");
        Assert.Contains(read.Doubts, doubt => doubt.Kind == ArchiveDoubtKind.SubjectDiffers);
        Assert.Contains(read.Doubts, doubt => doubt.Kind == ArchiveDoubtKind.DatesOutOfOrder);
    }

    private static ArchivedCase Read(string reply, string inquiry)
    {
        var sources = new ArchiveSources(reply, inquiry);
        NothingIsLostTests.Check(sources);
        return ArchiveReader.Read(sources);
    }

    private static IEnumerable<string> Entries(ArchivedCase read) =>
        read.Replies[0].Entries.Select(entry => $"{string.Join('+', entry.Questions)}: {entry.Answer.Text.TrimEnd(' ', '|')}");
}
