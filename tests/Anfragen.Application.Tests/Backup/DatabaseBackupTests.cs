using Anfragen.Application.Tests.Cases;
using Anfragen.Application.Tests.Database;
using Anfragen.Infrastructure;
using Anfragen.Infrastructure.Backup;
using Anfragen.Infrastructure.Database;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace Anfragen.Application.Tests.Backup;

public sealed class DatabaseBackupTests : IDisposable
{
    private const int Writers = 8;
    private const int Backups = 20;

    private readonly Vault _vault = new();

    [Theory, Databases]
    public async Task Backups_made_while_eight_people_write_are_whole_each_of_them(DatabaseKind database)
    {
        await using var app = await TestApp.On(database);
        await new CasePlayer(app).Delivered("Wie viele?", "Wie breit?");
        var files = await app.Session().Single<long>("SELECT COUNT(*) FROM files -- reads all: how many are stored", null, CancellationToken.None);
        using var enough = new CancellationTokenSource();
        // Every backup is read whole three times: a database that grows as fast as it can would be all the test measures.
        using var allowance = new SemaphoreSlim(0);
        var written = 0;
        var writers = Enumerable.Range(0, Writers).Select(_ => Task.Run(async () =>
        {
            while (await IsAllowed(allowance, enough.Token))
            {
                await new CasePlayer(app).Registered("Wie lang?", "Wie hoch?");
                Interlocked.Increment(ref written);
            }
        })).ToList();

        var before = 0L;
        try
        {
            for (var number = 0; number < Backups; number++)
            {
                allowance.Release(2 * Writers);
                var report = await _vault.Write(SourceOf(app), $"{number}");
                await using var target = await TestDatabase.Empty(database);
                var restored = await _vault.Restore($"{number}", target.ConnectionString);

                var verdict = await Vault.Verify(target.ConnectionString);
                Assert.Empty(verdict.Findings);
                Assert.Equal((report.Content.Entries, report.Content.HeadHash, files), (verdict.Entries, verdict.HeadHash, report.Content.Files));
                Assert.Equal((report.Sha256, report.Content.HeadHash), (restored.Sha256, restored.Content.HeadHash));
                Assert.True(verdict.Entries >= before);
                before = verdict.Entries;
            }
        }
        finally
        {
            await enough.CancelAsync();
        }

        await Task.WhenAll(writers);
        Assert.True(written > Writers, $"Only {written} inquiries were written meanwhile.");
        Assert.Equal(Enumerable.Range(0, Backups).Select(number => $"{number}").Order(StringComparer.Ordinal), _vault.Names);
    }

    [Theory, Databases]
    public async Task A_database_with_content_is_replaced_only_when_that_is_asked_for(DatabaseKind database)
    {
        await using var app = await TestApp.On(database);
        await new CasePlayer(app).Submitted("Wie viele?");
        var report = await _vault.Write(SourceOf(app), "sicherung");
        await using var other = await TestDatabase.Create(database);
        var empty = await Vault.Verify(other.ConnectionString);
        NpgsqlConnection.ClearAllPools();

        var refused = await Assert.ThrowsAsync<BackupRefused>(() => _vault.Restore("sicherung", other.ConnectionString));
        Assert.Contains("--replace", refused.Message, StringComparison.Ordinal);
        Assert.Equal(empty.HeadHash, (await Vault.Verify(other.ConnectionString)).HeadHash);

        var restored = await _vault.Restore("sicherung", other.ConnectionString, replace: true);
        Assert.Equal(report.Content.HeadHash, (await Vault.Verify(other.ConnectionString)).HeadHash);
        if (database == DatabaseKind.PostgreSql) return;
        Assert.Equal(empty.HeadHash, (await Vault.Verify($"Data Source={restored.Kept}")).HeadHash);
    }

    [Theory, Databases]
    public async Task A_database_in_use_is_not_replaced(DatabaseKind database)
    {
        await using var app = await TestApp.On(database);
        await _vault.Write(SourceOf(app), "sicherung");
        await app.Session().List<string>("SELECT login FROM users", null, CancellationToken.None);

        var refused = await Assert.ThrowsAsync<BackupRefused>(() => _vault.Restore("sicherung", SourceOf(app), replace: true));

        Assert.Contains("wird gerade benutzt", refused.Message, StringComparison.Ordinal);
        Assert.True((await Vault.Verify(SourceOf(app))).Findings.Count == 0);
    }

