using Anfragen.Application;
using Anfragen.Domain;
using Anfragen.Domain.Council;

namespace Anfragen.Infrastructure.Database;

/// <summary>What a person may see, as SQL: what one may not see never leaves the database.</summary>
internal sealed class Visible(ICurrentUser user, DbSession db)
{
    /// <summary>From here on sorting one's own costs more than meeting them on the way through all.</summary>
    private const int Many = 2000;

    /// <summary>For <c>@groups</c>: the groups for which the person acts; they see their own inquiries from the draft on.</summary>
    public IReadOnlyList<OrganizationId> Groups { get; } = Organizations(user, Role.GroupMember);

    /// <summary>For <c>@departments</c>: they see what was ever assigned to them, waited for their co-signature or promised something they see to.</summary>
    public IReadOnlyList<OrganizationId> Departments { get; } = Organizations(user, Role.DepartmentStaff, Role.HeadOfDepartment);

    /// <summary>Council office and mayor's office see every inquiry that was handed in or recorded, also after it was discarded as a double.</summary>
    public bool SeesAllSubmitted { get; } = user.Grants.Any(grant => grant.Role is Role.CouncilOffice or Role.MayorsOffice);

    /// <summary>
    /// A condition on the inquiry with alias <c>i</c>; names <c>@groups</c> and <c>@departments</c>. For whom sees all, it is a condition on
    /// the row alone, so that lists run along their index; for the others it begins at their own organisations.
    /// </summary>
    public string Inquiry => SeesAllSubmitted
        ? $"(i.status NOT IN ('Draft', 'Discarded') OR i.id IN ({OfGroups}) OR (i.status = 'Discarded' AND {IsIntake}))"
        : $"i.id IN ({OfGroups} UNION {OfDepartments} UNION {OfCoSigners} UNION {OfPromises})";

    /// <summary>
    /// The same inquiries as <see cref="Inquiry"/>, asked row by row: for a list that runs along an index and finds enough on its way, because many
    /// are the person's own. With few of them it would read the whole list.
    /// </summary>
    public string InquiryAlong => SeesAllSubmitted ? Inquiry : $"""
        (EXISTS (SELECT 1 FROM originators own WHERE own.inquiry_id = i.id AND {db.Dialect.OneOf("own.organization_id", "groups")})
         OR EXISTS (SELECT 1 FROM assignments part WHERE part.inquiry_id = i.id AND {db.Dialect.OneOf("part.department_id", "departments")})
         OR EXISTS (SELECT 1 FROM co_signers asked WHERE asked.inquiry_id = i.id AND {db.Dialect.OneOf("asked.organization_id", "departments")}))
        """;

    /// <summary>Which of the two a list asks: the person's own are counted as far as it matters.</summary>
    public async Task<string> InquiryInList(CancellationToken cancel)
    {
        if (SeesAllSubmitted) return Inquiry;
        var own = await db.Single<long>(
            $"SELECT count(*) FROM (SELECT * FROM ({OfGroups} UNION ALL {OfDepartments} UNION ALL {OfCoSigners}) found LIMIT @many) counted", new { Groups, Departments, many = Many }, cancel);
        return own < Many ? Inquiry : InquiryAlong;
    }

    private const string IsIntake = "EXISTS (SELECT 1 FROM receipts receipt WHERE receipt.inquiry_id = i.id)";

    private string OfGroups =>
        $"SELECT own.inquiry_id FROM originators own WHERE {db.Dialect.OneOf("own.organization_id", "groups")}";

    private string OfDepartments =>
        $"SELECT part.inquiry_id FROM assignments part WHERE {db.Dialect.OneOf("part.department_id", "departments")}";

    private string OfCoSigners =>
        $"SELECT asked.inquiry_id FROM co_signers asked WHERE {db.Dialect.OneOf("asked.organization_id", "departments")}";

    private string OfPromises =>
        $"SELECT kept.inquiry_id FROM promises kept WHERE {db.Dialect.OneOf("kept.owner_id", "departments")}";

    private static OrganizationId[] Organizations(ICurrentUser user, params IReadOnlyCollection<Role> roles) =>
        [.. user.Grants.Where(grant => roles.Contains(grant.Role)).Select(grant => grant.Organization).Distinct()];
}
