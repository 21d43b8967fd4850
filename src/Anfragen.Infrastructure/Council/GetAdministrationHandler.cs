using Anfragen.Application.Council;
using Anfragen.Domain;
using Anfragen.Domain.Council;
using Anfragen.Infrastructure.Backup;
using Anfragen.Infrastructure.Database;
using Anfragen.Infrastructure.Mail;
using MediatR;

namespace Anfragen.Infrastructure.Council;

internal sealed class GetAdministrationHandler(CouncilReader reader, DbSession db, ScheduledBackups backups, OutboxFigures outbox, TimeProvider clock)
    : IRequestHandler<GetAdministration, AdministrationPage>
{
    private const string CountAccounts = """
        SELECT COUNT(*) AS accounts, COALESCE(SUM(CASE WHEN password_hash IS NULL THEN 1 ELSE 0 END), 0) AS invited FROM users WHERE id <> @system
        """;

    public async Task<AdministrationPage> Handle(GetAdministration query, CancellationToken cancel)
    {
        var register = await reader.Read(cancel);
        var today = Berlin.Day(clock.GetUtcNow());
        var accounts = await db.Single<Counts>(CountAccounts, new { system = WellKnown.System }, cancel);
        var organizations = register.Organizations.All.Where(organization => organization.Validity.Covers(today)).ToList();
        return new AdministrationPage
        {
            Organizations = organizations.Count,
            Persons = register.Persons.All.Count,
            Accounts = (int)accounts.Accounts,
            Invited = (int)accounts.Invited,
            Deputyships = register.Deputyships.All.Count(deputyship => deputyship.Validity.Covers(today)),
            Scheme = register.Schemes.All.Where(scheme => scheme.ValidFrom <= today).MaxBy(scheme => scheme.ValidFrom)!.Template,
            Term = register.Terms.All.FirstOrDefault(term => term.Validity.Covers(today))?.Title(register),
            Signatories = [.. register.Signatories.All.Where(signatory => signatory.Validity.Covers(today)).Select(signatory => signatory.Title(register))],
            CoSignatures = register.CoSignatures.All.Single().Stages,
            Sender = register.Letterheads.All.SingleOrDefault()?.Sender,
            Backup = backups.State().Condition,
            Outbox = await outbox.Condition(cancel),
            HasCouncilOffice = organizations.Exists(organization => organization.Type == OrganizationKind.CouncilOffice),
        };
    }

    private sealed record Counts(long Accounts, long Invited);
}