    [Theory, Databases]
    public async Task A_backup_that_was_changed_is_refused_and_the_database_stays(DatabaseKind database)
    {
        await using var app = await TestApp.On(database);
        await new CasePlayer(app).Submitted("Wie viele?");
        await _vault.Write(SourceOf(app), "sicherung");
        var bytes = await File.ReadAllBytesAsync(_vault["sicherung"]);
        await File.WriteAllBytesAsync(_vault["abgeschnitten"], bytes[..(bytes.Length / 2)]);
        await File.WriteAllTextAsync(_vault["anderes"], "Das ist ein Brief und keine Sicherung.");
        await using var other = await TestDatabase.Create(database);
        var before = (await Vault.Verify(other.ConnectionString)).HeadHash;
        NpgsqlConnection.ClearAllPools();

        foreach (var name in (string[])["abgeschnitten", "anderes", "fehlt"])
        {
            await Assert.ThrowsAsync<BackupRefused>(() => _vault.Restore(name, other.ConnectionString, replace: true));
        }

        Assert.Equal(before, (await Vault.Verify(other.ConnectionString)).HeadHash);
    }

    [Theory, Databases]
    public async Task A_forged_journal_is_copied_and_told_and_comes_back_only_where_that_is_asked_for(DatabaseKind database)
    {
        await using var app = await TestApp.On(database);
        await new CasePlayer(app).Submitted("Wie viele?");
        var trigger = database == DatabaseKind.Sqlite ? "DROP TRIGGER journal_no_update" : "DROP TRIGGER journal_append_only ON journal";
        await app.Session().Execute($"{trigger}; UPDATE journal SET role = 'X' WHERE seq = 1", null, CancellationToken.None);

        var report = await _vault.Write(SourceOf(app), "gefaelscht");
        await using var target = await TestDatabase.Empty(database);
        var refused = await Assert.ThrowsAsync<BackupRefused>(() => _vault.Restore("gefaelscht", target.ConnectionString));
        var restored = await _vault.Restore("gefaelscht", target.ConnectionString, withFindings: true);

        Assert.Contains("Eintrag 1", report.Content.Contradiction, StringComparison.Ordinal);
        Assert.Contains("--with-findings", refused.Message, StringComparison.Ordinal);
        Assert.Equal(report.Content.Findings, restored.Content.Findings);
        Assert.Equal(report.Content.Findings, (await Vault.Verify(target.ConnectionString)).Findings);
    }

    [Theory, Databases]
    public async Task No_file_is_overwritten_and_a_missing_folder_is_a_sentence(DatabaseKind database)
    {
        await using var app = await TestApp.On(database);
        await File.WriteAllTextAsync(_vault["meins"], "meins");

        var taken = await Assert.ThrowsAsync<BackupRefused>(() => _vault.Write(SourceOf(app), "meins"));
        var nowhere = await Assert.ThrowsAsync<BackupRefused>(() => _vault.Write(SourceOf(app), "kein/ordner/sicherung"));

        Assert.Contains("gibt es schon", taken.Message, StringComparison.Ordinal);
        Assert.Contains("Gibt es den Ordner", nowhere.Message, StringComparison.Ordinal);
        Assert.Equal("meins", await File.ReadAllTextAsync(_vault["meins"]));
    }

    [Theory, Databases]
    public async Task A_backup_that_is_given_up_leaves_nothing(DatabaseKind database)
    {
        await using var app = await TestApp.On(database);
        using var cancelled = new CancellationTokenSource();
        await cancelled.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => _vault.Write(SourceOf(app), "sicherung", cancel: cancelled.Token));

