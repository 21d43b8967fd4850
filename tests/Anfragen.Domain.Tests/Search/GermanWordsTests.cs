using Anfragen.Domain.Search;

namespace Anfragen.Domain.Tests.Search;

public sealed class GermanWordsTests
{
    [Theory]
    [InlineData("Fördermittel für Straßenbäume", "fordermittel strassenbaume")]
    [InlineData("GROẞE Übergänge, Café", "grosse ubergange cafe")]
    [InlineData("**Wie** viele _Plätze_ gibt es?", "platze")]
    [InlineData("Förder**mittel**", "fordermittel")]
    [InlineData("[Bericht](https://example.org/unsichtbar) lesen", "bericht lesen")]
    [InlineData("Dienst-\nleistungen, Rad-\nund Fußwege", "dienstleistungen rad fusswege")]
    [InlineData("Kinder­garten", "kindergarten")]
    [InlineData("Smart-City-Index 2025, § 5 a", "smart city index 2025 5")]
    [InlineData("| Jahr | Zahl |\n|---|---|", "jahr zahl")]
    [InlineData("wie viele und welche", "")]
    [InlineData("", "")]
    public void A_text_becomes_its_words(string text, string words) =>
        Assert.Equal(words, string.Join(' ', GermanWords.Words(text).Select(word => word.Term)));

    [Fact]
    public void A_word_is_found_where_it_stands_in_the_text()
    {
        const string text = "Die Förder**mittel** der Städte";

        Assert.Equal(["Förder**mittel", "Städte"], GermanWords.Words(text).Select(word => text.Substring(word.Start, word.Length)));
    }

    // NFD, lone surrogates, marks without a letter: nothing throws, and every word lies within the text.
    [Theory]
    [InlineData("Fo\u0308rdermittel", "fordermittel")]
    [InlineData("\ud800a \udc00b", "")]
    [InlineData("\u0308 -", "")]
    [InlineData("𝔄bc", "𝔄bc")]
    public void Odd_characters_do_no_harm(string text, string words)
    {
        var found = GermanWords.Words(text);

        Assert.All(found, word => Assert.InRange(word.Start + word.Length, 1, text.Length));
        if (words.Length > 0) Assert.Equal(words, string.Join(' ', found.Select(word => word.Term)));
    }

    [Theory]
    [InlineData("Förderung", "Förderungen")]
    [InlineData("Baum", "Bäume", "Bäumen", "Baumes", "Baums")]
    [InlineData("Kind", "Kinder", "Kindern", "Kindes")]
    [InlineData("Schule", "Schulen")]
    [InlineData("Radweg", "Radwege", "Radwegen", "Radweges")]
    [InlineData("sanieren", "saniert", "Sanierung", "Sanierungen")]
    [InlineData("Haltestelle", "Haltestellen")]
    [InlineData("Haus", "Häuser", "Häusern", "Hauses")]
    [InlineData("städtisch", "städtische", "städtischen", "städtischem", "städtischer", "städtisches")]
    public void Forms_of_a_word_have_one_stem(string word, params string[] forms)
    {
        var stem = GermanWords.Stem(GermanWords.Spellings(word)[0]);

        Assert.All(forms, form => Assert.Equal(stem, GermanWords.Stem(GermanWords.Spellings(form)[0])));
    }

    [Theory]
    [InlineData("Fördermittel", "Foerdermittel", 1)]
    [InlineData("Foerdermittel", "Fördermittel", 1)]
    [InlineData("Straße", "Strasse", 1)]
    [InlineData("Fördermittel", "Fördermitteln", 0.95)]
    [InlineData("Fördermittel", "Fördermitteldezernat", 0.6)]
    [InlineData("Dezernat", "Fördermitteldezernats", 0.6)]
    [InlineData("Mittel", "Fördermitteldezernat", 0.3)]
    [InlineData("Dezernat", "Straße", 0)]
    [InlineData("EU", "neu", 0)]
    public void A_typed_word_fits_spellings_forms_and_compounds(string typed, string inText, double fit) =>
        Assert.Equal(fit, new SearchWord(typed).Fit(GermanWords.Words(inText).Single().Term));

    [Fact]
    public void What_is_in_quotation_marks_belongs_together()
    {
        var parts = SearchText.Parse("„schwaches Abschneiden“ Index \"Smart City\" die „allein").Parts;

        Assert.Equal([2, 1, 2, 1], parts.Select(part => part.Words.Count));
    }
}
