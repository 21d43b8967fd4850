using Anfragen.Application;
using Anfragen.Domain;
using Anfragen.Domain.Cases;
using Anfragen.Domain.Council;
using Anfragen.Infrastructure.Accounts;
using Anfragen.Infrastructure.Database;

namespace Anfragen.Infrastructure.Mail;

/// <summary>
/// Whose mailbox a message reaches today: those who hold the role there, and whoever deputises for one of them. Who cannot sign in is none of
/// them. Where a department has no staff, its head is told.
/// </summary>
internal sealed class Recipients(DbSession db, TimeProvider clock)
{
    private const string CanSignIn = "u.password_hash IS NOT NULL AND (u.locked_until IS NULL OR u.locked_until <> @for_ever)";

    private const string HoldsRole = """
        g.role = @role AND (@organization IS NULL OR g.organization_id = @organization)
          AND g.valid_from <= @today AND (g.valid_to IS NULL OR g.valid_to >= @today)
        """;

    private const string SelectRecipients = $"""
        SELECT u.id AS account, NULL AS principal, g.organization_id AS organization, c.timing
        FROM role_grants g
        JOIN users u ON u.id = g.user_id
        LEFT JOIN mail_choices c ON c.user_id = u.id AND c.kind = @kind
        WHERE {HoldsRole} AND {CanSignIn}
        UNION ALL
        SELECT u.id, p.id, g.organization_id, c.timing
        FROM role_grants g
        JOIN users p ON p.id = g.user_id AND (p.locked_until IS NULL OR p.locked_until <> @for_ever)
        JOIN deputyships d ON d.principal = p.id AND d.valid_from <= @today AND d.valid_to >= @today
        JOIN users u ON u.id = d.deputy
        LEFT JOIN mail_choices c ON c.user_id = u.id AND c.kind = @kind
        WHERE {HoldsRole} AND {CanSignIn}
        """;

    /// <summary>Each account once; in its own capacity rather than as a deputy.</summary>
    public async Task<IReadOnlyList<Recipient>> Of(MessageKind kind, OrganizationId? organization, CancellationToken cancel)
    {
        var found = await Holding(kind.To()!.Value, kind, organization, cancel);
        return found.Count == 0 && kind.To() == Role.DepartmentStaff ? await Holding(Role.HeadOfDepartment, kind, organization, cancel) : found;
    }

    /// <summary>Whether the person is still to be told of what was written for them in that organisation.</summary>
    public async Task<bool> Includes(UserId account, MessageKind kind, OrganizationId? organization, CancellationToken cancel) =>
        (await Of(kind, organization, cancel)).Any(recipient => recipient.Account == account && recipient.Timing != MessageTiming.Never);

    private async Task<IReadOnlyList<Recipient>> Holding(Role role, MessageKind kind, OrganizationId? organization, CancellationToken cancel)
    {
        var rows = await db.List<Row>(
            SelectRecipients, new { role, kind, organization, today = Berlin.Day(clock.GetUtcNow()), forEver = AccountRepository.ForEver }, cancel);
        return [.. rows.OrderBy(row => row.Principal is not null).DistinctBy(row => row.Account)
            .Select(row => new Recipient(row.Account, row.Principal, row.Organization, row.Timing ?? kind.Usual()))];
    }

    private sealed record Row
    {
        public UserId Account { get; init; }

        public UserId? Principal { get; init; }

        public OrganizationId Organization { get; init; }

        public MessageTiming? Timing { get; init; }
    }
}

/// <summary>Somebody who is told.</summary>
/// <param name="Principal">For whom the person deputises, or null.</param>
/// <param name="Organization">In which organisation the role holds.</param>
internal sealed record Recipient(UserId Account, UserId? Principal, OrganizationId Organization, MessageTiming Timing);
