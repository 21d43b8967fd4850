using Anfragen.Domain.Numbers;

namespace Anfragen.Domain.Tests.Numbers;

public class NumberSchemeTests
{
    /// <summary>The schemes of eight cities: template, scope, parts, number, range.</summary>
    public static TheoryData<string, CounterScope, NumberParts, string, string, string> Cities => new()
    {
        { "{seq:4}/{year}", CounterScope.Year, new() { Sequence = 1435, Year = 2025 }, "1435/2025", "2025", "1435-2025" },
        { "AN/{seq:4}/{year}", CounterScope.Year, new() { Sequence = 35, Year = 2024 }, "AN/0035/2024", "2024", "an-0035-2024" },
        { "{term} / F {seq:5}", CounterScope.Term, new() { Sequence = 1283, Term = "20-26" }, "20-26 / F 01283", "20-26", "20-26-f-01283" },
        { "{type}{seq}/{yy}", CounterScope.Year, new() { Sequence = 1997, Year = 2022, Type = "AF" }, "AF1997/22", "2022", "af1997-22" },
        { "RA-{seq:3}/{year}", CounterScope.Year, new() { Sequence = 14, Year = 2018 }, "RA-014/2018", "2018", "ra-014-2018" },
        { "{parent} {suffix}", CounterScope.None, new() { Parent = "1283/2018", Suffix = "F1" }, "1283/2018 F1", "1283/2018", "1283-2018-f1" },
        { "{parent} F{seq}", CounterScope.None, new() { Parent = "1283/2018", Sequence = 1 }, "1283/2018 F1", "1283/2018", "1283-2018-f1" },
        { "{type} {seq}/{termRoman}", CounterScope.Term, new() { Sequence = 359, TermOrdinal = 21, Type = "KA" }, "KA 359/XXI", "XXI", "ka-359-xxi" },
        { "{term}-{seq}", CounterScope.Term, new() { Sequence = 1794, Term = "22" }, "22-1794", "22", "22-1794" },
        { "{seq}", CounterScope.None, new() { Sequence = 7 }, "7", "", "7" },
    };

    [Theory]
    [MemberData(nameof(Cities))]
    public void Writes_and_recognises_the_numbers_of_real_cities(string template, CounterScope scope, NumberParts parts, string display, string scopeKey, string slug)
    {
        var scheme = NumberScheme.Parse(template, scope, "anfrage");

        Assert.Equal(display, scheme.Format(parts));
        Assert.Equal(scopeKey, scheme.ScopeKey(parts));
        Assert.Equal(slug, NumberScheme.Slug(display));
        Assert.True(scheme.TryParse(display, out var recognised));
        Assert.Equal(parts, recognised);
        var reference = scheme.Issue(parts);
        Assert.Equal(new Reference(display, slug, scheme.SortKey(parts), "anfrage", scopeKey, parts.Sequence, ReferenceOrigin.Counter), reference);
    }

    [Theory]
    [InlineData("{seq:4}/{year}", "35/2025", "0035/2025")]
    [InlineData("{seq:4}/{year}", " 12345/2025 ", "12345/2025")]
    [InlineData("AN/{seq:4}/{year}", "an/035/2024", "AN/0035/2024")]
    public void A_number_typed_by_hand_is_recognised_and_written_the_schemes_way(string template, string typed, string display)
    {
        var reference = Reference.Entered(typed, NumberScheme.Parse(template, CounterScope.Year));

        Assert.Equal(display, reference.Display);
        Assert.Equal(ReferenceOrigin.ByHand, reference.Issued);
        Assert.NotNull(reference.Sequence);
        Assert.Equal(display[^4..], reference.Scope);
    }

    [Theory]
    [InlineData("1435-2025")]
    [InlineData("1435/25")]
    [InlineData("0/2025")]
    [InlineData("1435/2025 F1")]
    [InlineData("x1435/2025")]
    [InlineData("1435/0025")]
    [InlineData("1234567890/2025")]
    [InlineData("1435/2025\n1")]
    [InlineData("٣/2025")]
    [InlineData("")]
    [InlineData(null)]
    public void Other_numbers_are_not_recognised(string? typed) =>
        Assert.False(NumberScheme.Parse("{seq:4}/{year}", CounterScope.Year).TryParse(typed, out _));

