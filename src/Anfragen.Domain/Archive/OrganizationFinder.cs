using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Anfragen.Domain.Council;
using Anfragen.Domain.Numbers;

namespace Anfragen.Domain.Archive;

/// <summary>
/// Zuordnung alter Namen: finds the group or department of the city that an old paper names, by today's names and former ones. What
/// fits none, or several at that time, is not found: a person decides.
/// </summary>
/// <param name="organizations">All organisations of the city, ended ones too.</param>
/// <param name="places">How the papers call the city itself: "SPD-Stadtratsfraktion Mainz" is its SPD.</param>
public sealed partial class OrganizationFinder(IEnumerable<Organization> organizations, IEnumerable<string>? places = null)
{
    private static readonly OrganizationKind[] Departments =
        [OrganizationKind.Directorate, OrganizationKind.Department, OrganizationKind.CouncilOffice, OrganizationKind.MayorsOffice];

    // Words that tell a group of the council from a party and are left out as often as not. Those of a local council do matter.
    private static readonly HashSet<string> NotTelling =
    [
        "fraktion", "stadtratsfraktion", "gemeinderatsfraktion", "ratsfraktion", "ratsgruppe", "gruppe", "partei", "stadtrat", "gemeinderat", "rat",
        "stadtverordnetenfraktion", "der", "die", "das", "des", "im", "von",
    ];

    private readonly List<Organization> _all = [.. organizations];
    private readonly HashSet<string> _notTelling = [.. NotTelling, .. (places ?? []).Select(place => place.ToLowerInvariant())];

    /// <summary>The group of this name, or null.</summary>
    public Organization? Group(string written, DateOnly? day)
    {
        var words = Core(written);
        return OnlyOne(day, _all.Where(organization =>
            organization.Type is OrganizationKind.ParliamentaryGroup or OrganizationKind.LocalCouncil
            && Names(organization).Any(names => new[] { names.Name, names.Short, names.Genitive }.Any(name => name is not null && Core(name) == words))));
    }

    /// <summary>The department or directorate of this name or number ("Dez. 4", "Amt 33"), or null.</summary>
    public Organization? Department(string written, DateOnly? day)
    {
        var numbered = Numbered().Match(written);
        if (numbered.Success)
        {
            var kind = numbered.Groups["directorate"].Success ? OrganizationKind.Directorate : OrganizationKind.Department;
            var number = Plain(numbered.Groups["number"].Value);
            var found = OnlyOne(day, _all.Where(organization => organization.Type == kind
                && Names(organization).Any(names => names.Number is { } own && Plain(LastWord().Match(own).Value) == number)));
            if (found is not null) return found;
        }

        var words = Core(written);
        return OnlyOne(day, _all.Where(organization => Departments.Contains(organization.Type)
            && Names(organization).Any(names => new[] { names.Name, names.Short, names.Genitive }.Any(name => name is not null && Core(name) == words))));
    }

    private static IEnumerable<OrganizationNames> Names(Organization organization) =>
        organization.Former.Select(former => former.Names).Append(organization.Names);

    private static Organization? OnlyOne(DateOnly? day, IEnumerable<Organization> found)
    {
        var all = found.ToList();
        if (all.Count > 1 && day is { } then) all = [.. all.Where(organization => organization.Validity.Covers(then))];
        return all.Count == 1 ? all[0] : null;
    }

    // Case, hyphens and the ending of a declined adjective do not tell: "der Grünen" asks as "Die Grüne".
    private string Core(string name)
    {
        var words = Words().Matches(name.Normalize(NormalizationForm.FormKC).ToLowerInvariant()).Select(match => match.Value).ToList();
        var telling = words.Where(word => !_notTelling.Contains(word)).ToList();
        return string.Join(' ', (telling.Count > 0 ? telling : words).Select(word => word.Length > 4 ? word.TrimEnd('n') : word));
    }

    // "Dezernat IV" and "Dezernat 4" are one.
    private static string Plain(string number) =>
        RomanNumeral.Read(number) is { } value ? value.ToString(CultureInfo.InvariantCulture) : number.TrimStart('0').TrimEnd('.').ToLowerInvariant();

    [GeneratedRegex(@"[\p{L}\p{N}]+")]
    private static partial Regex Words();

    [GeneratedRegex(@"[\p{L}\p{N}.]+$")]
    private static partial Regex LastWord();

    [GeneratedRegex(@"^\s*(?:(?<directorate>Dezernat|Dez\.?)|Amt|Abteilung|Fachbereich|FB)\s*(?<number>\d[\d.]*|[IVX]+)\b", RegexOptions.IgnoreCase)]
    private static partial Regex Numbered();
}
