using Anfragen.Application;
using Anfragen.Application.Council;
using Anfragen.Application.Mail;
using Anfragen.Domain.Council;
using Anfragen.Domain.Numbers;
using Anfragen.Infrastructure.Yaml;
using YamlDotNet.RepresentationModel;

namespace Anfragen.Infrastructure.Council;

/// <summary>Reads <c>city.yaml</c>. Its shape is shown by <c>templates/mainz/city.yaml</c>.</summary>
internal sealed class CityFileReader : ICityFileReader
{
    private static readonly string[] Parts = ["Stadt", "Briefkopf", "Mitzeichnung", "Nummern", "Wahlperioden", "Organisationen", "Personen", "Unterzeichnende", "Vertretungen"];

    public CityFile Read(string text)
    {
        var mistakes = new List<FileMistake>();
        var file = Read(YamlEntry.Root(text), mistakes);
        if (file is not null) CheckKeys(file, mistakes);
        return mistakes.Count == 0 && file is not null ? file : throw new FileMistakes([.. mistakes.OrderBy(mistake => mistake.Line)]);
    }

    private static CityFile? Read(YamlNode root, List<FileMistake> mistakes)
    {
        var top = new YamlEntry(root, "auf oberster Ebene", mistakes, Parts);
        if (top.Part("Stadt") is not { } cityNode)
        {
            mistakes.Add(new FileMistake(top.Line, "„Stadt“ fehlt: der Abschnitt mit Name und Ort."));
            return null;
        }

        var city = new YamlEntry(cityNode, "Stadt", mistakes, "Name", "Verwaltung", "Ort");
        return new CityFile
        {
            City = new CityLine(city.Line, city.Text("Name"), city.Optional("Verwaltung") ?? "Stadtverwaltung", city.Optional("Ort") ?? city.Text("Name")),
            CoSignatures = CoSignatures(top),
            Letterhead = top.Part("Briefkopf") is { } letterhead ? Letterhead(letterhead, mistakes) : null,
            Schemes = [.. top.List("Nummern").Select(node => Scheme(node, mistakes)).OfType<SchemeLine>()],
            Terms = [.. top.List("Wahlperioden").Select(node => Term(node, mistakes))],
            Organizations = [.. top.List("Organisationen").Select(node => Organization(node, mistakes))],
            Persons = [.. top.List("Personen").Select(node => Person(node, mistakes))],
            Signatories = [.. top.List("Unterzeichnende").Select(node => Signatory(node, mistakes))],
            Deputies = [.. top.List("Vertretungen").Select(node => Deputy(node, mistakes))],
        };
    }

    private static CoSignatureLine? CoSignatures(YamlEntry top)
    {
        var words = top.Words("Mitzeichnung", CouncilWords.Stages);
        return words.Count == 0 ? null : new CoSignatureLine(top.LineAt("Mitzeichnung"), words);
    }

    private static LetterheadLine Letterhead(YamlNode node, List<FileMistake> mistakes)
    {
        var yaml = new YamlEntry(node, "Briefkopf", mistakes, "Absender", "Stelle", "Anschrift", "Rücksendezeile", "Kontakt", "Wappen");
        var line = new LetterheadLine(
            yaml.Line, yaml.Text("Absender"), yaml.Optional("Stelle"), yaml.Texts("Anschrift"), yaml.Optional("Rücksendezeile"),
            [.. yaml.Pairs("Kontakt").Select(pair => new ContactLine(pair.Label, pair.Value))], Emblem(yaml));
        MustBeShort(yaml, "Absender", line.Sender);
        MustBeShort(yaml, "Stelle", line.Office);
        MustBeShort(yaml, "Rücksendezeile", line.ReturnAddress, SaveLetterhead.LongestReturnAddress);
        foreach (var written in line.Address) MustBeShort(yaml, "Anschrift", written);
        foreach (var written in line.Contact)
        {
            MustBeShort(yaml, "Kontakt", written.ToString());
            if (written.Label.Contains(':', StringComparison.Ordinal)) yaml.Mistake("Kontakt", $"„{written.Label}“: Eine Bezeichnung enthält keinen Doppelpunkt.");
        }

        return line;
    }

