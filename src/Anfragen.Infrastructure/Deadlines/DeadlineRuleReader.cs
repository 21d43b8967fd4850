using System.Globalization;
using System.Text.RegularExpressions;
using Anfragen.Application;
using Anfragen.Domain.Calendar;
using Anfragen.Domain.Deadlines;
using Anfragen.Infrastructure.Yaml;
using YamlDotNet.RepresentationModel;

namespace Anfragen.Infrastructure.Deadlines;

/// <summary>Reads a set of rules. All mistakes are gathered before any is told.</summary>
internal static partial class DeadlineRuleReader
{
    private const string ToBeConfirmed = "noch zu bestätigen";

    private static readonly Dictionary<string, Land> Lands = Enum.GetValues<Land>().ToDictionary(land => land.ToString(), StringComparer.Ordinal);

    private static readonly Dictionary<string, DeadlineStart> Starts = new()
    {
        ["Eingang"] = DeadlineStart.Received,
        ["Registrierung"] = DeadlineStart.Registered,
        ["Zuleitung"] = DeadlineStart.Forwarded,
        ["Sitzung"] = DeadlineStart.Meeting,
    };

    private static readonly Dictionary<string, DeadlineUnit> Units = new()
    {
        ["Tag"] = DeadlineUnit.Day,
        ["Tage"] = DeadlineUnit.Day,
        ["Arbeitstag"] = DeadlineUnit.WorkingDay,
        ["Arbeitstage"] = DeadlineUnit.WorkingDay,
        ["Woche"] = DeadlineUnit.Week,
        ["Wochen"] = DeadlineUnit.Week,
        ["Monat"] = DeadlineUnit.Month,
        ["Monate"] = DeadlineUnit.Month,
    };

    /// <exception cref="FileMistakes">With every mistake and its line.</exception>
    public static DeadlineRules Read(string text)
    {
        var mistakes = new List<FileMistake>();
        var top = new YamlEntry(YamlEntry.Root(text), "auf oberster Ebene", mistakes, "Stadt", "Land", "Örtliche Feiertage", "Schließtage", "Fristen");
        var land = top.Word("Land", Lands);
        var holidays = top.List("Örtliche Feiertage").Select(node => Holiday(node, mistakes)).ToList();
        var closings = top.List("Schließtage").Select(node => Closing(node, mistakes)).ToList();
        var rules = top.List("Fristen").Select(node => Rule(node, mistakes)).ToList();
        if (rules.Count == 0) mistakes.Add(new FileMistake(top.Line, "„Fristen“ fehlt: mindestens eine Art von Anfrage."));
        foreach (var again in rules.GroupBy(rule => rule.Rule.Kind).SelectMany(kind => kind.Skip(1)))
        {
            mistakes.Add(new FileMistake(again.Line, $"Die Art „{again.Rule.Kind}“ gibt es schon."));
        }

        var city = top.Text("Stadt");
        return mistakes.Count == 0
            ? new DeadlineRules(city, new OfficeCalendar(land, holidays, closings), [.. rules.Select(rule => rule.Rule)])
            : throw new FileMistakes([.. mistakes.OrderBy(mistake => mistake.Line)]);
    }

    private static LocalHoliday Holiday(YamlNode node, List<FileMistake> mistakes)
    {
        var entry = new YamlEntry(node, "Örtlicher Feiertag", mistakes, "Name", "Tag");
        var name = entry.Text("Name");
        var text = entry.Text("Tag");
        // A leap year, so that every date that exists can be read.
        if (DateOnly.TryParseExact($"{text}2024", "d.M.yyyy", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) && (day.Month, day.Day) != (2, 29))
        {
            return new LocalHoliday(name, day.Month, day.Day);
        }

        if (text.Length > 0) entry.Mistake("Tag", $"„{text}“ ist kein Tag im Jahr. Erlaubt ist zum Beispiel 15.08.");
        return new LocalHoliday(name, 1, 1);
    }

    private static ClosingPeriod Closing(YamlNode node, List<FileMistake> mistakes)
    {
        var entry = new YamlEntry(node, "Schließtage", mistakes, "Name", "Von", "Bis");
        var name = entry.Text("Name");
        var (from, to) = (entry.Day("Von"), entry.Day("Bis"));
        if (from is null) entry.Mistake("Von", "„Von“ fehlt (Schließtage).");
        if (to < from) entry.Mistake("Bis", "Das Ende liegt vor dem Beginn.");
        return new ClosingPeriod(name, from ?? default, to ?? from ?? default);
    }

