using Anfragen.Application.Accounts;
using Anfragen.Application.Council;
using Anfragen.Application.Journal;
using Anfragen.Application.Tests.Cases;
using Anfragen.Application.Tests.Database;
using Anfragen.Domain;
using Anfragen.Domain.Council;
using Anfragen.Infrastructure.Council;
using Anfragen.Infrastructure.Database;
using Microsoft.Extensions.DependencyInjection;

namespace Anfragen.Application.Tests.Council;

public sealed class ImportCityTests
{
    private const string Small = """
        Stadt:
          Name: Musterstadt
        Organisationen:
          - Kennung: amt-1
            Art: Amt
            Name: Hauptamt
            Gehört zu: dez-1
          - Kennung: dez-1
            Art: Dezernat
            Name: Dezernat I
        Personen:
          - Kennung: meier
            Name: Eva Meier
            Anmeldung: e.meier
            Mitgliedschaften:
              - { Organisation: amt-1, Funktion: Leitung, Von: 2024-01-01 }
            Rollen:
              - { Rolle: Leitung, Organisation: amt-1 }
          - Kennung: kurz
            Name: Ole Kurz
            Anmeldung: o.kurz
        Vertretungen:
          - { Für: meier, Durch: kurz, Von: 2025-09-01, Bis: 2025-09-30 }
        """;

    [Theory, Databases]
    public async Task The_file_of_the_demo_city_changes_nothing_the_second_time(DatabaseKind kind)
    {
        await using var app = await TestApp.On(kind, founded: false);
        var file = Path.Combine(app.Services.GetRequiredService<Infrastructure.AnfragenRoot>().Templates, "mainz", "city.yaml");
        var import = new ImportCity { Text = await File.ReadAllTextAsync(file), Beside = CityFolder.Beside(file) };

        var first = await Ask(app, import);
        var second = await Ask(app, import);

        Assert.Contains(first.Changes, change => change is { Step: Step.AddEntry, Kind: "Organisation", Title: "Hauptamt" });
        Assert.Contains(first.Changes, change => change is { Step: Step.AddEntry, Kind: "Briefkopf", Title: "Landeshauptstadt Mainz" });
        Assert.Contains(first.Changes, change => change is { Step: Step.GrantRole, Title: "ob-buero: OB-Büro in OB-Büro" });
        Assert.Empty(second.Changes);
        Assert.Empty(second.NotInFile);
        Assert.Empty((await Ask(app, new VerifyJournal(null))).Findings);
    }

    [Theory, Databases]
    public async Task A_dry_run_tells_what_would_change_and_changes_nothing(DatabaseKind kind)
    {
        await using var app = await TestApp.On(kind, founded: false);
        await Import(app, Small);
        var before = await Rows(app);

        var dry = await Import(app, Small.Replace("Name: Hauptamt", "Name: Haupt- und Personalamt").Replace("Bis: 2025-09-30", "Bis: 2025-10-15"), dryRun: true);

        Assert.Equal(2, dry.Changes.Count);
        Assert.Contains(new ParticularChange("Name", "Hauptamt", "Haupt- und Personalamt"), dry.Changes[0].Particulars);
        Assert.Equal([new ParticularChange("Bis", "30.09.2025", "15.10.2025")], dry.Changes[1].Particulars);
        Assert.Equal(before, await Rows(app));
    }

    [Theory, Databases]
    public async Task Renaming_keeps_the_former_name_with_its_last_day(DatabaseKind kind)
    {
        await using var app = await TestApp.On(kind, founded: false);
        await Import(app, Small);

        await Import(app, Small.Replace("Name: Hauptamt", "Name: Haupt- und Personalamt"));

        var former = await app.Session().Single<FormerRow>("SELECT name, last_day FROM organization_names", null, CancellationToken.None);
        Assert.Equal(new FormerRow("Hauptamt", new DateOnly(2025, 9, 4)), former);
        Assert.Empty((await Import(app, Small.Replace("Name: Hauptamt", "Name: Haupt- und Personalamt"))).Changes);
    }

    [Theory, Databases]
    public async Task What_the_file_no_longer_names_stays_and_is_listed(DatabaseKind kind)
    {
        await using var app = await TestApp.On(kind, founded: false);
        await Import(app, Small);

        var import = await Import(app, """
            Stadt:
              Name: Musterstadt
            Organisationen:
              - Kennung: dez-1
                Art: Dezernat
                Name: Dezernat I
            """);

        Assert.Empty(import.Changes);
        Assert.Equal(["Organisation Hauptamt", "Person Eva Meier", "Person Ole Kurz"], import.NotInFile);
        Assert.Equal(1, await Count(app, "role_grants"));
    }