    [Theory]
    [InlineData("KA 359/IIII")]
    [InlineData("KA 359/XXIC")]
    public void A_misspelt_Roman_number_is_not_recognised(string typed) =>
        Assert.False(NumberScheme.Parse("KA {seq}/{termRoman}", CounterScope.Term).TryParse(typed, out _));

    [Fact]
    public void A_number_of_another_system_stays_as_typed()
    {
        var reference = Reference.Entered(" BV-17/Ä 3 ", NumberScheme.Parse("{seq:4}/{year}", CounterScope.Year));

        Assert.Equal(new Reference("BV-17/Ä 3", "bv-17-ae-3", "bv/000000017/ae/000000003", null, null, null, ReferenceOrigin.Foreign), reference);
    }

    [Fact]
    public void Sort_keys_order_by_range_and_counter_whatever_the_display()
    {
        var scheme = NumberScheme.Parse("{seq}/{year}", CounterScope.Year);
        string[] numbers = ["9/2024", "10/2024", "100/2024", "1/2025", "2/2025", "99999/2025", "100000/2025"];

        var keys = numbers.Select(number => Reference.Entered(number, scheme).SortKey).ToList();

        Assert.Equal(keys.Order(StringComparer.Ordinal), keys);
        Assert.Equal("000002024/000000009", keys[0]);
    }

    [Fact]
    public void Sort_keys_order_legislative_terms_and_suffixes_by_number()
    {
        var roman = NumberScheme.Parse("KA {seq}/{termRoman}", CounterScope.Term);
        var suffixed = NumberScheme.Parse("{parent} {suffix}", CounterScope.None);

        AssertAscending(roman, "KA 5/IX", "KA 4/XIX", "KA 3/XXI");
        AssertAscending(suffixed, "9/2018 F1", "1283/2018 F2", "1283/2018 F10");
    }

    [Theory]
    [InlineData("1435/2025", "1435-2025")]
    [InlineData("  AN//0035 – 2024 ", "an-0035-2024")]
    [InlineData("Änderung Größe ÜBER 5", "aenderung-groesse-ueber-5")]
    [InlineData("STRASSE/ẞ", "strasse-ss")]
    [InlineData("a\u0308-e\u0301-ø-Ł", "ae-e-o-l")]
    [InlineData("５/Ⅻ", "5-xii")]
    [InlineData("7\uD800", "7")]
    public void Slugs_are_plain_lower_case(string display, string slug) => Assert.Equal(slug, NumberScheme.Slug(display));

    [Theory]
    [InlineData("")]
    [InlineData(" / ")]
    public void A_number_needs_a_letter_or_a_digit(string display) =>
        Assert.Contains("mindestens einen Buchstaben oder eine Ziffer", Assert.Throws<ArgumentException>(() => NumberScheme.Slug(display)).Message, StringComparison.Ordinal);

    [Theory]
    [InlineData("{seq}/{jahr}", CounterScope.Year, "unbekannten Platzhalter {jahr}")]
    [InlineData("{seq:0}/{year}", CounterScope.Year, "unbekannten Platzhalter {seq:0}")]
    [InlineData("{seq:12}/{year}", CounterScope.Year, "unbekannten Platzhalter {seq:12}")]
    [InlineData("{Seq}/{year}", CounterScope.Year, "unbekannten Platzhalter {Seq}")]
    [InlineData("{}/{year}", CounterScope.Year, "unbekannten Platzhalter {}")]
    [InlineData("{seq/{year}", CounterScope.Year, "unbekannten Platzhalter {seq/{year}")]
    [InlineData("{seq}/{year", CounterScope.Year, "Klammer")]
    [InlineData("seq}/{year}", CounterScope.Year, "Klammer")]
    [InlineData("", CounterScope.None, "fehlt der Zähler {seq}")]
    [InlineData("{year}", CounterScope.Year, "fehlt der Zähler {seq}")]
    [InlineData("{parent}", CounterScope.None, "fehlt der Zähler {seq}")]
    [InlineData("{seq}", CounterScope.Year, "{year} oder {yy}")]
    [InlineData("{seq}/{year}", CounterScope.Term, "{term} oder {termRoman}")]
    [InlineData("{seq}{year}", CounterScope.Year, "Trennzeichen")]
    [InlineData("{type}F{seq}", CounterScope.None, "Trennzeichen")]
    [InlineData("{term}{seq}", CounterScope.Term, "Trennzeichen")]
    [InlineData("{seq}/{year}/{seq:2}", CounterScope.Year, "mehrmals")]
    [InlineData("{seq}/{year}/{yy}", CounterScope.Year, "nur eines")]
    [InlineData("{parent}/{seq}/{year}", CounterScope.Year, "neben {parent}")]
    [InlineData(" {seq}/{year}", CounterScope.Year, "Leerraum")]
    [InlineData("{seq}\n{year}", CounterScope.Year, "Steuerzeichen")]
    public void A_mistake_in_the_template_is_explained(string template, CounterScope scope, string expected) =>
        Assert.Contains(expected, Assert.Throws<FormatException>(() => NumberScheme.Parse(template, scope)).Message, StringComparison.Ordinal);

