using System.Globalization;
using Anfragen.Application.Backup;
using Anfragen.Application.Tests.Database;
using Anfragen.Infrastructure;
using Anfragen.Infrastructure.Backup;
using Anfragen.Infrastructure.Database;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using static Anfragen.Infrastructure.Demo.DemoCity;

namespace Anfragen.Application.Tests.Backup;

public sealed class ScheduledBackupsTests : IDisposable
{
    private static readonly DateTimeOffset Noon = new(2025, 9, 5, 10, 0, 0, TimeSpan.Zero);

    private readonly DirectoryInfo _root = Directory.CreateTempSubdirectory("anfragen-schedule-");

    public ScheduledBackupsTests() => Directory.CreateSymbolicLink(Path.Combine(_root.FullName, "migrations"), TestDatabase.Root.Migrations);

    private string Folder => Path.Combine(_root.FullName, "copies");

    private IReadOnlyList<string> Copies => [.. Directory.GetFiles(Folder).Select(copy => Path.GetFileName(copy)!).Order(StringComparer.Ordinal)];

    [Theory, Databases]
    public async Task A_missed_backup_is_made_up_for_then_one_a_day_and_only_old_copies_of_its_own_go(DatabaseKind database)
    {
        await using var app = await TestApp.On(database);
        var backups = Schedule(app, keep: 2);
        Directory.CreateDirectory(Folder);
        await File.WriteAllTextAsync(Path.Combine(Folder, "anfragen-vor-dem-umzug.db"), "meins");
        app.Clock.GoTo(Noon);
        Assert.Equal(BackupCondition.Pending, backups.State().Condition);

        // The last is at the same time of day as the one before, and the night before it has passed.
        foreach (var hours in (int[])[0, 1, 14, 15, 24, 48, 72])
        {
            app.Clock.GoTo(Noon.AddHours(hours));
            await backups.RunIfDue(CancellationToken.None);
        }

        Assert.Equal([72, 48, 15, 0], backups.State().Runs.Select(run => (int)(run.At - Noon).TotalHours));
        var extension = database == DatabaseKind.Sqlite ? "db" : "pgdump";
        Assert.Equal([$"anfragen-20250907T100000Z.{extension}", $"anfragen-20250908T100000Z.{extension}", "anfragen-vor-dem-umzug.db"], Copies);
        Assert.Equal(BackupCondition.Good, backups.State().Condition);
        Assert.Equal(new DateTimeOffset(2025, 9, 9, 0, 30, 0, TimeSpan.Zero), backups.State().Next);
    }

    [Theory, Databases]
    public async Task A_failure_is_told_with_its_reason_tried_again_after_an_hour_and_costs_no_copy(DatabaseKind database)
    {
        await using var app = await TestApp.On(database);
        var backups = Schedule(app, keep: 1);
        app.Clock.GoTo(Noon);
        await backups.RunIfDue(CancellationToken.None);
        var copies = Copies;
        await app.Session().Execute("DELETE FROM schema_migrations WHERE version = (SELECT MAX(version) FROM schema_migrations)", null, CancellationToken.None);

        foreach (var minutes in (int[])[0, 59, 60])
        {
            app.Clock.GoTo(Noon.AddDays(1).AddMinutes(minutes));
            await backups.RunIfDue(CancellationToken.None);
        }

        Assert.Equal(BackupCondition.Failed, backups.State().Condition);
        Assert.Equal(3, backups.State().Runs.Count);
        Assert.Contains("nicht auf dem Stand dieses Programms", backups.State().Runs[0].Failure, StringComparison.Ordinal);
        Assert.Equal(copies, Copies);

        app.Clock.GoTo(Noon.AddHours(26).AddMinutes(1));
        Assert.Equal(BackupCondition.Overdue, backups.State().Condition);
    }