    [Theory, Databases]
    public async Task A_role_ends_with_the_day_in_the_file(DatabaseKind kind)
    {
        await using var app = await TestApp.On(kind, founded: false);
        await Import(app, Small);

        var import = await Import(app, Small.Replace("{ Rolle: Leitung, Organisation: amt-1 }", "{ Rolle: Leitung, Organisation: amt-1, Bis: 2025-12-31 }"));

        var change = Assert.Single(import.Changes);
        Assert.Equal((Step.EndRole, "e.meier: Leitung in Hauptamt"), (change.Step, change.Title));
        Assert.Equal(new DateOnly(2025, 12, 31), await app.Session().Single<DateOnly?>("SELECT valid_to FROM role_grants", null, CancellationToken.None));
        Assert.Empty((await Ask(app, new VerifyJournal(null))).Findings);
    }

    [Theory, Databases]
    public async Task A_file_does_not_end_a_department_for_which_work_waits(DatabaseKind kind)
    {
        const string file = """
            Stadt:
              Name: Mainz
              Verwaltung: Stadtverwaltung
            Organisationen:
              - Kennung: amt-10
                Art: Amt
                Name: Hauptamt
                Nummer: Amt 10
                Bis: 2025-12-31
            """;
        await using var app = await TestApp.On(kind);
        await new CasePlayer(app).Accepted("Wie viele Radwege gibt es?");
        var before = await Rows(app);

        var refused = await Assert.ThrowsAsync<FileMistakes>(() => Import(app, file));

        Assert.Equal(new FileMistake(5, CouncilRules.NoWorkIsWaiting.Text), Assert.Single(refused.Mistakes));
        Assert.Equal(before, await Rows(app));
    }

    [Theory, Databases]
    public async Task An_organization_that_ends_by_the_file_takes_its_roles_along(DatabaseKind kind)
    {
        await using var app = await TestApp.On(kind, founded: false);
        await Import(app, Small);
        var ended = Small.Replace("Gehört zu: dez-1", "Gehört zu: dez-1\n    Bis: 2025-12-31");

        var import = await Import(app, ended);

        Assert.Equal(
            [(Step.EndEntry, "Hauptamt"), (Step.EndRole, "e.meier: Leitung in Hauptamt")],
            import.Changes.Select(change => (change.Step, change.Title)));
        Assert.Equal(new DateOnly(2025, 12, 31), await app.Session().Single<DateOnly?>("SELECT valid_to FROM role_grants", null, CancellationToken.None));
        Assert.Empty((await Import(app, ended)).Changes);
        Assert.Empty((await Ask(app, new VerifyJournal(null))).Findings);
    }

    [Theory, Databases]
    public async Task Every_mistake_is_named_with_its_line_and_nothing_is_changed(DatabaseKind kind)
    {
        await using var app = await TestApp.On(kind, founded: false);
        var before = await Rows(app);

        var refused = await Assert.ThrowsAsync<FileMistakes>(() => Import(app, """
            Stadt:
              Name: Musterstadt
            Nummern:
              - Muster: "{seq:4}"
                Zählbereich: Jahr
            Organisationen:
              - Kennung: amt-1
                Art: Behörde
                Name: Hauptamt
              - Kennung: amt-1
                Art: Amt
                Name: Bauamt
                Gehört zu: dezernat
                Farbe: rot
            Personen:
              - Kennung: meier
                Name: Eva Meier
                Rollen:
                  - { Rolle: Chef, Organisation: amt-1, Von: 31.02.2025 }
            """));

        Assert.Equal([4, 8, 10, 10, 14, 19, 19, 19], refused.Mistakes.Select(mistake => mistake.Line));
        Assert.Contains(refused.Mistakes, mistake => mistake.Sentence == "„Behörde“ gibt es bei „Art“ nicht. Erlaubt sind: Fraktion, Gremium, Ortsbeirat, Dezernat, Amt, Ratsbüro, OB-Büro.");
        Assert.Contains(refused.Mistakes, mistake => mistake.Sentence.StartsWith("„Farbe“ gibt es hier nicht. Erlaubt sind (Organisation): Kennung, Art,", StringComparison.Ordinal));
        Assert.Equal(before, await Rows(app));
    }

