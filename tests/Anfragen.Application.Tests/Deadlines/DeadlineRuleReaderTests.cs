using Anfragen.Domain.Calendar;
using Anfragen.Domain.Deadlines;
using Anfragen.Infrastructure.Deadlines;

namespace Anfragen.Application.Tests.Deadlines;

public class DeadlineRuleReaderTests
{
    [Fact]
    public void A_file_becomes_a_calendar_and_rules()
    {
        var rules = DeadlineRuleReader.Read("""
            Stadt: Musterstadt
            Land: NW
            Örtliche Feiertage:
              - { Name: Rosenmontag, Tag: 16.2. }
            Schließtage:
              - { Name: Betriebsferien, Von: 2025-12-29, Bis: 2025-12-31 }
            Fristen:
              - Art: klein
                Bezeichnung: Kleine Anfrage
                Dauer: 1 Monat
                Beginn: Zuleitung
                Ende verschiebt sich: nein
                Grundlage: § 5 GO
            """);

        var rule = Assert.Single(rules.Rules);
        Assert.Equal((new DeadlineLength(1, DeadlineUnit.Month), DeadlineStart.Forwarded, false), (rule.Length, rule.Start, rule.Rolls));
        Assert.Equal((Land.NW, "Rosenmontag", "Betriebsferien"), (rules.Calendar.Land, rules.Calendar.HolidayOn(new(2026, 2, 16)), rules.Calendar.ClosedOn(new(2025, 12, 30))));
        Assert.Same(rule, rules.Of(null));
        Assert.Null(rules.Of("gross"));
    }

    [Fact]
    public void Extension_stop_and_internal_deadlines_are_read_and_unknown_where_the_file_is_silent()
    {
        static DeadlineRule Read(string more) => Assert.Single(DeadlineRuleReader.Read($$"""
            Stadt: Musterstadt
            Land: NW
            Fristen:
              - Art: klein
                Bezeichnung: Kleine Anfrage
                Dauer: 1 Monat
                Beginn: Eingang
                Grundlage: § 5 GO
            {{more}}
            """).Rules);

        var silent = Read("");
        Assert.Equal((null, null, null), (silent.Extension, silent.MayStop, silent.Internal));
        var rule = Read("""
                Verlängerung: { Höchstens: 2, Längstens: 2 Wochen, Zustimmung: mit Zustimmung der Fraktion }
                Hemmung: nein
                Interne Fristen: { Zuarbeit: 10, Mitzeichnung: 5, OB-Büro: 3 }
            """);
        Assert.Equal(new ExtensionRule(2, new DeadlineLength(2, DeadlineUnit.Week), "mit Zustimmung der Fraktion"), rule.Extension);
        Assert.Equal((false, new InternalLeadTimes(10, 5, 3)), (rule.MayStop, rule.Internal));
        Assert.Throws<FileMistakes>(() => Read("    Verlängerung: { Höchstens: oft }"));
    }

    [Fact]
    public void Every_mistake_is_named_with_its_line_and_what_is_allowed()
    {
        var refused = Assert.Throws<FileMistakes>(() => DeadlineRuleReader.Read("""
            Stadt: Musterstadt
            Land: Bayern
            Örtliche Feiertage:
              - { Name: Schalttag, Tag: 29.02. }
            Fristen:
              - Art: Klein
                Bezeichnung: Kleine Anfrage
                Dauer: bald
                Beginn: Eingang
                Grundlage: § 5 GO
                Vorübergehend:
                  - { Von: 2022-12-31, Bis: 2022-01-01, Dauer: noch zu bestätigen, Grund: So. }
            """));

        Assert.Equal([2, 4, 6, 8, 12, 12], refused.Mistakes.Select(mistake => mistake.Line));
        Assert.Contains("Erlaubt sind: BW, BY, BE,", refused.Mistakes[0].Sentence, StringComparison.Ordinal);
        Assert.Contains("„bald“ ist keine Dauer. Erlaubt sind eine Zahl ab 1 und: Tag, Tage, Arbeitstag", refused.Mistakes[3].Sentence, StringComparison.Ordinal);
    }
}
