using System.Net;
using Anfragen.Domain.Council;
using Anfragen.Infrastructure.Demo;
using Anfragen.Web.Tests.Accounts;
using Microsoft.Data.Sqlite;

namespace Anfragen.Web.Tests.Cli;

public sealed class CliTests(DemoRoot demo) : IClassFixture<DemoRoot>
{
    [Theory]
    [InlineData("anfragen")]
    [InlineData("anfragen migrate")]
    [InlineData("anfragen demo")]
    [InlineData("anfragen user")]
    [InlineData("anfragen user add")]
    [InlineData("anfragen render")]
    [InlineData("anfragen verify")]
    [InlineData("anfragen pdf")]
    [InlineData("anfragen pdf verify")]
    [InlineData("anfragen import")]
    [InlineData("anfragen backup")]
    [InlineData("anfragen restore")]
    [InlineData("anfragen reindex")]
    public async Task The_help_of_every_command_ends_with_an_example(string command)
    {
        var help = await CliRun.Of([.. command.Split(' ')[1..], "--help"]);

        Assert.Equal(0, help.Code);
        Assert.StartsWith(command, Example(help), StringComparison.Ordinal);
        Assert.Contains("Angaben:", help.Output);
        Assert.Contains("--database VERBINDUNG", help.Output);
        Assert.DoesNotContain("Show help", help.Output);
    }

    [Theory]
    [InlineData("user add")]
    [InlineData("render 1435/2025 --out antwort.pdf")]
    public async Task An_example_is_understood_as_it_stands(string command)
    {
        var words = command.Split(' ');
        var example = Example(await CliRun.Of([.. words.TakeWhile(word => char.IsAsciiLetterLower(word[0])), "--help"]));

        using var empty = new CliRoot();
        var run = await empty.Run(Words(example)[1..]);

        Assert.Equal(1, run.Code);
        Assert.Contains("anfragen migrate", run.Error);
    }

    [Theory]
    [InlineData("", "Hilfe: anfragen --help")]
    [InlineData("gibtesnicht", "Hilfe: anfragen --help")]
    [InlineData("user", "Hilfe: anfragen user --help")]
    [InlineData("user add --name Jana", "Es fehlt die Angabe --login.")]
    [InlineData("user add --name Jana --login jana --role Koenigin --organization Hauptamt", "Hilfe: anfragen user add --help")]
    [InlineData("user add --name Jana --login jana --role Administrator --organization Hauptamt --password geheim", "--password")]
    [InlineData("render --out antwort.pdf", "Hilfe: anfragen render --help")]
    [InlineData("render 1435/2025", "Es fehlt die Angabe --out.")]
    public async Task A_wrong_call_ends_with_2_and_a_hint(string line, string hint)
    {
        var run = await CliRun.Of(line.Split(' ', StringSplitOptions.RemoveEmptyEntries));

        Assert.Equal(2, run.Code);
        Assert.Contains(hint, run.Error);
        Assert.Empty(run.Output);
    }

    [Fact]
    public async Task A_database_that_is_not_migrated_is_refused_until_it_is()
    {
        using var root = new CliRoot();
        Directory.CreateDirectory(Path.GetDirectoryName(root.Database)!);
        await File.WriteAllBytesAsync(root.Database, []);

        var before = await root.Run("verify");
        var migrated = await root.Run("migrate");
        var again = await root.Run("migrate");
        var after = await root.Run("verify");

        Assert.Equal((1, ""), (before.Code, before.Output));
        Assert.Contains("Bitte zuerst ausführen: anfragen migrate", before.Error);
        Assert.Equal(0, migrated.Code);
        Assert.Contains("Ausgeführt: 0001_council", migrated.Output);
        Assert.Contains("Datenbank: 100 %", migrated.Error);
        Assert.Equal(0, again.Code);
        Assert.DoesNotContain("Ausgeführt", again.Output);
        Assert.Equal(0, after.Code);
    }

    [Fact]
    public async Task An_edited_migration_is_refused_with_its_name()
    {
        using var root = new CliRoot();
        await root.Run("migrate");
        await Sql(root.Database, "UPDATE schema_migrations SET sha256 = 'x' WHERE version = 3");

        var run = await root.Run("migrate");

        Assert.Equal(1, run.Code);
        Assert.Contains("0003_answers", run.Error);
    }