    [Theory, Databases]
    public async Task A_rule_that_the_file_breaks_is_named_with_its_line(DatabaseKind kind)
    {
        await using var app = await TestApp.On(kind, founded: false);

        var refused = await Assert.ThrowsAsync<FileMistakes>(() => Import(app, Small.Replace("Rolle: Leitung", "Rolle: OB-Büro").Replace("Durch: kurz", "Durch: meier")));

        Assert.Equal(
            [(18, AccountRules.RoleFitsOrganization.Text), (23, CouncilRules.DeputyIsOther.Text)],
            refused.Mistakes.Select(mistake => (mistake.Line, mistake.Sentence)));
    }

    [Theory, Databases]
    public async Task An_organization_that_was_entered_by_hand_is_taken_over_by_its_name(DatabaseKind kind)
    {
        await using var app = await TestApp.On(kind, founded: false);
        var id = Guid.CreateVersion7();
        await app.Session().Execute(
            "INSERT INTO organizations (id, kind, name, sort_key, created_at, modified_at) VALUES (@id, 'Directorate', 'Dezernat I', 'dezernat i', @at, @at)",
            new { id, at = app.Clock.GetUtcNow() }, CancellationToken.None);

        await Import(app, Small);

        Assert.Equal("dez-1", await app.Session().Single<string>("SELECT key FROM organizations WHERE id = @id", new { id }, CancellationToken.None));
    }

    [Theory, Databases]
    public async Task Who_deputises_holds_the_roles_of_the_other_on_the_days_named(DatabaseKind kind)
    {
        await using var app = await TestApp.On(kind, founded: false);
        await Import(app, Small);
        await using var scope = app.Services.CreateAsyncScope();
        var sessions = scope.ServiceProvider.GetRequiredService<Infrastructure.Accounts.Sessions>();
        var deputy = await app.Session().Single<AccountRow>("SELECT id, security_stamp AS stamp FROM users WHERE login = 'o.kurz'", null, CancellationToken.None);
        var principal = await app.Session().Single<AccountRow>("SELECT id, security_stamp AS stamp FROM users WHERE login = 'e.meier'", null, CancellationToken.None);

        var during = await sessions.Find(deputy.Id, deputy.Stamp, CancellationToken.None);
        app.Clock.GoTo(new DateTimeOffset(2025, 10, 1, 0, 30, 0, TimeSpan.FromHours(2)));
        var after = await sessions.Find(deputy.Id, deputy.Stamp, CancellationToken.None);

        var grant = Assert.Single(during!.Grants);
        Assert.Equal((Role.HeadOfDepartment, (UserId?)principal.Id), (grant.Role, grant.OnBehalfOf));
        Assert.Equal(["Eva Meier"], during.DeputizesFor);
        Assert.Empty(after!.Grants);
    }

    [Theory, Databases]
    public async Task Nobody_deputises_for_somebody_whose_account_is_locked(DatabaseKind kind)
    {
        await using var app = await TestApp.On(kind, founded: false);
        await Import(app, Small);
        await using var scope = app.Services.CreateAsyncScope();
        var sessions = scope.ServiceProvider.GetRequiredService<Infrastructure.Accounts.Sessions>();
        var deputy = await app.Session().Single<AccountRow>("SELECT id, security_stamp AS stamp FROM users WHERE login = 'o.kurz'", null, CancellationToken.None);
        var principal = await app.Session().Single<AccountRow>("SELECT id, security_stamp AS stamp FROM users WHERE login = 'e.meier'", null, CancellationToken.None);

        await Ask(app, new LockAccount(principal.Id));

        Assert.Empty((await sessions.Find(deputy.Id, deputy.Stamp, CancellationToken.None))!.Grants);
    }

    private static Task<CityImport> Import(TestApp app, string text, bool dryRun = false) => Ask(app, new ImportCity { Text = text, DryRun = dryRun });

    private static Task<T> Ask<T>(TestApp app, MediatR.IRequest<T> request)
    {
        app.Clock.Pass();
        return app.Send(WellKnown.System, [new RoleGrant(Role.Administrator, WellKnown.Body)], request);
    }

    private static async Task<string> Rows(TestApp app)
    {
        var counts = new List<string>();
        foreach (var table in (string[])["organizations", "organization_names", "persons", "memberships", "users", "role_grants", "deputyships", "number_schemes"])
        {
            counts.Add($"{table} {await Count(app, table)}");
        }

        counts.Add($"journal {await app.Session().Single<long>("SELECT seq FROM journal_head", null, CancellationToken.None)}");
        return string.Join(", ", counts);
    }

    private static Task<long> Count(TestApp app, string table) => app.Session().Single<long>($"SELECT COUNT(*) FROM {table}", null, CancellationToken.None);

    private sealed record FormerRow(string Name, DateOnly LastDay);

    private sealed record AccountRow(UserId Id, string Stamp);
}
