using System.Text.RegularExpressions;
using Anfragen.Domain.Inquiries;

namespace Anfragen.Domain.Archive;

/// <summary>
/// Reads the letterhead: fields with their values, also where a form's columns were torn apart so that the values follow
/// the names of several fields; titles such as "Antwort zur Anfrage Nr. … der … betreffend …"; the lines of those who ask.
/// </summary>
internal sealed partial class HeadReader(PaperText paper, int end)
{
    private const int LongestLine = 400;
    private const int ShortestSubject = 8;

    private readonly List<Field> waiting = [];
    private readonly List<string> numbers = [];
    private readonly List<ArchivedOriginator> originators = [];
    private readonly List<ArchivedDate> dates = [];
    private readonly List<string> departments = [];
    private readonly List<(int Line, string Text)> unclaimed = [];
    private string? subject;
    private string? sureNumber;

    /// <summary>The place beside the day the letter was written; null without one.</summary>
    public string? Place { get; private set; }

    private enum Field
    {
        Number,
        Written,
        Received,
        Meeting,
        Letter,
        Department,
        Subject,
        Originator,
        Other,
    }

    public ArchivedHead Read()
    {
        for (var i = 0; i < paper.Lines.Count && paper.Lines[i].From < end; i++)
        {
            var line = paper.Words(i);
            if (!line.IsEmpty && line.Length <= LongestLine)
            {
                ReadLine(i, Unmarked(line));
            }
        }

        ReadSentences();
        var number = sureNumber ?? numbers.FirstOrDefault();
        subject ??= SubjectAmongUnclaimed();
        if (originators.Count == 0 && subject is not null && PartyBehind().Match(subject) is { Success: true } party)
        {
            originators.Add(new ArchivedOriginator(party.Groups["party"].Value, null, IsPerson: false));
        }

        return new ArchivedHead(
            number, [.. numbers.Where(other => other != number).Distinct()], WithoutParty(subject), [.. originators.Distinct()],
            [.. dates.DistinctBy(date => (date.Kind, date.Day))], [.. departments.Distinct()]);
    }

    private static string Unmarked(ReadOnlySpan<char> line) => line.ToString().Replace("**", "", StringComparison.Ordinal);

    private void ReadLine(int number, string line)
    {
        if (MeetingRow().IsMatch(line) && ClaimDate(Blanks().Replace(line, " ")))
        {
            return;
        }

        if (PostalCode().IsMatch(line) && unclaimed.Count > 0 && unclaimed[^1].Line == number - 1)
        {
            unclaimed.RemoveAt(unclaimed.Count - 1);
        }

        foreach (var cell in Columns().Split(line))
        {
            if (cell.Trim() is { Length: > 0 } words && !Claim(words))
            {
                unclaimed.Add((number, words));
            }
        }
    }

    private bool Claim(string words)
    {
        if (FieldName().Match(words) is { Success: true } name)
        {
            var value = words[name.Length..].Trim();
            var field = FieldOf(name.Groups["name"].Value);
            if (value.Length > 0 && GroupInSentence().Match(name.Groups["name"].Value) is { Success: true } group)
            {
                originators.Add(new ArchivedOriginator(group.Groups["group"].Value.Trim(), null, IsPerson: false));
                subject ??= value;
            }
            else if (value.Length == 0)
            {
                waiting.Add(field);
            }
            else
            {
                Take(field, value);
            }

            return true;
        }

        return ClaimDate(words) || ClaimNumber(words) || ClaimDepartment(words) || ClaimOriginator(words) || FormWords().IsMatch(words) || ClaimWaiting(words);
    }

    private static Field FieldOf(string name)
    {
        name = name.ToLowerInvariant();
        return name switch
        {
            _ when NumberName().IsMatch(name) => Field.Number,
            _ when name.StartsWith("eing", StringComparison.Ordinal) && !name.StartsWith("eingereicht", StringComparison.Ordinal) => Field.Received,
            "vom" or "anfrage vom" or "datum der anfrage" => Field.Written,
            _ when name.Contains("termin", StringComparison.Ordinal) || name.Contains("sitzung", StringComparison.Ordinal) => Field.Meeting,
            "datum" => Field.Letter,
            "anfrage" or "fraktion" or "fraktionen" or "antragsteller" or "fragesteller" or "antragstellerin" or "fragestellerin" or "anfragesteller" or "einreicher" => Field.Originator,
            _ when DepartmentName().IsMatch(name) => Field.Department,
            "betreff" or "betr" or "betr." or "thema" or "titel" or "betrifft" or "gegenstand" => Field.Subject,
            _ => Field.Other,
        };
    }