    [Fact]
    public async Task What_nobody_foresaw_is_a_sentence_and_70_and_never_a_stack_trace()
    {
        using var root = new CliRoot();
        await root.Run("migrate");
        await Sql(root.Database, "DROP TABLE journal_head");

        var run = await root.Run("verify");

        Assert.Equal(70, run.Code);
        Assert.Contains("ANFRAGEN_DEBUG=1", run.Error);
        Assert.DoesNotContain("   at ", run.Error);
    }

    [Theory]
    [InlineData("xyz", "Die Einstellung Anfragen:Database lässt sich nicht lesen.")]
    [InlineData("Keine=Verbindung", "Die Einstellung Anfragen:Database lässt sich nicht lesen.")]
    [InlineData("Host=127.0.0.1;Port=viele;Password=geheim", "Die Einstellung Anfragen:Database lässt sich nicht lesen.")]
    [InlineData("Host=127.0.0.1;Port=1;Timeout=2", "ist nicht zu erreichen oder nicht zu lesen")]
    public async Task A_database_that_cannot_be_opened_is_a_refusal(string database, string sentence)
    {
        var run = await CliRun.Of("verify", "--database", database);

        Assert.Equal((1, ""), (run.Code, run.Output));
        Assert.Contains(sentence, run.Error);
        Assert.DoesNotContain("geheim", run.Error);
        Assert.DoesNotContain("   at ", run.Error);
    }

    [Theory]
    [InlineData("verify")]
    [InlineData("render 1435/2025 --out antwort.pdf")]
    [InlineData("user add --name Jana --login jana --role Administrator --organization Stadtverwaltung")]
    public async Task A_file_that_does_not_exist_is_refused_and_not_made(string command)
    {
        using var root = new CliRoot();

        var run = await root.Run(command.Split(' '));

        Assert.Equal((1, ""), (run.Code, run.Output));
        Assert.Contains($"Die Datenbank (SQLite {root.Database}) gibt es nicht.", run.Error);
        Assert.False(Directory.Exists(Path.GetDirectoryName(root.Database)));
    }

    [Fact]
    public async Task The_demo_is_loaded_into_an_empty_database_only()
    {
        var again = await demo.Root.Run("demo");

        Assert.Equal(0, demo.Load.Code);
        Assert.All(DemoCity.Accounts, account => Assert.Contains($"  {account.Login} ", demo.Load.Output));
        Assert.Contains("Beispielstadt: 100 %", demo.Load.Error);
        Assert.Equal(1, again.Code);
        Assert.Contains("nicht leer", again.Error);
    }

    [Fact]
    public async Task The_reply_is_written_as_pdf_and_no_file_is_overwritten_unasked()
    {
        var file = demo.Root.File("antwort.pdf");

        var first = await demo.Root.Run("render", "1435/2025", "--out", file);
        var bytes = await File.ReadAllBytesAsync(file);
        await File.WriteAllTextAsync(file, "meins");
        var second = await demo.Root.Run("render", "1435/2025", "--out", file);
        var kept = await File.ReadAllTextAsync(file);
        var forced = await demo.Root.Run("render", "1435/2025", "--out", file, "--force");

        Assert.Equal(0, first.Code);
        Assert.Equal("%PDF-"u8.ToArray(), bytes[..5]);
        Assert.Equal(1, second.Code);
        Assert.Contains("--force", second.Error);
        Assert.Equal("meins", kept);
        Assert.Equal(0, forced.Code);
        Assert.Equal(bytes, await File.ReadAllBytesAsync(file));
    }

    [Fact]
    public async Task A_letter_of_the_demo_is_known_by_its_file_and_one_flipped_byte_is_found()
    {
        var (file, changed) = (demo.Root.File("echt.pdf"), demo.Root.File("falsch.pdf"));
        await demo.Root.Run("render", "1435/2025", "--out", file, "--force");
        var bytes = await File.ReadAllBytesAsync(file);
        bytes[bytes.Length / 2] ^= 1;
        await File.WriteAllBytesAsync(changed, bytes);

        var known = await demo.Root.Run("pdf", "verify", file);
        var forged = await demo.Root.Run("pdf", "verify", changed);
        var missing = await demo.Root.Run("pdf", "verify", demo.Root.File("gibtesnicht.pdf"));

        Assert.Equal((0, ""), (known.Code, known.Error));
        Assert.StartsWith("Echt: Das ist das Antwortschreiben zur Anfrage 1435/2025, wie es ausgestellt wurde.", known.Output, StringComparison.Ordinal);
        Assert.Contains("Das Schreiben gilt.", known.Output);
        Assert.Contains("Elektronisches Siegel von „Demo-Siegel der Beispielstadt (ohne Gültigkeit)“: unversehrt, es deckt die ganze Datei, gesetzt am 26.09.2025", known.Output);
        Assert.Equal((1, ""), (forged.Code, forged.Output));
        Assert.StartsWith("Diese Datei ist hier nicht bekannt.", forged.Error, StringComparison.Ordinal);
        Assert.Contains("Elektronisches Siegel von „Demo-Siegel der Beispielstadt (ohne Gültigkeit)“: ungültig.", forged.Error);
        Assert.Equal(1, missing.Code);
        Assert.Contains("gibt es nicht", missing.Error);
    }

