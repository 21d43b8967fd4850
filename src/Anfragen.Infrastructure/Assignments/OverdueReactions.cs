using Anfragen.Application;
using Anfragen.Application.Deadlines;
using Anfragen.Domain;
using Anfragen.Domain.Assignments;
using Anfragen.Domain.Calendar;
using Anfragen.Domain.Council;
using Anfragen.Infrastructure.Cases;
using Anfragen.Infrastructure.Database;
using Microsoft.Extensions.DependencyInjection;

namespace Anfragen.Infrastructure.Assignments;

/// <summary>Tells the council office of assignments to which nobody has reacted in time. No use case: only the clock does it.</summary>
public sealed class OverdueReactions(IServiceScopeFactory scopes, RoutingSettings settings, TimeProvider clock)
{
    // How the journal names what no command does.
    private const string UseCase = "EscalateAssignments";

    private const int MostAtOnce = 100;

    private const string SelectWaiting = """
        SELECT w.inquiry_id AS inquiry, w.since FROM work_items w
        WHERE w.kind = 'React' AND w.since < @limit
              AND NOT EXISTS (SELECT 1 FROM work_items told WHERE told.role = 'CouncilOffice' AND told.organization_id = @nobody
                              AND told.kind = 'ChaseReaction' AND told.subject_id = w.subject_id)
        ORDER BY w.since, w.subject_id
        LIMIT @most
        """;

    private static readonly Actor Itself = new(WellKnown.System, Role.Administrator, WellKnown.Body);

    /// <summary>Escalates what is overdue; how many inquiries were concerned.</summary>
    public async Task<int> EscalateDue(CancellationToken cancel)
    {
        var now = ColumnType.CutToMilliseconds(clock.GetUtcNow());
        await using var scope = scopes.CreateAsyncScope();
        var calendar = (await scope.ServiceProvider.GetRequiredService<ICityRules>().On(Berlin.Day(now), cancel)).Calendar;
        // On that day or later it was assigned to whoever still has time.
        var first = Berlin.Instant(calendar.AddWorkingDays(Berlin.Day(now), -settings.ReactionDays), TimeOnly.MinValue);
        var waiting = await scope.ServiceProvider.GetRequiredService<DbSession>()
            .List<Row>(SelectWaiting, new { limit = first, nobody = Guid.Empty, most = MostAtOnce }, cancel);
        var escalated = 0;
        foreach (var inquiry in waiting.Where(row => IsOverdue(row.Since, now, calendar)).Select(row => row.Inquiry).Distinct())
        {
            if (await Escalate(inquiry, now, calendar, cancel)) escalated++;
        }

        return escalated;
    }

    private async Task<bool> Escalate(InquiryId inquiry, DateTimeOffset now, OfficeCalendar calendar, CancellationToken cancel)
    {
        await using var scope = scopes.CreateAsyncScope();
        var (db, journal) = (scope.ServiceProvider.GetRequiredService<DbSession>(), scope.ServiceProvider.GetRequiredService<IJournal>());
        var reader = ActivatorUtilities.CreateInstance<CaseReader>(scope.ServiceProvider, new Visible(new EveryCase(), db));
        var cases = ActivatorUtilities.CreateInstance<CaseRepository>(scope.ServiceProvider, reader);
        return await db.Run(
            async () =>
            {
                journal.Begin();
                var @case = await cases.Get(inquiry, cancel);
                // Somebody may have reacted while this waited at the gate.
                var due = @case.Assignments.Where(assignment => assignment is { State: AssignmentState.Offered, EscalatedAt: null }
                    && IsOverdue(assignment.WaitsSince, now, calendar)).ToList();
                if (due.Count == 0) return false;

                foreach (var assignment in due) assignment.Escalate(new Occasion(Itself, now));
                await cases.Save(@case, cancel);
                await journal.Write(UseCase, cancel);
                return true;
            },
            cancel);
    }

    private bool IsOverdue(DateTimeOffset since, DateTimeOffset now, OfficeCalendar calendar) =>
        Berlin.Day(now) > calendar.AddWorkingDays(Berlin.Day(since), settings.ReactionDays);

    private sealed record Row(InquiryId Inquiry, DateTimeOffset Since);

    /// <summary>The clock has no account; it sees what the council office sees.</summary>
    private sealed class EveryCase : ICurrentUser
    {
        public UserId? Id => WellKnown.System;

        public IReadOnlyList<RoleGrant> Grants { get; } = [new RoleGrant(Role.CouncilOffice, WellKnown.Body)];
    }
}