    private void Take(Field field, string value)
    {
        switch (field)
        {
            case Field.Number:
                if (Number().Match(value) is { Success: true, Index: 0 } number)
                {
                    sureNumber ??= number.Value.Trim();
                    numbers.Add(number.Value.Trim());
                }

                break;
            case Field.Written or Field.Received or Field.Meeting or Field.Letter:
                if (GermanDate.Find(value) is { } date)
                {
                    AddDate(KindOf(field), date);
                }

                break;
            case Field.Department when value is not ("-" or "–"):
                departments.Add(value);
                break;
            case Field.Subject:
                subject ??= value;
                break;
            case Field.Originator when !value.Any(char.IsAsciiDigit) || Group().IsMatch(value):
                ClaimOriginators(value);
                break;
            case Field.Originator when Number().Match(value) is { Success: true, Index: 0 }:
                Take(Field.Number, value);
                break;
            case Field.Other:
                ClaimOriginator(value);
                break;
        }
    }

    private ArchivedDateKind KindOf(Field field) => field switch
    {
        Field.Written => ArchivedDateKind.Written,
        Field.Received => ArchivedDateKind.Received,
        Field.Meeting => ArchivedDateKind.Meeting,
        _ => dates.Exists(date => date.Kind == LetterDate) ? ArchivedDateKind.Received : LetterDate,
    };

    private ArchivedDateKind LetterDate => paper.Kind == ArchivedDocumentKind.Inquiry ? ArchivedDateKind.Written : ArchivedDateKind.Reply;

    private void AddDate(ArchivedDateKind kind, GermanDate.Found date) => dates.Add(new ArchivedDate(kind, date.Day, date.AsWritten));

    /// <summary>A day alone, behind a place, or in the row of a meeting.</summary>
    private bool ClaimDate(string words)
    {
        if (GermanDate.Find(words) is not { } date)
        {
            return false;
        }

        if (date.Start == 0 && date.Length == words.Length)
        {
            var field = waiting.FindIndex(name => name is Field.Written or Field.Received or Field.Meeting or Field.Letter);
            AddDate(field >= 0 ? KindOf(waiting[field]) : LetterDate, date);
            if (field >= 0)
            {
                waiting.RemoveAt(field);
            }

            return true;
        }

        if (Phrases.IsClosing(words) && words.IndexOf(',', StringComparison.Ordinal) is > 0 and var comma && comma < date.Start)
        {
            AddDate(LetterDate, date);
            Place ??= words[..comma].Trim();
            return true;
        }

        if (Body().IsMatch(words) && words.Length <= 120)
        {
            AddDate(ArchivedDateKind.Meeting, date);
            return true;
        }

        return false;
    }

    private bool ClaimNumber(string words)
    {
        if (Number().Match(words) is not { Success: true, Index: 0 } number || number.Length != words.Length)
        {
            return false;
        }

        if (words.All(char.IsAsciiDigit) || (waiting.Contains(Field.Department) && CodeOfDepartment().IsMatch(words)))
        {
            return false;
        }

        var field = waiting.IndexOf(Field.Number);
        if (field >= 0)
        {
            waiting.RemoveAt(field);
            sureNumber ??= words;
        }

        numbers.Add(words);
        return true;
    }

    private bool ClaimDepartment(string words)
    {
        if (!Department().IsMatch(words) || words.Length > 90)
        {
            return false;
        }

        departments.Add(words);
        waiting.Remove(Field.Department);
        return true;
    }

    private bool ClaimWaiting(string words)
    {
        if (waiting.Count == 0 || !words.Any(char.IsLetter) || waiting[^1] is not (Field.Department or Field.Subject or Field.Originator) || (waiting[^1] != Field.Subject && Body().IsMatch(words)))
        {
            return false;
        }

        var field = waiting[^1];
        waiting.RemoveAt(waiting.Count - 1);
        Take(field, words);
        return true;
    }

