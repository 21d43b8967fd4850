using System.Globalization;
using Anfragen.Domain;
using Anfragen.Domain.Cases;
using Anfragen.Domain.Council;
using Anfragen.Infrastructure.Database;

namespace Anfragen.Infrastructure.Mail;

/// <summary>What stands in somebody's morning digest: the tasks of all their roles, and what was put off to it.</summary>
internal sealed class DigestContent(DbSession db, Recipients recipients, TimeProvider clock)
{
    /// <summary>Of each inbox; whoever has more looks into the program.</summary>
    private const int MostTasks = 100;

    private const string SelectRoles = """
        SELECT DISTINCT g.role, g.organization_id AS organization
        FROM role_grants g
        WHERE (g.user_id = @account
               OR g.user_id IN (SELECT d.principal FROM deputyships d WHERE d.deputy = @account AND d.valid_from <= @today AND d.valid_to >= @today))
          AND g.valid_from <= @today AND (g.valid_to IS NULL OR g.valid_to >= @today)
        """;

    // A draft of one's own needs no reminder.
    private const string SelectTasks = """
        SELECT w.kind, w.questions, w.since, w.due_on, i.number, i.subject
        FROM work_items w JOIN inquiries i ON i.id = w.inquiry_id
        WHERE w.role = @role AND w.organization_id = @organization AND w.since <= @now AND w.kind <> 'FinishDraft'
        ORDER BY w.since, w.subject_id
        LIMIT @most
        """;

    private const string HasTask = """
        SELECT 1 FROM work_items w
        WHERE w.role = @role AND w.organization_id = @organization AND w.since <= @now AND w.kind <> 'FinishDraft'
        ORDER BY w.since, w.subject_id
        LIMIT 1
        """;

    private const string SelectPutOff = """
        SELECT o.kind, o.organization_id AS organization, o.questions, i.number, i.subject
        FROM outbox o JOIN inquiries i ON i.id = o.inquiry_id
        WHERE o.digest_id = @digest
        ORDER BY o.id
        """;

    private const string SelectLastDay = "SELECT made_at FROM digest_days WHERE day < @today ORDER BY day DESC LIMIT 1";

    /// <summary>Whether a task waits for the person.</summary>
    public async Task<bool> HasTasks(UserId account, CancellationToken cancel)
    {
        foreach (var inbox in await Inboxes(account, cancel))
        {
            if (await db.SingleOrDefault<int?>(HasTask, new { inbox.Role, inbox.Organization, now = clock.GetUtcNow() }, cancel) is not null) return true;
        }

        return false;
    }

    /// <summary>Fills in the template's placeholders; whether there is anything to tell.</summary>
    public async Task<bool> Fill(Dictionary<string, string> values, OutboxRow row, MailTemplate template, CancellationToken cancel)
    {
        var now = clock.GetUtcNow();
        var last = await db.SingleOrDefault<DateTimeOffset?>(SelectLastDay, new { today = Berlin.Day(now) }, cancel) ?? now.AddDays(-1);
        var tasks = new List<TaskRow>();
        foreach (var inbox in await Inboxes(row.Account, cancel))
        {
            tasks.AddRange(await db.List<TaskRow>(SelectTasks, new { inbox.Role, inbox.Organization, now, most = MostTasks }, cancel));
        }

        var told = await PutOff(row, cancel);
        var sorted = tasks.OrderBy(task => task.Since).ToLookup(task => task.Since >= last);
        values["Datum"] = Day(now);
        var today = Berlin.Day(now);
        values["Neu"] = Lines(sorted[true].Select(task => $"{Line(task, template)}{Due(task, today)}"));
        values["Wartend"] = Lines(sorted[false].Select(task => $"{Line(task, template)}, seit {Day(task.Since)}{Due(task, today)}"));
        values["Gemeldet"] = Lines(told.Select(message => template.Of(message.Kind).Subject.Plain(
            new Dictionary<string, string>(values) { ["Nummer"] = message.Number ?? "", ["Betreff"] = message.Subject, ["Fragen"] = message.Questions })));
        return tasks.Count + told.Count > 0;
    }

    // As with every mail, only what the person is still to be told.
    private async Task<IReadOnlyList<PutOffRow>> PutOff(OutboxRow digest, CancellationToken cancel)
    {
        var told = new List<PutOffRow>();
        foreach (var same in (await db.List<PutOffRow>(SelectPutOff, new { digest = digest.Id }, cancel)).GroupBy(row => (row.Kind, row.Organization)))
        {
            if (await recipients.Includes(digest.Account, same.Key.Kind, same.Key.Organization, cancel)) told.AddRange(same);
        }

        return told;
    }

    private async Task<IReadOnlyList<(Role Role, Guid Organization)>> Inboxes(UserId account, CancellationToken cancel)
    {
        var roles = await db.List<HeldRow>(SelectRoles, new { account, today = Berlin.Day(clock.GetUtcNow()) }, cancel);
        return [.. roles.SelectMany(row => new[] { (row.Role, row.Organization.Value), (row.Role, Guid.Empty) }).Distinct()];
    }

    private static string Line(TaskRow task, MailTemplate template)
    {
        var questions = task.Questions.Length == 0 ? "" : $", Frage {task.Questions}";
        return $"{template.NameOf(task.Kind)}: {(task.Number is null ? "" : $"Nr. {task.Number}, ")}{task.Subject}{questions}";
    }

    private static string Due(TaskRow task, DateOnly today) => task.DueOn switch
    {
        null => "",
        { } day when day < today => $", Frist war am {Day(day)}",
        { } day when day == today => ", heute fällig",
        { } day => $", fällig am {Day(day)}",
    };

    private static string Lines(IEnumerable<string> lines) => string.Join("\n", lines.Select(line => $"- {line}"));

    private static string Day(DateTimeOffset instant) => Day(Berlin.Day(instant));

    private static string Day(DateOnly day) => day.ToString("dd.MM.yyyy", CultureInfo.InvariantCulture);

    private sealed record HeldRow(Role Role, OrganizationId Organization);

    private sealed record TaskRow
    {
        public WorkKind Kind { get; init; }

        public string Questions { get; init; } = "";

        public DateTimeOffset Since { get; init; }

        public DateOnly? DueOn { get; init; }

        public string? Number { get; init; }

        public string Subject { get; init; } = "";
    }

    private sealed record PutOffRow
    {
        public MessageKind Kind { get; init; }

        public OrganizationId? Organization { get; init; }

        public string Questions { get; init; } = "";

        public string? Number { get; init; }

        public string Subject { get; init; } = "";
    }
}