    private static EmblemLine? Emblem(YamlEntry yaml)
    {
        if (yaml.Optional("Wappen") is not { } name) return null;
        if (name is not ("." or "..") && !name.AsSpan().ContainsAny('/', '\\', ':')) return new EmblemLine(yaml.LineAt("Wappen"), name);
        yaml.Mistake("Wappen", $"„{name}“ ist kein Dateiname. Das Wappen liegt neben dieser Datei: eine SVG- oder PNG-Datei, ohne Ordner angegeben.");
        return null;
    }

    private static void MustBeShort(YamlEntry yaml, string key, string? line, int longest = SaveLetterhead.LongestLine)
    {
        if (line?.Length > longest) yaml.Mistake(key, $"„{key}“ hat mehr als {longest} Zeichen auf einer Zeile.");
    }

    private static SchemeLine? Scheme(YamlNode node, List<FileMistake> mistakes)
    {
        var yaml = new YamlEntry(node, "Nummernschema", mistakes, "Zähler", "Muster", "Zählbereich", "Ab");
        var (template, scope) = (yaml.Text("Muster"), yaml.Word("Zählbereich", CouncilWords.Scopes));
        var line = new SchemeLine(yaml.Line, yaml.Optional("Zähler") ?? "Jahresnummer", template, scope, yaml.Day("Ab"));
        if (template.Length == 0) return null;
        try
        {
            NumberScheme.Parse(template, scope, line.Counter);
        }
        catch (FormatException problem)
        {
            yaml.Mistake("Muster", problem.Message);
        }

        return line;
    }

    private static TermLine Term(YamlNode node, List<FileMistake> mistakes)
    {
        var yaml = new YamlEntry(node, "Wahlperiode", mistakes, "Nummer", "Name", "Von", "Bis");
        return new TermLine(yaml.Line, yaml.Number("Nummer") ?? 0, yaml.Text("Name"), yaml.Period());
    }

    private static OrganizationLine Organization(YamlNode node, List<FileMistake> mistakes)
    {
        var yaml = new YamlEntry(node, "Organisation", mistakes, "Kennung", "Art", "Name", "Nummer", "Genitiv", "Kurzname", "Gehört zu", "Von", "Bis", "Nachfolge");
        return new OrganizationLine(
            yaml.Line, yaml.Text("Kennung"), yaml.Word("Art", CouncilWords.Kinds),
            new OrganizationNames(yaml.Text("Name"), yaml.Optional("Nummer"), yaml.Optional("Genitiv"), yaml.Optional("Kurzname")),
            yaml.Optional("Gehört zu"), yaml.Period(), yaml.Optional("Nachfolge"));
    }

    private static PersonLine Person(YamlNode node, List<FileMistake> mistakes)
    {
        var yaml = new YamlEntry(node, "Person", mistakes, "Kennung", "Name", "Anmeldung", "E-Mail", "Mitgliedschaften", "Rollen");
        var login = yaml.Optional("Anmeldung");
        if (login?.Any(char.IsWhiteSpace) == true) yaml.Mistake("Anmeldung", "Eine Anmeldung enthält keine Leerzeichen.");
        if (login?.Length > 100) yaml.Mistake("Anmeldung", "Eine Anmeldung hat höchstens 100 Zeichen.");
        var mail = yaml.Optional("E-Mail");
        if (mail is not null && !MailAddresses.IsAddress(mail)) yaml.Mistake("E-Mail", $"„{mail}“ ist keine Mailadresse wie „vorname.name@stadt.de“.");
        if (mail is not null && login is null) yaml.Mistake("E-Mail", "Nachrichten bekommt nur, wer ein Konto hat, also eine „Anmeldung“.");
        var roles = yaml.List("Rollen").Select(role => Grant(role, mistakes)).ToList();
        if (roles.Count > 0 && login is null) yaml.Mistake("Rollen", "Wer eine Rolle hat, braucht eine „Anmeldung“.");
        return new PersonLine(
            yaml.Line, yaml.Text("Kennung"), yaml.Text("Name"), login, mail,
            [.. yaml.List("Mitgliedschaften").Select(membership => Membership(membership, mistakes))], roles);
    }

