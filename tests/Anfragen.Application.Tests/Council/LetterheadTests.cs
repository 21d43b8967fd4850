using Anfragen.Application.Council;
using Anfragen.Application.Journal;
using Anfragen.Application.Replies;
using Anfragen.Application.Tests.Cases;
using Anfragen.Application.Tests.Database;
using Anfragen.Application.Tests.Documents;
using Anfragen.Domain;
using Anfragen.Domain.Council;
using Anfragen.Infrastructure.Database;
using FluentValidation;
using static Anfragen.Infrastructure.Demo.DemoCity;

namespace Anfragen.Application.Tests.Council;

public sealed class LetterheadTests
{
    private const string File = """
        Stadt:
          Name: Musterstadt
        Briefkopf:
          Absender: Stadt Musterstadt
          Stelle: Die Bürgermeisterin
          Anschrift:
            - Markt 1
            - 12345 Musterstadt
          Rücksendezeile: Stadt Musterstadt · Markt 1
          Kontakt:
            Telefon: 0123 45-0
            E-Mail: rat@musterstadt.example
          Wappen: arms.svg
        """;

    private static readonly byte[] Arms = SampleFiles.Bytes("""<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 10 10"><path d="M0 0H10V10Z"/></svg>""");

    [Theory, Databases]
    public async Task An_import_takes_the_letterhead_with_its_arms_and_changes_nothing_the_second_time(DatabaseKind kind)
    {
        await using var app = await TestApp.On(kind, founded: false);

        var change = Assert.Single((await Import(app, File)).Changes, change => change.Kind == "Briefkopf");
        var second = await Import(app, File);

        Assert.Equal((Step.AddEntry, "Stadt Musterstadt"), (change.Step, change.Title));
        Assert.Equal(
            [
                "Absender: Stadt Musterstadt", "Stelle: Die Bürgermeisterin", "Anschrift, 1. Zeile: Markt 1", "Anschrift, 2. Zeile: 12345 Musterstadt",
                "Rücksendezeile: Stadt Musterstadt · Markt 1", "Kontakt, Telefon: 0123 45-0", "Kontakt, E-Mail: rat@musterstadt.example",
                $"Wappen: {Digest.OfBytes(Arms)}",
            ],
            change.Particulars.Select(particular => $"{particular.Name}: {particular.After}"));
        Assert.Empty(second.Changes);
        Assert.Equal(1, await StoredArms(app));
        Assert.Empty((await Ask(app, new VerifyJournal(null))).Findings);
    }

    [Theory, Databases]
    public async Task A_dry_run_shows_what_would_change_and_stores_no_picture(DatabaseKind kind)
    {
        await using var app = await TestApp.On(kind, founded: false);
        await Import(app, File.Replace("  Wappen: arms.svg", "", StringComparison.Ordinal));

        var dry = await Import(app, File.Replace("0123 45-0", "0123 45-1", StringComparison.Ordinal), dryRun: true);

        Assert.Equal(
            [new ParticularChange("Kontakt, Telefon", "0123 45-0", "0123 45-1"), new ParticularChange("Wappen", null, Digest.OfBytes(Arms))],
            Assert.Single(dry.Changes).Particulars);
        Assert.Equal(0, await StoredArms(app));
    }

    [Theory, Databases]
    public async Task A_file_without_a_letterhead_leaves_it_as_it_is(DatabaseKind kind)
    {
        await using var app = await TestApp.On(kind, founded: false);
        await Import(app, File);

        Assert.Empty((await Import(app, "Stadt: { Name: Musterstadt }")).Changes);
    }

    [Theory]
    [InlineData("  Absender: Stadt Musterstadt\n", "", 4, "„Absender“ fehlt (Briefkopf).")]
    [InlineData("Stelle:", "Farbe:", 5, "„Farbe“ gibt es hier nicht. Erlaubt sind (Briefkopf): Absender, Stelle, Anschrift, Rücksendezeile, Kontakt, Wappen.")]
    [InlineData("arms.svg", "../arms.svg", 13, "„../arms.svg“ ist kein Dateiname. Das Wappen liegt neben dieser Datei: eine SVG- oder PNG-Datei, ohne Ordner angegeben.")]
    [InlineData("arms.svg", "fehlt.svg", 13, "Neben dieser Datei liegt keine Datei „fehlt.svg“.")]
    [InlineData("arms.svg", "text.svg", 13, "Die Datei „text.svg“ taugt nicht als Wappen: SVG-Datei, Zeile 1: Das Element „text“ wird nicht gezeichnet; bitte in Pfade umwandeln.")]
    [InlineData("Telefon: 0123 45-0", "Telefon: [1, 2]", 11, "Bei „Kontakt“ steht auf jeder Zeile eine Bezeichnung, ein Doppelpunkt und ein Text.")]
    [InlineData("· Markt 1", "· Marktplatz am Alten Rathaus 1 · 12345 Musterstadt", 9, "„Rücksendezeile“ hat mehr als 60 Zeichen auf einer Zeile.")]
    [InlineData("    - Markt 1\n", "    - a\n    - b\n    - c\n    - d\n", 4, "Im Briefkopf haben höchstens 4 Zeilen Anschrift und 6 Kontaktangaben Platz.")]
    public async Task A_mistake_is_named_with_its_line_and_nothing_is_changed(string right, string wrong, int line, string sentence)
    {
        await using var app = await TestApp.On(DatabaseKind.Sqlite, founded: false);

        var refused = await Assert.ThrowsAsync<FileMistakes>(() => Import(app, File.Replace(right, wrong, StringComparison.Ordinal)));

        Assert.Equal(new FileMistake(line, sentence), Assert.Single(refused.Mistakes));
        Assert.Equal(0, await app.Session().Single<long>("SELECT COUNT(*) FROM letterheads", null, CancellationToken.None));
    }

