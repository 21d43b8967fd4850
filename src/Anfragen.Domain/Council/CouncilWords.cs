using Anfragen.Domain.Answers;
using Anfragen.Domain.Numbers;

namespace Anfragen.Domain.Council;

/// <summary>Wörter der Stammdaten: how kinds, roles and counters are written in a city's file and shown to people.</summary>
public static class CouncilWords
{
    /// <summary>Kinds of organisations, the city itself apart.</summary>
    public static readonly IReadOnlyDictionary<string, OrganizationKind> Kinds = new Dictionary<string, OrganizationKind>
    {
        ["Fraktion"] = OrganizationKind.ParliamentaryGroup,
        ["Gremium"] = OrganizationKind.Committee,
        ["Ortsbeirat"] = OrganizationKind.LocalCouncil,
        ["Dezernat"] = OrganizationKind.Directorate,
        ["Amt"] = OrganizationKind.Department,
        ["Ratsbüro"] = OrganizationKind.CouncilOffice,
        ["OB-Büro"] = OrganizationKind.MayorsOffice,
    };

    /// <summary>Roles.</summary>
    public static readonly IReadOnlyDictionary<string, Role> Roles = new Dictionary<string, Role>
    {
        ["Fraktion"] = Role.GroupMember,
        ["Ratsbüro"] = Role.CouncilOffice,
        ["Sachbearbeitung"] = Role.DepartmentStaff,
        ["Leitung"] = Role.HeadOfDepartment,
        ["OB-Büro"] = Role.MayorsOffice,
        ["Administration"] = Role.Administrator,
    };

    /// <summary>Where a counter begins again.</summary>
    public static readonly IReadOnlyDictionary<string, CounterScope> Scopes = new Dictionary<string, CounterScope>
    {
        ["Jahr"] = CounterScope.Year,
        ["Wahlperiode"] = CounterScope.Term,
        ["fortlaufend"] = CounterScope.None,
    };

    /// <summary>Stages of co-signature.</summary>
    public static readonly IReadOnlyDictionary<string, CoSignatureStage> Stages = new Dictionary<string, CoSignatureStage>
    {
        ["Amt"] = CoSignatureStage.Department,
        ["Dezernat"] = CoSignatureStage.Directorate,
        ["Zuarbeit"] = CoSignatureStage.Contributors,
    };

    public static string German(this OrganizationKind kind) => kind == OrganizationKind.Body ? "Stadt" : WordOf(Kinds, kind);

    public static string German(this Role role) => WordOf(Roles, role);

    public static string German(this CoSignatureStage stage) => WordOf(Stages, stage);

    public static string German(this CounterScope scope) => WordOf(Scopes, scope);

    private static string WordOf<T>(IReadOnlyDictionary<string, T> words, T value) where T : struct, Enum =>
        words.First(word => EqualityComparer<T>.Default.Equals(word.Value, value)).Key;
}