    private static MembershipLine Membership(YamlNode node, List<FileMistake> mistakes)
    {
        var yaml = new YamlEntry(node, "Mitgliedschaft", mistakes, "Organisation", "Funktion", "Von", "Bis");
        return new MembershipLine(yaml.Line, yaml.Text("Organisation"), yaml.Optional("Funktion"), yaml.Period());
    }

    private static GrantLine Grant(YamlNode node, List<FileMistake> mistakes)
    {
        var yaml = new YamlEntry(node, "Rolle", mistakes, "Rolle", "Organisation", "Von", "Bis");
        return new GrantLine(yaml.Line, yaml.Word("Rolle", CouncilWords.Roles), yaml.Text("Organisation"), yaml.Period());
    }

    private static SignatoryLine Signatory(YamlNode node, List<FileMistake> mistakes)
    {
        var yaml = new YamlEntry(node, "Unterzeichnende", mistakes, "Name", "Amt", "Ort", "Vertretung", "Von", "Bis");
        return new SignatoryLine(yaml.Line, yaml.Text("Name"), yaml.Text("Amt"), yaml.Optional("Ort"), yaml.YesOrNo("Vertretung"), yaml.Period());
    }

    private static DeputyLine Deputy(YamlNode node, List<FileMistake> mistakes)
    {
        var yaml = new YamlEntry(node, "Vertretung", mistakes, "Für", "Durch", "Von", "Bis");
        return new DeputyLine(yaml.Line, yaml.Text("Für"), yaml.Text("Durch"), yaml.Period());
    }

    // Keys hold the file together; a wrong one is worth naming all there are.
    private static void CheckKeys(CityFile file, List<FileMistake> mistakes)
    {
        var organizations = Unique(file.Organizations.Select(line => (line.Key, line.Line)), mistakes);
        var persons = Unique(file.Persons.Select(line => (line.Key, line.Line)), mistakes);
        Unique(file.Persons.Where(line => line.Login is not null).Select(line => (line.Login!.ToLowerInvariant(), line.Line)), mistakes);
        if (!organizations.Add(CityFile.BodyKey))
        {
            mistakes.Add(new FileMistake(file.Organizations.First(line => line.Key == CityFile.BodyKey).Line, "Die Kennung „stadt“ steht für die Stadt selbst; bitte eine andere wählen."));
        }

        foreach (var line in file.Organizations)
        {
            Known(organizations, line.Parent, line.Line, "Gehört zu", mistakes);
            Known(organizations, line.Successor, line.Line, "Nachfolge", mistakes);
        }

        foreach (var person in file.Persons)
        {
            foreach (var membership in person.Memberships) Known(organizations, membership.Organization, membership.Line, "Organisation", mistakes);
            foreach (var role in person.Roles) Known(organizations, role.Organization, role.Line, "Organisation", mistakes);
        }

        foreach (var deputy in file.Deputies)
        {
            Known(persons, deputy.Principal, deputy.Line, "Für", mistakes);
            Known(persons, deputy.Deputy, deputy.Line, "Durch", mistakes);
        }
    }

    private static HashSet<string> Unique(IEnumerable<(string Key, int Line)> keys, List<FileMistake> mistakes)
    {
        var seen = new Dictionary<string, int>();
        foreach (var (key, line) in keys.Where(entry => entry.Key.Length > 0))
        {
            if (!seen.TryAdd(key, line)) mistakes.Add(new FileMistake(line, $"„{key}“ steht schon in Zeile {seen[key]}; jede Kennung und jede Anmeldung gibt es einmal."));
        }

        return [.. seen.Keys];
    }

    private static void Known(HashSet<string> keys, string? key, int line, string field, List<FileMistake> mistakes)
    {
        if (key is null or "" || keys.Contains(key)) return;
        mistakes.Add(new FileMistake(line, $"„{key}“ ist bei „{field}“ nicht bekannt. Kennungen in dieser Datei: {string.Join(", ", keys.Order())}."));
    }
}