        Assert.Empty(_vault.Names);
    }

    [Theory, Databases]
    public async Task An_older_backup_is_brought_up_to_date_on_its_way_back(DatabaseKind database)
    {
        var latest = Directory.GetFiles(TestDatabase.Root.Migrations).Select(file => Path.GetFileName(file)!).Max(StringComparer.Ordinal)![..4];
        await using var old = await TestDatabase.Empty(database);
        await new Migrator(old.Connections, RootBefore(latest), TimeProvider.System).Migrate(CancellationToken.None);
        var refused = await Assert.ThrowsAsync<BackupRefused>(() => _vault.Write(old.ConnectionString, "neu"));
        await RawCopy(old, _vault["alt"]);
        await using var target = await TestDatabase.Empty(database);

        var restored = await _vault.Restore("alt", target.ConnectionString);

        Assert.Contains($"es fehlt {latest}", refused.Message, StringComparison.Ordinal);
        Assert.StartsWith($"{latest}_", Assert.Single(restored.Migrated), StringComparison.Ordinal);
        Assert.Empty((await Vault.Verify(target.ConnectionString)).Findings);
    }

    [PostgreSqlFact]
    public async Task A_rehearsal_restores_the_backup_and_leaves_no_database_behind()
    {
        await using var app = await TestApp.On(DatabaseKind.PostgreSql);
        await new CasePlayer(app).Submitted("Wie viele?");

        var report = await _vault.Write(SourceOf(app), "sicherung", rehearse: true);

        Assert.Contains("zur Probe in eine eigene Datenbank eingespielt", report.Content.Verified, StringComparison.Ordinal);
        Assert.Equal(0, await app.Session().Single<long>("SELECT count(*) FROM pg_database WHERE datname LIKE 'anfragen_probe_%'", null, CancellationToken.None));
    }

    [PostgreSqlFact]
    public async Task A_restore_on_the_server_that_is_broken_off_leaves_the_old_or_the_new()
    {
        await using var app = await TestApp.On(DatabaseKind.PostgreSql);
        await new CasePlayer(app).Delivered("Wie viele?");
        var wanted = (await _vault.Write(SourceOf(app), "sicherung")).Content.HeadHash;
        await using var target = await TestDatabase.Create(DatabaseKind.PostgreSql);
        var old = (await Vault.Verify(target.ConnectionString)).HeadHash;

        var seen = new List<string>();
        foreach (var milliseconds in (int[])[400, 1100, 1500, 60_000])
        {
            NpgsqlConnection.ClearAllPools();
            using var broken = new CancellationTokenSource(milliseconds);
            await Record.ExceptionAsync(() => _vault.Restore("sicherung", target.ConnectionString, replace: true, cancel: broken.Token));
            var verdict = await Vault.Verify(target.ConnectionString);
            Assert.Empty(verdict.Findings);
            Assert.Contains(verdict.HeadHash, (string[])[old, wanted]);
            seen.Add(verdict.HeadHash);
        }

        Assert.Equal((old, wanted), (seen[0], seen[^1]));
    }

    [Fact]
    public async Task A_database_in_operation_is_no_backup()
    {
        await using var app = await TestApp.On(DatabaseKind.Sqlite);
        await new CasePlayer(app).Submitted("Wie viele?");
        var running = new SqliteConnectionStringBuilder(SourceOf(app)).DataSource;
        File.Copy(running, _vault["kopie"]);
        File.Copy(running + "-wal", _vault["kopie-wal"]);
        await using var target = await TestDatabase.Empty(DatabaseKind.Sqlite);

        var refused = await Assert.ThrowsAsync<BackupRefused>(() => _vault.Restore("kopie", target.ConnectionString));

        Assert.Contains("in Betrieb", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_damaged_database_can_be_replaced_and_its_log_does_not_reach_the_new_one()
    {
        await using var app = await TestApp.On(DatabaseKind.Sqlite);
        var wanted = (await _vault.Write(SourceOf(app), "sicherung")).Content.HeadHash;
        await File.WriteAllTextAsync(_vault["anfragen.db"], "kaputt");
        await File.WriteAllTextAsync(_vault["anfragen.db-wal"], "kaputt");

        var restored = await _vault.Restore("sicherung", $"Data Source={_vault["anfragen.db"]}", replace: true);

        Assert.Equal("kaputt", await File.ReadAllTextAsync(restored.Kept!));
        Assert.False(File.Exists(_vault["anfragen.db-wal"]));
        Assert.Equal(wanted, (await Vault.Verify($"Data Source={_vault["anfragen.db"]}")).HeadHash);
    }

    [Fact]
    public async Task Only_the_operator_reads_a_backup()
    {
        if (OperatingSystem.IsWindows()) return;
        await using var app = await TestApp.On(DatabaseKind.Sqlite);
        await _vault.Write(SourceOf(app), "sicherung");
        await using var target = await TestDatabase.Empty(DatabaseKind.Sqlite);
        await _vault.Restore("sicherung", target.ConnectionString);

        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(_vault["sicherung"]));
    }

    public void Dispose() => _vault.Dispose();

    private static async Task<bool> IsAllowed(SemaphoreSlim allowance, CancellationToken enough)
    {
        try
        {
            await allowance.WaitAsync(enough);
            return true;
        }
        catch (OperationCanceledException)
        {
            return false;
        }
    }

    private static string SourceOf(TestApp app) => app.Configuration[DatabaseOptions.Setting]!;

    // The program before its latest migration.
    private AnfragenRoot RootBefore(string latest)
    {
        var root = Directory.CreateDirectory(_vault["root"]).FullName;
        var migrations = Directory.CreateDirectory(Path.Combine(root, "migrations")).FullName;
        foreach (var file in Directory.GetFiles(TestDatabase.Root.Migrations).Where(file => !Path.GetFileName(file).StartsWith(latest, StringComparison.Ordinal)))
        {
            File.Copy(file, Path.Combine(migrations, Path.GetFileName(file)));
        }

        return AnfragenRoot.Find(root, AppContext.BaseDirectory);
    }

    // As an earlier version of the program wrote it.
    private static async Task RawCopy(TestDatabase source, string file)
    {
        if (source.Kind == DatabaseKind.Sqlite)
        {
            await using var connection = new SqliteConnection($"{source.ConnectionString};Pooling=False");
            await connection.OpenAsync();
            await using var command = connection.CreateCommand();
            command.CommandText = $"VACUUM INTO '{file}'";
            await command.ExecuteNonQueryAsync();
            return;
        }

        var server = new NpgsqlConnectionStringBuilder(source.ConnectionString);
        await new PostgreSqlPrograms(server, server.Database!).Run("pg_dump", ["--format=custom", $"--file={file}"], CancellationToken.None);
    }
}