    /// <summary>A field may name several: "GRÜNE, SPD und Stadträtin Muster".</summary>
    private void ClaimOriginators(string value)
    {
        foreach (var name in value.Split([", ", " und "], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            if (!ClaimOriginator(name))
            {
                originators.Add(new ArchivedOriginator(name, null, LetterPhrases.IsName(name)));
            }
        }
    }

    private bool ClaimOriginator(string words)
    {
        if (Members().Match(words) is { Success: true } members)
        {
            ClaimOriginators(members.Groups["names"].Value);
            return true;
        }

        if (Person().Match(words) is { Success: true } person)
        {
            var party = person.Groups["party"];
            originators.Add(new ArchivedOriginator(person.Groups["name"].Value.Trim(), party.Success ? party.Value : null, IsPerson: true));
            return true;
        }

        if (words.Length <= 90 && !words.Contains(':', StringComparison.Ordinal) && Group().IsMatch(words) && !Address().IsMatch(words))
        {
            var group = GroupInSentence().Match(words) is { Success: true } inner ? inner.Groups["group"].Value : words;
            originators.Add(new ArchivedOriginator(OfCouncil().Replace(group, "").Trim(), null, IsPerson: false));
            return true;
        }

        return false;
    }

    /// <summary>What the titles of letters say in whole phrases.</summary>
    private void ReadSentences()
    {
        var head = Blanks().Replace(Unmarked(paper.Text.AsSpan(0, Math.Min(end, 20_000))), " ");
        foreach (Match match in NumberInSentence().Matches(head))
        {
            numbers.Add(match.Groups["number"].Value);
            sureNumber ??= match.Groups["number"].Value;
        }

        if (subject is null && SubjectInSentence().Match(head) is { Success: true } found)
        {
            subject = found.Groups["subject"].Value.Trim();
        }

        AddDateBehind(head, WrittenInSentence(), ArchivedDateKind.Written);
        AddDateBehind(head, ReceivedInSentence(), ArchivedDateKind.Received);
        AddDateBehind(head, MeetingInSentence(), ArchivedDateKind.Meeting);
        if (originators.Count == 0 && GroupInSentence().Match(head) is { Success: true } group)
        {
            originators.Add(new ArchivedOriginator(group.Groups["group"].Value.Trim(), null, IsPerson: false));
        }

        if (originators.Count == 0 && AskerInSentence().Match(head) is { Success: true } asker)
        {
            originators.Add(new ArchivedOriginator(asker.Groups["asker"].Value.Trim(), null, IsPerson: false));
        }
    }

    private void AddDateBehind(string head, Regex phrase, ArchivedDateKind kind)
    {
        foreach (Match match in phrase.Matches(head))
        {
            if (GermanDate.Find(head, match.Index) is { } date && date.Start <= match.Index + match.Length + 12)
            {
                AddDate(kind, date);
            }
        }
    }

    private string? SubjectAmongUnclaimed() =>
        Runs().FindAll(run => run.Length >= ShortestSubject) is var runs && runs.FindAll(run => !LetterPhrases.IsName(run)) is { Count: > 0 } sure
            ? sure.MaxBy(run => run.Length)
            : runs.LastOrDefault();

    /// <summary>Neighbouring lines that nothing else explains, as running text.</summary>
    private List<string> Runs()
    {
        var runs = new List<(int Line, string Text)>();
        foreach (var (line, text) in unclaimed)
        {
            if (runs.Count > 0 && runs[^1].Line == line - 1)
            {
                runs[^1] = (line, RunningText.Of(runs[^1].Text + "\n" + text, 0));
            }
            else
            {
                runs.Add((line, text));
            }
        }

        return [.. runs.Select(run => run.Text.Replace('\n', ' ').Trim())];
    }

    /// <summary>"… (SPD)" behind the subject names the group, not the subject.</summary>
    private static string? WithoutParty(string? subject) => subject is null ? null : PartyBehind().Replace(subject, "").Trim(' ', '*');

    /// <summary>Above it stands a street.</summary>
    [GeneratedRegex(@"^\d{5}\s\p{Lu}", RegexOptions.CultureInvariant)]
    private static partial Regex PostalCode();

    [GeneratedRegex(@"\t|\s{3,}")]
    private static partial Regex Columns();

    [GeneratedRegex(@"^(?<name>[\p{L}][\p{L}\- ,./()]{0,45}?)\s*(?:Nr\.?\s*)?:\s*|^(?<name>Vorlagen?-?(Nummer|Nr\.?)|Betreff|Dezernat, Dienststelle|Drucksachen?(-?(Nr\.?|Nummer))?|Anfrage Nr\.?)(?=\s|$)\s*|^(?<name>vom|eingegangen( am)?)\s+(?=\d)|^(?<name>Nr\.)\s*(?=\d)", RegexOptions.CultureInvariant)]
    private static partial Regex FieldName();

    [GeneratedRegex(@"^(vorlagen?|drucksachen?|ds|anfragen?|antrags?|vorgangs?)?[- ]*(nr\.?|nummer|drucksachen?|vorlage)$", RegexOptions.CultureInvariant)]
    private static partial Regex NumberName();

    [GeneratedRegex(@"^(verantwortlich|federführ\w*|dezernat.*|dienststelle|amt|fachbereich|geschäftsbereich|eingereicht von|zuständig.*|bearbeitet.*|fachamt|referat)$", RegexOptions.CultureInvariant)]
    private static partial Regex DepartmentName();

    [GeneratedRegex(@"(?:[A-Z]{1,4}[ /-]?){0,2}(?:\d{1,2}-\d{2} / [A-Z] \d{3,6}|[IVX]+-[A-Z]{1,2}-\d{3,6}(?:-[A-Z]{1,3}-\d{1,3})?|\d{5,6}-\d{2}|\d{1,6}/(?:\d{2,6}|[IVX]+)|\d{2}-\d{3,5}|\d{1,6})(?:[- ]?[A-Z]{1,2}\d{0,2})?(?![\d.,/])", RegexOptions.CultureInvariant)]
    private static partial Regex Number();

    [GeneratedRegex(@"(?:(?:Anfrage|Drucksache|Drs\.|Vorlage)\s(?:Nr\.?\s)?|,\s)(?<number>(?:[A-Z]{1,3}[ /-]?)?(?:\d{1,2}-\d{2} / [A-Z] \d{3,6}|[IVX]+-[A-Z]{1,2}-\d{3,6}(?:-[A-Z]{1,3}-\d{1,3})?|\d{1,6}/(?:\d{2,6}|[IVX]+)\b|\d{2}-\d{3,5}\b))", RegexOptions.CultureInvariant)]
    private static partial Regex NumberInSentence();

    [GeneratedRegex(@"\b(?:betreffend|betr\.:|zum Thema:?)\s+[„""]?(?<subject>[^„“""]{4,250}?)[“""]?\s*$", RegexOptions.CultureInvariant)]
    private static partial Regex SubjectInSentence();

    [GeneratedRegex(@"Anfrage[^:]{0,160}? vom (?=\d)", RegexOptions.CultureInvariant)]
    private static partial Regex WrittenInSentence();

    [GeneratedRegex(@"eingegangen am (?=\d)|Eingang[^:.]{0,60}: ?(?=\d)", RegexOptions.CultureInvariant)]
    private static partial Regex ReceivedInSentence();

    [GeneratedRegex(@"(?:Sitzung|versammlung|Ausschuss|ausschusses|rates)\s(?:am|vom)\s(?=\d)", RegexOptions.CultureInvariant)]
    private static partial Regex MeetingInSentence();

    [GeneratedRegex(@"^(?:Dez\.|Dezernat|Amt |Referat|Fachbereich|Bezirksamt|Ortsverwaltung|Stadtamt|Schuldezernat|\w+referat$|\w+dezernat$|i\. ?B\. ?m\.)", RegexOptions.CultureInvariant)]
    private static partial Regex Department();

    [GeneratedRegex(@"^[IVX]+/\d", RegexOptions.CultureInvariant)]
    private static partial Regex CodeOfDepartment();

    [GeneratedRegex(@"^(?:(?:der|des|von|Herrn?|Frau)\s)*(?:Stadtr(?:at|ätin)|Ratsmitglied|Ratsherrn?|Ratsfrau|Bezirksverordneten?r?|Gemeinder(?:at|ätin)|Ortschaftsr(?:at|ätin)|Stadtverordneten?r?|Kreisr(?:at|ätin)|Mitglied)\s(?<name>(?:(?:Dr|Prof)\.\s)*\p{Lu}[\p{L}'’-]+(?:\s\p{L}[\p{L}'’.-]+){1,4})\s*(?:\((?<party>[^)]{1,60})\))?$", RegexOptions.CultureInvariant)]
    private static partial Regex Person();

    [GeneratedRegex(@"\b(?:[\p{L}-]*[Ff]raktion|Gruppe|Wählergemeinschaft)\b", RegexOptions.CultureInvariant)]
    private static partial Regex Group();

    [GeneratedRegex(@"\b(?:der|des)\s(?<group>(?:[\p{Lu}0-9][\p{L}0-9./-]*[- ])*?[\p{L}-]*[Ff]raktion(?:\s(?:der\s)?(?:[\p{Lu}/0-9][\p{L}0-9./&-]*\.?)){0,6})", RegexOptions.CultureInvariant)]
    private static partial Regex GroupInSentence();

    /// <summary>"der Mitglieder der Bezirksversammlung A, B und C-Fraktion".</summary>
    [GeneratedRegex(@"^(?:(?:der|des|von)\s)*(?:Mitglieder(?:\s(?:der|des)\s[\p{L}-]+)?|Bezirksverordneten|Stadtverordneten|Stadträt(?:e|innen)|Ratsmitglieder|Abgeordneten)\s(?<names>\p{Lu}.{4,150})$", RegexOptions.CultureInvariant)]
    private static partial Regex Members();

    /// <summary>"Anfrage Nr. 12/2023 der ödp im Ortsbeirat …".</summary>
    [GeneratedRegex(@"Anfrage (?:Nr\. )?\S*\d\S* (?:der|des) (?<asker>[^,:]{2,60}?)(?: im\b| betreffend| vom\b| zur\b|$)", RegexOptions.CultureInvariant)]
    private static partial Regex AskerInSentence();

    /// <summary>"… im Rat der Stadt Köln" says of a group what the whole letter says.</summary>
    [GeneratedRegex(@"\s(?:im|in der)\s(?:Rat|Stadtrat|Gemeinderat|Kreistag|Bezirksversammlung|Bezirksverordnetenversammlung|Stadtverordnetenversammlung)\b.*$", RegexOptions.CultureInvariant)]
    private static partial Regex OfCouncil();

    [GeneratedRegex(@"^(?:\p{L}[\p{L} -]*?)?(?:[Rr]at|[Aa]usschuss|versammlung|[Bb]eirat|sitzung|vertretung)[\p{L} -]*\s+\d{1,2}\.\s?\d{1,2}\.\s?\d{2,4}", RegexOptions.CultureInvariant)]
    private static partial Regex MeetingRow();

    [GeneratedRegex(@"^An (?:den|die|das|Herrn|Frau)\b|\b\d{5}\b|\bim (?:Stadt)?[Rr]at\b.*\bHerrn\b", RegexOptions.CultureInvariant)]
    private static partial Regex Address();

    [GeneratedRegex(@"\b(?:[\p{L}-]*(?:[Rr]at|[Aa]usschuss|versammlung|[Bb]eirat|sitzung|vertretung))\b", RegexOptions.CultureInvariant)]
    private static partial Regex Body();

    /// <summary>Words of forms and addresses that are no subject.</summary>
    [GeneratedRegex(@"^(?:Gremium\b.*|TOP\b.*|ö|nö|x|\d{1,3}|öffentlich(?:er Teil)?|nichtöffentlich|Ergebnis|Status.*|Datum|Uhrzeit|(?:interfraktionelle |kleine |große |schriftliche )?anfrage\b.{0,60}|stellungnahme zur anfrage|antwort\b.{0,40}|beantwortung\b.{0,160}|(?:landeshaupt)?stadt \p{L}+.{0,40}|stadtamt .*|(?:der|die) \p{L}*(?:bürgermeister(?:in)?|magistrat)|rathaus.*|.*\b\d{5}\b.*|an (?:den|die|das|herrn|frau)\b.*|(?:herrn?|frau)\b.*|text der anfrage:?|hier:.*|im (?:stadt|gemeinde)?rat\b.*|gedruckt auf.*|recyclingpapier|gremien\b.*|zur beantwortung.*|beratungsfolge.*|nr\.?\s+frage.*|-)$", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex FormWords();

    [GeneratedRegex(@"\s*\((?<party>SPD|CDU|CSU|FDP|AfD|GRÜNE|Grüne|DIE LINKE|Die Linke|ödp|ÖDP|[A-ZÄÖÜ]{2,12})\)\s*\**$", RegexOptions.CultureInvariant)]
    private static partial Regex PartyBehind();

    [GeneratedRegex(@"\s+", RegexOptions.CultureInvariant)]
    private static partial Regex Blanks();
}