    [Theory, Databases]
    public async Task A_forged_journal_is_backed_up_and_costs_no_older_copy(DatabaseKind database)
    {
        await using var app = await TestApp.On(database);
        var backups = Schedule(app, keep: 1);
        app.Clock.GoTo(Noon);
        await backups.RunIfDue(CancellationToken.None);
        await app.Session().Execute("UPDATE journal_head SET hash = 'x'", null, CancellationToken.None);

        foreach (var hours in (int[])[24, 26])
        {
            app.Clock.GoTo(Noon.AddHours(hours));
            await backups.RunIfDue(CancellationToken.None);
        }

        Assert.Equal(BackupCondition.Failed, backups.State().Condition);
        Assert.Equal((2, 2), (Copies.Count, backups.State().Runs.Count));
        Assert.Contains("Der Kopf des Journals", backups.State().Runs[0].Failure, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_folder_that_cannot_be_made_is_a_failure_and_not_an_end()
    {
        await using var app = await TestApp.On(DatabaseKind.Sqlite);
        await File.WriteAllTextAsync(Folder, "eine Datei");
        var backups = Schedule(app, keep: 2);

        await backups.RunIfDue(CancellationToken.None);

        Assert.Equal(BackupCondition.Overdue, backups.State().Condition);
        Assert.NotNull(Assert.Single(backups.State().Runs).Failure);
    }

    [Fact]
    public async Task A_history_that_somebody_spoiled_is_begun_anew()
    {
        await using var app = await TestApp.On(DatabaseKind.Sqlite);
        Directory.CreateDirectory(Path.Combine(_root.FullName, "data"));
        await File.WriteAllTextAsync(Path.Combine(_root.FullName, "data", "backups.json"), "[{");
        var backups = Schedule(app, keep: 2);

        await backups.RunIfDue(CancellationToken.None);

        Assert.Equal(BackupCondition.Good, backups.State().Condition);
        Assert.Equal(BackupCondition.Good, Schedule(app, keep: 2).State().Condition);
    }

    [Theory]
    [InlineData("02:30", "2025-09-05T10:00:00Z", "2025-09-05T00:30:00Z")]
    [InlineData("02:30", "2025-09-05T00:29:59Z", "2025-09-04T00:30:00Z")]
    [InlineData("23:59", "2025-09-05T10:00:00Z", "2025-09-04T21:59:00Z")]
    [InlineData("02:30", "2026-03-29T10:00:00Z", "2026-03-29T01:30:00Z")]
    [InlineData("02:30", "2025-10-26T10:00:00Z", "2025-10-26T01:30:00Z")]
    public void The_time_of_day_is_that_of_Berlin_also_when_clocks_are_changed(string at, string now, string due)
    {
        var schedule = new BackupSchedule(Folder, TimeOnly.Parse(at, CultureInfo.InvariantCulture), 1);

        Assert.Equal(Instant(due), schedule.LastDue(Instant(now)));
        Assert.True(schedule.NextDue(Instant(now)) > Instant(now));
    }

    [Theory]
    [InlineData(BackupSchedule.AtSetting, "25:00")]
    [InlineData(BackupSchedule.AtSetting, "nachts")]
    [InlineData(BackupSchedule.KeepSetting, "0")]
    [InlineData(BackupSchedule.KeepSetting, "viele")]
    public void A_wrong_setting_is_a_sentence_with_its_name(string setting, string value)
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?> { [setting] = value }).Build();

        var mistake = Assert.Throws<ArgumentException>(() => BackupSchedule.From(configuration, TestDatabase.Root));

        Assert.Contains(setting, mistake.Message, StringComparison.Ordinal);
    }

    [Theory, Databases]
    public async Task Only_the_administration_is_told_how_backups_stand(DatabaseKind database)
    {
        await using var app = await TestApp.On(database);

        Assert.Equal(BackupCondition.Off, (await app.As(Administrator, new GetBackupState())).Condition);
        await Assert.ThrowsAsync<Forbidden>(() => app.As(CouncilClerk, new GetBackupState()));
    }

    public void Dispose() => _root.Delete(recursive: true);

    private static DateTimeOffset Instant(string text) => DateTimeOffset.Parse(text, CultureInfo.InvariantCulture);

    private ScheduledBackups Schedule(TestApp app, int keep)
    {
        var root = AnfragenRoot.Find(_root.FullName, AppContext.BaseDirectory);
        return new(
            new BackupSchedule(Folder, new TimeOnly(2, 30), keep), new BackupHistory(root), app.Services.GetRequiredService<DatabaseBackup>(),
            app.Clock, NullLogger<ScheduledBackups>.Instance);
    }
}
