namespace Anfragen.Domain.Answers;

/// <summary>Mitzeichnung: one that is required of the version that was submitted last, given or still open.</summary>
/// <param name="Organization">Whose head stands by the version.</param>
/// <param name="Given">The step by which it was given, or null.</param>
public sealed record CoSignature(OrganizationId Organization, Act? Given);

/// <summary>Stufe der Mitzeichnung. Stored by name, so a name is never changed or reused.</summary>
public enum CoSignatureStage
{
    /// <summary>Leitung des federführenden Amts.</summary>
    Department,

    /// <summary>Leitung des Dezernats, zu dem das Amt gehört; entfällt, wenn es zu keinem gehört.</summary>
    Directorate,

    /// <summary>Leitungen der beteiligten Ämter, in der Reihenfolge, in der um ihre Zuarbeit gebeten wurde.</summary>
    Contributors,
}

/// <summary>Mitzeichnungsregel: whose heads co-sign the answers of a department, as the city has it today.</summary>
/// <param name="Stages">In this order.</param>
/// <param name="Directorate">The directorate of the department, or null.</param>
public sealed record CoSignatureRule(IReadOnlyList<CoSignatureStage> Stages, OrganizationId? Directorate)
{
    /// <summary>The head of the leading department alone.</summary>
    public static readonly CoSignatureRule HeadOfDepartment = new([CoSignatureStage.Department], null);

    /// <summary>
    /// The organisations whose heads co-sign, in order. Each stands once, at its first stage; nobody's answer goes without any, so
    /// where the rule names none the leading department's head remains.
    /// </summary>
    public IReadOnlyList<OrganizationId> CoSigners(OrganizationId department, IEnumerable<OrganizationId> contributors)
    {
        OrganizationId[] required = [.. Stages.SelectMany(stage => Of(stage, department, contributors)).Distinct()];
        return required.Length == 0 ? [department] : required;
    }

    private IEnumerable<OrganizationId> Of(CoSignatureStage stage, OrganizationId department, IEnumerable<OrganizationId> contributors) => stage switch
    {
        CoSignatureStage.Department => [department],
        CoSignatureStage.Directorate => Directorate is { } directorate ? [directorate] : [],
        CoSignatureStage.Contributors => contributors,
        _ => throw new InvalidOperationException($"Unknown stage of co-signature: {stage}."),
    };
}