    private static (DeadlineRule Rule, int Line) Rule(YamlNode node, List<FileMistake> mistakes)
    {
        var entry = new YamlEntry(node, "Frist", mistakes, "Art", "Bezeichnung", "Dauer", "Beginn", "Ende verschiebt sich", "Grundlage", "Vorübergehend",
            "Verlängerung", "Hemmung", "Nachfragen", "Interne Fristen");
        var rule = new DeadlineRule
        {
            Kind = entry.Text("Art"),
            Title = entry.Text("Bezeichnung"),
            Length = Length(entry, mayBeOpen: true),
            Start = entry.Word("Beginn", Starts),
            Rolls = entry.Optional("Ende verschiebt sich") is null || entry.YesOrNo("Ende verschiebt sich"),
            LegalBasis = entry.Text("Grundlage"),
            Overrides = [.. entry.List("Vorübergehend").Select(other => Override(other, mistakes)).OfType<DeadlineOverride>()],
            Extension = entry.Part("Verlängerung") is { } extension ? Extension(extension, mistakes) : null,
            MayStop = entry.Optional("Hemmung") is null ? null : entry.YesOrNo("Hemmung"),
            Supplementary = entry.Part("Nachfragen") is { } supplementary ? Supplementary(supplementary, mistakes) : null,
            Internal = entry.Part("Interne Fristen") is { } lead ? Internal(lead, mistakes) : null,
        };
        if (rule.Kind.Any(character => !char.IsAsciiLetterLower(character) && !char.IsAsciiDigit(character) && character != '-'))
        {
            entry.Mistake("Art", "„Art“ besteht aus kleinen Buchstaben ohne Umlaute, Ziffern und Bindestrichen.");
        }

        return (rule, entry.Line);
    }

    private static ExtensionRule Extension(YamlNode node, List<FileMistake> mistakes)
    {
        var entry = new YamlEntry(node, "Verlängerung", mistakes, "Höchstens", "Längstens", "Zustimmung");
        return new ExtensionRule(
            entry.Optional("Höchstens") is null ? null : Count(entry, "Höchstens"),
            entry.Optional("Längstens") is null ? null : Length(entry, mayBeOpen: false, key: "Längstens"), entry.Optional("Zustimmung"));
    }

    private static SupplementaryRule Supplementary(YamlNode node, List<FileMistake> mistakes)
    {
        var entry = new YamlEntry(node, "Nachfragen", mistakes, "Höchstens", "Tage");
        return new SupplementaryRule(
            entry.Optional("Höchstens") is null ? null : Count(entry, "Höchstens"), entry.Optional("Tage") is null ? null : Count(entry, "Tage"));
    }

    private static InternalLeadTimes Internal(YamlNode node, List<FileMistake> mistakes)
    {
        var entry = new YamlEntry(node, "Interne Fristen", mistakes, "Zuarbeit", "Mitzeichnung", "OB-Büro");
        return new InternalLeadTimes(Count(entry, "Zuarbeit"), Count(entry, "Mitzeichnung"), Count(entry, "OB-Büro"));
    }

    private static int Count(YamlEntry entry, string key)
    {
        if (int.TryParse(entry.Text(key), NumberStyles.None, CultureInfo.InvariantCulture, out var count) && count < 100) return count;
        entry.Mistake(key, $"„{key}“ ist eine ganze Zahl von 0 bis 99.");
        return 0;
    }

    private static DeadlineOverride? Override(YamlNode node, List<FileMistake> mistakes)
    {
        var entry = new YamlEntry(node, "Vorübergehende Frist", mistakes, "Von", "Bis", "Dauer", "Grund");
        var (period, length, reason) = (entry.Period(), Length(entry, mayBeOpen: false), entry.Text("Grund"));
        if (period.From is null || period.To is null || period.IsReversed) entry.Mistake("Von", "Eine vorübergehende Frist braucht „Von“ und danach „Bis“.");
        return length is null ? null : new DeadlineOverride(period, length, reason);
    }

    private static DeadlineLength? Length(YamlEntry entry, bool mayBeOpen, string key = "Dauer")
    {
        var text = entry.Text(key);
        if (text.Length == 0 || (mayBeOpen && text == ToBeConfirmed)) return null;
        var read = LengthPattern().Match(text);
        if (read.Success && Units.TryGetValue(read.Groups["unit"].Value, out var unit))
        {
            return new DeadlineLength(int.Parse(read.Groups["value"].Value, CultureInfo.InvariantCulture), unit);
        }

        entry.Mistake(key, $"„{text}“ ist keine Dauer. Erlaubt sind eine Zahl ab 1 und: {string.Join(", ", Units.Keys)}{(mayBeOpen ? $"; oder: {ToBeConfirmed}" : "")}.");
        return null;
    }

    [GeneratedRegex("^(?<value>[1-9][0-9]{0,2}) (?<unit>[A-Z][a-z]+)$")]
    private static partial Regex LengthPattern();
}
