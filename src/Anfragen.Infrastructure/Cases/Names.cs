using Anfragen.Domain;
using Anfragen.Domain.Cases;
using Anfragen.Infrastructure.Database;

namespace Anfragen.Infrastructure.Cases;

/// <summary>Names of accounts and organisations that a case mentions.</summary>
internal sealed class Names
{
    private readonly Dictionary<Guid, string> _names;

    private Names(Dictionary<Guid, string> names) => _names = names;

    public string this[UserId user] => _names[user.Value];

    public string this[OrganizationId organization] => _names[organization.Value];

    public static async Task<Names> Of(DbSession db, InquiryCase @case, CancellationToken cancel)
    {
        var acts = @case.Inquiry.Acts.Concat(@case.Assignments.SelectMany(assignment => assignment.Acts))
            .Concat(@case.Answers.SelectMany(answer => answer.Acts)).Concat(@case.Replies.SelectMany(reply => reply.Acts))
            .Concat(@case.Publication.Acts).Concat(@case.Attachments.SelectMany(attachment => attachment.Acts)).ToList();
        var users = acts.Select(act => act.Occasion.Actor.User).Distinct().ToList();
        var organizations = acts.Select(act => act.Occasion.Actor.Organization)
            .Concat(@case.Assignments.Select(assignment => assignment.Department)).Concat(@case.Answers.Select(answer => answer.Department))
            .Concat(@case.Answers.SelectMany(answer => answer.EveryCoSigner))
            .Distinct().ToList();

        var rows = await db.List<NameRow>(
            $"""
            SELECT id, name FROM users WHERE {db.Dialect.OneOf("id", "users")}
            UNION ALL
            SELECT id, name FROM organizations WHERE {db.Dialect.OneOf("id", "organizations")}
            """,
            new { users, organizations }, cancel);
        return new Names(rows.ToDictionary(row => row.Id, row => row.Name));
    }

    private sealed record NameRow(Guid Id, string Name);
}