    [Fact]
    public void A_missing_or_impossible_part_is_explained()
    {
        var scheme = NumberScheme.Parse("{type} {seq}/{yy}", CounterScope.Year);

        AssertRefused("{seq}", new() { Year = 2025, Type = "F" });
        AssertRefused("{yy}", new() { Sequence = 1, Type = "F" });
        AssertRefused("1 bis 999999999", new() { Sequence = 0, Year = 2025, Type = "F" });
        AssertRefused("2000 bis 2099", new() { Sequence = 1, Year = 1999, Type = "F" });
        AssertRefused("„F 1“", new() { Sequence = 1, Year = 2025, Type = "F 1" });

        void AssertRefused(string expected, NumberParts parts) =>
            Assert.Contains(expected, Assert.Throws<ArgumentException>(() => scheme.Format(parts)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Roman_numerals_read_back()
    {
        var scheme = NumberScheme.Parse("{seq}/{termRoman}", CounterScope.Term);
        for (var ordinal = 1; ordinal < 4000; ordinal++)
        {
            Assert.True(scheme.TryParse(scheme.Format(new() { Sequence = 1, TermOrdinal = ordinal }), out var parts));
            Assert.Equal(ordinal, parts.TermOrdinal);
        }
    }

    [Fact]
    public void Random_templates_either_explain_themselves_or_read_back_what_they_write()
    {
        string[] placeholders = ["{seq}", "{seq:4}", "{year}", "{yy}", "{term}", "{termRoman}", "{type}", "{parent}", "{suffix}"];
        string[] separators = ["/", "/", "/", "-", "-", "-", " ", ".", " F", "7/", "F", "ä", "{"];
        string[] terms = ["22", "20-26", "2024–2029", "XXI", "a.b"];
        var random = new Random(1435);
        var written = 0;
        for (var round = 0; round < 1_000; round++)
        {
            random.Shuffle(placeholders);
            var template = string.Concat(placeholders.Take(random.Next(1, 6)).Select(placeholder => placeholder + separators[random.Next(separators.Length)]));
            NumberScheme scheme;
            try
            {
                scheme = NumberScheme.Parse(template, (CounterScope)random.Next(3));
            }
            catch (FormatException refusal)
            {
                Assert.Contains(template, refusal.Message, StringComparison.Ordinal);
                continue;
            }

            var given = new NumberParts
            {
                Sequence = random.Next(1, 100_000),
                Year = random.Next(2000, 2100),
                Term = terms[random.Next(terms.Length)],
                TermOrdinal = random.Next(1, 40),
                Type = random.Next(2) == 0 ? "AF" : "Anfrage",
                Parent = $"{random.Next(1, 2000)}/2018",
                Suffix = $"F{random.Next(1, 20)}",
            };
            var display = scheme.Format(given);

            Assert.True(scheme.TryParse(display, out var parts), $"{template}: {display}");
            Assert.Equal(display, scheme.Format(parts));
            Assert.Equal(scheme.ScopeKey(given), scheme.ScopeKey(parts));
            Assert.Equal(template.Contains("{seq", StringComparison.Ordinal) ? given.Sequence : null, parts.Sequence);
            Assert.Equal(scheme.Issue(parts) with { Issued = ReferenceOrigin.ByHand }, Reference.Entered(display, scheme));
            written++;
        }

        Assert.True(written > 100, $"Only {written} templates were valid.");
    }

    private static void AssertAscending(NumberScheme scheme, params string[] numbers)
    {
        var keys = numbers.Select(number => Reference.Entered(number, scheme).SortKey).ToList();
        Assert.Equal(keys.Order(StringComparer.Ordinal), keys);
        Assert.All(numbers, number => Assert.True(scheme.TryParse(number, out _)));
    }
}