    [Fact]
    public void The_seal_of_the_demo_is_the_operators_alone()
    {
        var file = new FileInfo(Path.Combine(demo.Root.Path, "data", "keys", "demo-siegel.pfx"));

        Assert.True(file.Exists);
        if (!OperatingSystem.IsWindows()) Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, file.UnixFileMode);
        Assert.Single(file.Directory!.GetFiles());
    }

    [Theory]
    [InlineData("9999/2025", "antwort-9999.pdf", "kein Antwortschreiben")]
    [InlineData("1435/2025", "kein/ordner/antwort.pdf", "lässt sich nicht schreiben")]
    public async Task A_reply_that_cannot_be_written_is_refused(string number, string file, string sentence)
    {
        var run = await demo.Root.Run("render", number, "--out", demo.Root.File(file));

        Assert.Equal(1, run.Code);
        Assert.Contains(sentence, run.Error);
        Assert.False(File.Exists(demo.Root.File(file)));
    }

    [Fact]
    public async Task Verification_finds_a_tampered_entry_and_nothing_before()
    {
        var before = await demo.Root.Run("verify");
        await Sql(demo.Root.Database, "CREATE TABLE kept AS SELECT role FROM journal WHERE seq = 40; DROP TRIGGER journal_no_update; UPDATE journal SET role = 'X' WHERE seq = 40");
        var after = await demo.Root.Run("verify");
        await Sql(demo.Root.Database, "UPDATE journal SET role = (SELECT role FROM kept) WHERE seq = 40");

        Assert.Equal(0, before.Code);
        Assert.Contains("Es gibt keinen Widerspruch.", before.Output);
        Assert.Contains("Journal: 100 %", before.Error);
        Assert.Equal(1, after.Code);
        Assert.Contains("Eintrag 40: Die Prüfsumme passt nicht zum Inhalt.", after.Error);
    }

    [Theory]
    [InlineData("kurz", "mindestens 12 Zeichen")]
    [InlineData("", "mindestens 12 Zeichen")]
    public async Task A_weak_password_is_refused(string password, string sentence)
    {
        var run = await CliRun.WithInput(password + "\n", [.. Adding("jana", Role.Administrator, "Stadtverwaltung"), "--root", demo.Root.Path]);

        Assert.Equal(1, run.Code);
        Assert.Contains(sentence, run.Error);
    }

    [Theory]
    [InlineData("spd", Role.Administrator, "Stadtverwaltung", "Diese Anmeldung gibt es schon.")]
    [InlineData("neu", Role.DepartmentStaff, "Nirgendamt", "Diese Organisation gibt es nicht")]
    [InlineData("neu", Role.DepartmentStaff, "Stadtverwaltung", "Diese Rolle gibt es in einer Organisation dieser Art nicht.")]
    public async Task An_account_that_breaks_a_rule_is_refused(string login, Role role, string organization, string sentence)
    {
        var run = await CliRun.WithInput("gartenzaun-und-mond\n", [.. Adding(login, role, organization), "--root", demo.Root.Path]);

        Assert.Equal(1, run.Code);
        Assert.Contains(sentence, run.Error);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task An_account_made_here_signs_in_at_the_web_application(bool fromFile)
    {
        using var host = new SignInHost();
        _ = host.Services;
        string[] args = [.. Adding("anna.richter", Role.Administrator, "Stadtverwaltung"), "--root", host.Root.FullName];
        var secret = Path.Combine(host.Root.FullName, "secret.txt");
        await File.WriteAllTextAsync(secret, SignInHost.Password + "\n");

        var added = fromFile ? await CliRun.Of([.. args, "--password-file", secret]) : await CliRun.WithInput(SignInHost.Password + "\n", args);
        using var response = await new Visitor(host).SignIn("anna.richter");

        Assert.Equal((0, ""), (added.Code, added.Error));
        Assert.Equal(HttpStatusCode.Redirect, response.StatusCode);
    }

    [Fact]
    public async Task A_city_file_is_tried_dry_and_then_imported()
    {
        using var root = new CliRoot();
        await root.Run("migrate");
        var file = root.File("stadt.yaml");
        await File.WriteAllTextAsync(file, "Stadt:\n  Name: Musterstadt\nOrganisationen:\n  - Kennung: amt-1\n    Art: Amt\n    Name: Hauptamt\n");

        var dry = await root.Run("city", "import", file, "--dry-run");
        var imported = await root.Run("city", "import", file);
        var again = await root.Run("city", "import", file);

        Assert.Equal((0, 0, 0), (dry.Code, imported.Code, again.Code));
        Assert.Contains("neu: Organisation Hauptamt", dry.Output);
        Assert.Contains("keine ausgeführt", dry.Output);
        Assert.Contains("neu: Organisation Hauptamt", imported.Output);
        Assert.Contains("Nichts zu ändern.", again.Output);
    }

    [Fact]
    public async Task A_mistake_in_a_city_file_is_named_with_file_and_line()
    {
        using var root = new CliRoot();
        await root.Run("migrate");
        var file = root.File("stadt.yaml");
        await File.WriteAllTextAsync(file, "Stadt:\n  Name: Musterstadt\nOrganisationen:\n  - Kennung: amt-1\n    Art: Behörde\n    Name: Hauptamt\n");

        var refused = await root.Run("city", "import", file);
        var missing = await root.Run("city", "import", root.File("fehlt.yaml"));

        Assert.Equal((1, 1), (refused.Code, missing.Code));
        Assert.Contains("stadt.yaml, Zeile 5: „Behörde“ gibt es bei „Art“ nicht. Erlaubt sind: Fraktion,", refused.Error);
        Assert.Contains("lässt sich nicht lesen", missing.Error);
    }

    [Fact]
    public async Task A_password_set_here_replaces_the_one_before()
    {
        using var host = new SignInHost();
        var login = await host.Account();

        var set = await CliRun.WithInput("ein neues langes Passwort\n", "user", "password", "--login", login, "--root", host.Root.FullName);
        using var before = await new Visitor(host).SignIn(login);
        using var after = await new Visitor(host).SignIn(login, "ein neues langes Passwort");

        Assert.Equal((0, ""), (set.Code, set.Error));
        Assert.NotEqual(HttpStatusCode.Redirect, before.StatusCode);
        Assert.Equal(HttpStatusCode.Redirect, after.StatusCode);
    }

    [Fact]
    public async Task Every_folder_is_as_good_to_start_from()
    {
        using var root = new CliRoot();
        var elsewhere = Directory.CreateDirectory(root.File("elsewhere")).FullName;
        var environment = new Dictionary<string, string> { ["Anfragen__Root"] = root.Path, ["Anfragen__Database"] = "Data Source=stadt/akten.db" };

        var migrated = await CliRun.In(elsewhere, environment, "migrate");
        var verified = await CliRun.In(root.Path, environment, "verify");

        Assert.Equal((0, 0), (migrated.Code, verified.Code));
        Assert.Empty(Directory.GetFileSystemEntries(elsewhere));
        Assert.True(File.Exists(root.File("stadt/akten.db")));
    }

    private static string[] Adding(string login, Role role, string organization) =>
        ["user", "add", "--name", "Anna Richter", "--login", login, "--role", role.ToString(), "--organization", organization];

    private static string Example(CliRun help) => help.Output.Split("Beispiel:")[1].Trim();

    private static string[] Words(string line) =>
        [.. line.Split('"').SelectMany((part, index) => index % 2 == 1 ? [part] : part.Split(' ', StringSplitOptions.RemoveEmptyEntries))];

    private static async Task Sql(string file, string sql)
    {
        await using var connection = new SqliteConnection($"Data Source={file};Pooling=False");
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        await command.ExecuteNonQueryAsync();
    }
}

/// <summary>The demo city, loaded once by the command itself.</summary>
public sealed class DemoRoot : IAsyncLifetime
{
    public CliRoot Root { get; } = new();

    public CliRun Load { get; private set; } = null!;

    public async Task InitializeAsync() => Load = await Root.Run("demo");

    public Task DisposeAsync()
    {
        Root.Dispose();
        return Task.CompletedTask;
    }
}