    [Theory, Databases]
    public async Task The_page_changes_the_lines_keeps_the_arms_and_refuses_a_stale_form(DatabaseKind kind)
    {
        await using var app = await TestApp.On(kind);
        var before = (await app.As(Administrator, new GetRegister())).Letterhead!;
        var form = new SaveLetterhead { Version = before.Version, Sender = "Stadt Mainz", Address = "Markt 1\r\n\r\n55116 Mainz", Contact = "Telefon: 06131 000" };

        await app.As(Administrator, form);

        var after = (await app.As(Administrator, new GetRegister())).Letterhead!;
        Assert.Equal(("Stadt Mainz", null, before.EmblemSha256, 2), (after.Sender, after.Office, after.EmblemSha256, after.Version));
        Assert.Equal(["Markt 1", "55116 Mainz"], after.Address);
        Assert.Equal([new ContactLine("Telefon", "06131 000")], after.Contact);
        Assert.Equal(CommonRules.NotChangedMeanwhile, (await Assert.ThrowsAsync<RuleViolation>(() => app.As(Administrator, form))).Rule);
        await app.As(Administrator, form with { Version = 2, WithoutEmblem = true });
        Assert.Null((await app.As(Administrator, new GetRegister())).Letterhead!.EmblemSha256);
        await Assert.ThrowsAsync<Forbidden>(() => app.As(CouncilClerk, form));
        Assert.Empty((await app.As(Administrator, new VerifyJournal(null))).Findings);
    }

    [Theory]
    [InlineData("", "", "", "Bitte geben Sie den Absender an.")]
    [InlineData("Mainz", "ohne Doppelpunkt", "", "Bitte schreiben Sie jede Angabe auf eine eigene Zeile, mit Bezeichnung und Doppelpunkt: „Telefon: 06131 12-0“.")]
    [InlineData("Mainz", "", "<svg><text/></svg>", "Die SVG-Datei nennt weder „viewBox“ noch Breite und Höhe.")]
    [InlineData("Mainz", "", "kein Bild", "Die SVG-Datei ist in Zeile 1 kein gültiges XML.")]
    public async Task What_cannot_stand_on_a_letter_is_refused_with_a_sentence(string sender, string contact, string emblem, string sentence)
    {
        await using var app = await TestApp.On(DatabaseKind.Sqlite);

        var refused = await Assert.ThrowsAsync<ValidationException>(() =>
            app.As(Administrator, new SaveLetterhead { Version = 1, Sender = sender, Contact = contact, Emblem = SampleFiles.Bytes(emblem) }));

        Assert.Equal(sentence, Assert.Single(refused.Errors).ErrorMessage);
    }

    [Theory, Databases]
    public async Task A_signed_letter_keeps_the_letterhead_it_was_signed_with(DatabaseKind kind)
    {
        await using var app = await TestApp.On(kind);
        var (_, first) = await new CasePlayer(app).Delivered("Wie viele Radwege gibt es?");
        var issued = await app.As(CouncilClerk, new PreviewReply(first));

        await app.As(Administrator, new SaveLetterhead { Version = 1, Sender = "Stadt Anderswo" });
        var (_, second) = await new CasePlayer(app).Delivered("Wie viele Brücken gibt es?");

        Assert.Equal(issued.Bytes, (await app.As(CouncilClerk, new PreviewReply(first))).Bytes);
        Assert.NotEqual(await TemplateOf(app, first), await TemplateOf(app, second));
        Assert.NotEqual(issued.Sha256, (await app.As(CouncilClerk, new PreviewReply(second))).Sha256);
    }

    private static Task<long> StoredArms(TestApp app) => app.Session().Single<long>(
        "SELECT COUNT(*) FROM files WHERE sha256 = @sha256 AND media_type = 'image/svg+xml'", new { sha256 = Digest.OfBytes(Arms) }, CancellationToken.None);

    private static Task<string> TemplateOf(TestApp app, ReplyId reply) =>
        app.Session().Single<string>("SELECT template_sha256 FROM signatures WHERE reply_id = @reply", new { reply }, CancellationToken.None);

    private static Task<CityImport> Import(TestApp app, string text, bool dryRun = false) => Ask(app, new ImportCity
    {
        Text = text,
        DryRun = dryRun,
        Beside = name => name switch
        {
            "arms.svg" => Arms,
            "text.svg" => SampleFiles.Bytes("""<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 10 10"><text>Mainz</text></svg>"""),
            _ => null,
        },
    });

    private static Task<T> Ask<T>(TestApp app, MediatR.IRequest<T> request)
    {
        app.Clock.Pass();
        return app.Send(WellKnown.System, [new RoleGrant(Role.Administrator, WellKnown.Body)], request);
    }
}
