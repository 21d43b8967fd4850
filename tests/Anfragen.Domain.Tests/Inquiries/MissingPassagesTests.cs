using System.Diagnostics;
using Anfragen.Domain.Inquiries;

namespace Anfragen.Domain.Tests.Inquiries;

public sealed class MissingPassagesTests
{
    [Fact]
    public void What_stands_somewhere_in_the_form_is_not_missing() => Assert.Empty(MissingPassages.Of(
        ["Betreff: Radwege", "", "1. Wie viele Radwege gibt es?", "2. Wann kommen", "   weitere hinzu?"],
        ["Radwege", "Betreff:", "2.\nWann kommen weitere hinzu?", "1.\nWie viele Radwege gibt es?"]));

    [Theory]
    [InlineData("Wird der Weg nicht gebaut?", "Wird der Weg gebaut?", "nicht")]
    [InlineData("Kosten: 5 € und 3 % mehr", "Kosten: 5 und 3 mehr", "€|%")]
    [InlineData("Anna und Berta und Carl", "Anna Berta und Carl", "und")]
    [InlineData("Wer, wann, wo?", "Wann, wer?", "wo")]
    [InlineData("die Straße", "", "die Straße")]
    public void A_dropped_word_is_named_as_it_stands_in_the_original(string original, string form, string missing) =>
        Assert.Equal(missing.Split('|'), MissingPassages.Of([original], [form]).Select(passage => passage.Text));

    [Fact]
    public void Of_a_word_that_occurs_often_the_right_one_is_named() => Assert.Equal(
        [new MissingPassage(2, "nicht")],
        MissingPassages.Of(
            ["Es wird nicht gebaut, solange das Geld fehlt.", "Es wird nicht verkauft, solange der Rat berät.", "Es wird nicht bezahlt, solange niemand liefert."],
            ["Es wird nicht gebaut, solange das Geld fehlt. Es wird verkauft, solange der Rat berät. Es wird nicht bezahlt, solange niemand liefert."]));

    [Fact]
    public void Lines_that_follow_each_other_are_one_passage_with_the_line_where_it_begins() => Assert.Equal(
        [new MissingPassage(2, "Zweite Zeile. Dritte")],
        MissingPassages.Of(["Erste Zeile.", "  Zweite Zeile.", "", "Dritte Ende."], ["Erste Zeile. Ende."]));

    [Theory]
    [InlineData("Der Stadt-", "rat tagt.", "Der Stadtrat tagt.")]
    [InlineData("Der Stadt\u00AD", "rat tagt.", "Der Stadtrat tagt.")]
    [InlineData("Der Stadt\u00ADrat", "tagt.", "Der Stadtrat tagt.")]
    [InlineData("Rhein-", "Main-Gebiet", "Rhein-Main-Gebiet")]
    [InlineData("Die of\uFB01zielle", "Zahl", "Die offizielle Zahl")]
    [InlineData("„Wie\u00A0viele?“", "GROSS", "Wie viele groß gross")]
    public void Divided_words_ligatures_and_blanks_do_not_count(string first, string second, string form) =>
        Assert.Empty(MissingPassages.Of([first, second], [form]));

    [Fact]
    public void An_empty_original_misses_nothing_and_an_empty_form_everything()
    {
        Assert.Empty(MissingPassages.Of([], ["Text"]));
        Assert.Empty(MissingPassages.Of(["", "  – … –"], [null]));
        Assert.Equal([new MissingPassage(1, "Alles fehlt")], MissingPassages.Of(["Alles fehlt."], [null, ""]));
    }

    [Fact]
    public void No_dropped_word_is_ever_overlooked()
    {
        var random = new Random(20251122);
        string[] vocabulary = [.. Enumerable.Range(0, 12).Select(number => $"wort{number}")];
        for (var round = 0; round < 300; round++)
        {
            string[] words = [.. Enumerable.Range(0, random.Next(1, 80)).Select(_ => vocabulary[random.Next(vocabulary.Length)])];
            var isKept = words.Select(_ => random.Next(6) != 0).ToList();
            var kept = words.Where((_, index) => isKept[index]).ToArray();
            random.Shuffle(kept);

            var missing = MissingPassages.Of([.. words.Chunk(7).Select(line => string.Join(' ', line))], [string.Join('\n', kept)]);

            Assert.Equal(
                words.Where((_, index) => !isKept[index]).Order(StringComparer.Ordinal),
                missing.SelectMany(passage => passage.Text.Split(' ')).Order(StringComparer.Ordinal));
        }
    }

    [Fact]
    public void The_longest_text_of_one_word_over_and_over_is_compared_at_once()
    {
        var text = string.Join(' ', Enumerable.Repeat("a", 30_000));
        var other = string.Join(' ', Enumerable.Repeat("a b", 15_000));
        var watch = Stopwatch.StartNew();

        Assert.Empty(MissingPassages.Of([text], [text]));
        Assert.NotEmpty(MissingPassages.Of([text], [other]));

        Assert.InRange(watch.Elapsed, TimeSpan.Zero, TimeSpan.FromSeconds(15));
    }
}
