using System.Globalization;
using Anfragen.Domain.Promises;

namespace Anfragen.Domain.Tests.Cases;

public sealed class PromiseFinderTests
{
    private static readonly DateOnly Today = new(2025, 10, 1);

    [Theory]
    [InlineData("Ob ein Überweg möglich ist, wird geprüft.", null)]
    [InlineData("Die Verwaltung prüft derzeit weitere Standorte.", null)]
    [InlineData("Eine Erweiterung ist vorgesehen.", null)]
    [InlineData("Die Unterlagen werden spätestens zum Haushalt vorgelegt.", null)]
    [InlineData("Die Umstellung soll bis Ende 2026 abgeschlossen sein.", "2026-12-31")]
    [InlineData("Der Bau beginnt im Jahr 2026.", "2026-12-31")]
    [InlineData("Die Schule wird bis zum 15. März 2026 saniert.", "2026-03-15")]
    [InlineData("Die Schule wird bis 15.03.2026 saniert.", "2026-03-15")]
    [InlineData("Das Konzept folgt im Februar 2028.", "2028-02-29")]
    [InlineData("Die Ämter folgen im 3. Quartal 2026.", "2026-09-30")]
    [InlineData("Die Ämter folgen im ersten Quartal 2026.", "2026-03-31")]
    [InlineData("Im Sommer 2026 soll die Anlage in Betrieb gehen.", "2026-08-31")]
    public void A_sentence_that_says_what_will_be_done_is_proposed_with_the_last_day_of_the_time_it_names(string sentence, string? due)
    {
        var found = Assert.Single(PromiseFinder.Find($"Das ist so.\n\n- {sentence} Mehr ist nicht bekannt.", Today));

        Assert.Equal((sentence, due), (found.Text, found.DueOn?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)));
    }

    [Theory]
    [InlineData("Im Jahr 2024 wurden 12 Bäume gepflanzt.")]
    [InlineData("Es gibt 2026 Plätze in den Kindertagesstätten der Stadt.")]
    [InlineData("Siehe Antwort zu Frage 3.")]
    [InlineData("| Bauamt | wird geprüft | 180 |")]
    [InlineData("")]
    public void What_is_past_or_a_figure_or_a_table_is_not(string text) => Assert.Empty(PromiseFinder.Find(text, Today));

    [Fact]
    public void Every_proposal_stands_verbatim_in_the_text()
    {
        const string Text = "1. Das wird z. B. im 2. Quartal 2026 geprüft. „Die Mittel sind geplant.“ Danach entscheidet der Rat.\r\n2. **Bis Ende 2027** soll alles umgesetzt sein.";

        var found = PromiseFinder.Find(Text, Today);

        Assert.Equal(3, found.Count);
        Assert.All(found, passage => Assert.Contains(passage.Text, Text, StringComparison.Ordinal));
    }
}
