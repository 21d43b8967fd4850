using Anfragen.Application.Replies;
using Anfragen.Application.Tests.Archive;
using Anfragen.Application.Tests.Cases;
using Anfragen.Application.Tests.Database;
using Anfragen.Domain;
using Anfragen.Domain.Replies;
using Anfragen.Infrastructure.Sealing;
using Anfragen.Typesetting.Signing;
using Anfragen.Typesetting.Tests;
using static Anfragen.Infrastructure.Demo.DemoCity;

namespace Anfragen.Application.Tests.Replies;

/// <summary>The seal of the city at the signing of a letter.</summary>
public sealed class SealTests : IDisposable
{
    private readonly SealFiles _files = new();

    [Theory]
    [Databases("RSA")]
    [Databases("P-256")]
    public async Task A_signed_letter_bears_the_seal_and_a_preview_does_not(DatabaseKind database, string key)
    {
        await using var app = await TestApp.On(database, settings: _files.Settings(key));
        var player = new CasePlayer(app);
        var (_, reply) = await player.InReview("Wie viele Radwege gibt es?");
        Assert.Empty(PdfSignatures.Verify((await app.As(MayorsOfficeClerk, new PreviewReply(reply))).Bytes));

        await player.ApproveAndSign(reply);

        var file = await app.As(MayorsOfficeClerk, new PreviewReply(reply));
        var seal = Assert.Single(PdfSignatures.Verify(file.Bytes));
        Assert.True(seal is { VouchesForFile: true, CoversWholeFile: true, TimestampedAt: null }, seal.ToString());
        Assert.Equal($"Stadt Mainz ({key})", seal.Signer);
        Assert.Equal(app.Clock.GetUtcNow(), seal.SignedAt!.Value, TimeSpan.FromMinutes(5));
        Assert.Empty(await Letters.Findings(app));
    }

    [PdfToolsFact]
    public async Task Pdfsig_calls_an_issued_letter_valid_and_signed_as_a_whole()
    {
        await using var app = await TestApp.On(DatabaseKind.Sqlite, settings: _files.Settings());
        var (_, reply) = await new CasePlayer(app).Delivered("Wie viele Radwege gibt es?");
        var pdf = (await app.As(CouncilClerk, new PreviewReply(reply))).Bytes;

        var said = await PdfTools.Ask(pdf, "pdfsig", "-nocert", "FILE");

        Assert.Contains("Signature Validation: Signature is Valid.", said, StringComparison.Ordinal);
        Assert.Contains("Total document signed", said, StringComparison.Ordinal);
        Assert.Contains("Signer Certificate Common Name: Stadt Mainz (P-256)", said, StringComparison.Ordinal);
        Assert.Contains("Signature Field Name: Siegel der Stadt", said, StringComparison.Ordinal);
        var info = await PdfTools.Ask(pdf, "pdfinfo", "FILE");
        Assert.Matches("Title: +Antwort zur Anfrage Nr. [0-9]+/2025", info);
        Assert.Matches("Subject: +Radwege in der Neustadt", info);
        Assert.Matches("Author: +Landeshauptstadt Mainz", info);
        Assert.Matches("Tagged: +yes", info);
    }

    [Theory, Databases]
    public async Task A_timestamp_server_certifies_the_time(DatabaseKind database)
    {
        await using var server = TimestampServer.At(TestCertificates.Day);
        var settings = _files.Settings();
        settings[SealSettings.TimestampSetting] = server.Address;
        await using var app = await TestApp.On(database, settings: settings);

        var (_, reply) = await new CasePlayer(app).Delivered("Wie viele Radwege gibt es?");

        var pdf = (await app.As(CouncilClerk, new PreviewReply(reply))).Bytes;
        Assert.Equal(TestCertificates.Day, Assert.Single(PdfSignatures.Verify(pdf)).TimestampedAt);
    }

    [Theory, Databases]
    public async Task While_a_timestamp_server_keeps_silent_others_go_on_working(DatabaseKind database)
    {
        await using var server = TimestampServer.ThatNeverAnswers();
        var settings = _files.Settings();
        settings[SealSettings.TimestampSetting] = server.Address;
        await using var app = await TestApp.On(database, settings: settings);
        var player = new CasePlayer(app);
        var (_, reply) = await player.InReview("Wie viele Radwege gibt es?");
        var content = (await app.As(MayorsOfficeClerk, new GetReply(reply))).ContentSha256;
        await app.As(MayorsOfficeClerk, new ApproveReply { Id = reply, ContentSha256 = content });

        var signing = app.As(MayorsOfficeClerk, player.Signing(reply, content));
        await server.Asked;
        await player.Submitted("Kommt das durch?");

        Assert.False(signing.IsCompleted);
        await Assert.ThrowsAsync<SealRefused>(() => signing);
    }

    [Theory, Databases]
    public async Task A_letter_that_changed_while_it_was_being_sealed_is_not_signed(DatabaseKind database)
    {
        await using var server = TimestampServer.At(TestCertificates.Day, after: TimeSpan.FromSeconds(1));
        var settings = _files.Settings();
        settings[SealSettings.TimestampSetting] = server.Address;
        await using var app = await TestApp.On(database, settings: settings);
        var player = new CasePlayer(app);
        var (_, reply) = await player.InReview("Wie viele Radwege gibt es?");
        var content = (await app.As(MayorsOfficeClerk, new GetReply(reply))).ContentSha256;
        await app.As(MayorsOfficeClerk, new ApproveReply { Id = reply, ContentSha256 = content });

        var signing = app.As(MayorsOfficeClerk, player.Signing(reply, content));
        await server.Asked;
        await app.As(MayorsOfficeClerk, new ReturnReply { Id = reply, Reason = "Doch nicht." });

        Assert.Equal(CommonRules.StepFitsState, (await Assert.ThrowsAsync<RuleViolation>(() => signing)).Rule);
        Assert.Equal(ReplyState.Composed, (await app.As(MayorsOfficeClerk, new GetReply(reply))).State);
        Assert.Empty(await Letters.Findings(app));
    }

    [Theory]
    [Databases("expired", "Das Siegelzertifikat „Stadt Mainz (P-256)“ ist am 30.06.2025 abgelaufen. Unterzeichnet ist deshalb nichts.")]
    [Databases("password", "Das Passwort zur Datei „siegel.pfx“ stimmt nicht (Einstellung Anfragen:Seal:Password). Unterzeichnet ist deshalb nichts.")]
    [Databases("missing", "(Einstellung Anfragen:Seal:Certificate) gibt es nicht. Unterzeichnet ist deshalb nichts.")]
    [Databases("no pfx", "ist keine lesbare Datei im Format PKCS #12 (PFX). Unterzeichnet ist deshalb nichts.")]
    [Databases("unreachable", "Der Zeitstempeldienst ist nicht erreichbar (keine brauchbare Antwort von 127.0.0.1). Das Schreiben wurde nicht gesiegelt. Unterzeichnet ist deshalb nichts.")]
    [Databases("failing", "Der Zeitstempeldienst ist nicht erreichbar (127.0.0.1 antwortet mit dem Fehler 503).")]
    [Databases("silent", "Der Zeitstempeldienst ist nicht erreichbar (127.0.0.1 antwortet nicht innerhalb von 5 Sekunden).")]
    public async Task Where_sealing_fails_nothing_is_signed_and_nothing_is_left(DatabaseKind database, string failure, string sentence)
    {
        await using var server = failure switch
        {
            "failing" => TimestampServer.ThatFails(),
            "silent" => TimestampServer.ThatNeverAnswers(),
            _ => null,
        };
        var settings = _files.Settings(until: failure == "expired" ? new DateOnly(2025, 6, 30) : null);
        if (failure == "password") settings[SealSettings.PasswordSetting] = "falsch";
        if (failure == "unreachable") settings[SealSettings.TimestampSetting] = TimestampServer.FreeAddress();
        if (server is not null) settings[SealSettings.TimestampSetting] = server.Address;
        await using var app = await TestApp.On(database, settings: settings);
        var player = new CasePlayer(app);
        var (_, reply) = await player.InReview("Wie viele Radwege gibt es?");
        var content = (await app.As(MayorsOfficeClerk, new GetReply(reply))).ContentSha256;
        await app.As(MayorsOfficeClerk, new ApproveReply { Id = reply, ContentSha256 = content });
        if (failure == "missing") File.Delete(_files["siegel.pfx"]);
        if (failure == "no pfx") await File.WriteAllTextAsync(_files["siegel.pfx"], "kein Zertifikat");
        var before = await Stored(app);

        var refused = await Assert.ThrowsAsync<SealRefused>(() => app.As(MayorsOfficeClerk, player.Signing(reply, content)));

        Assert.Contains(sentence, refused.Message, StringComparison.Ordinal);
        Assert.DoesNotContain(SealFiles.Password, refused.ToString(), StringComparison.Ordinal);
        Assert.Equal(before, await Stored(app));
        Assert.Equal(ReplyState.Approved, (await app.As(MayorsOfficeClerk, new GetReply(reply))).State);
        Assert.Empty(await Letters.Findings(app));
    }

    [Fact]
    public async Task Who_signs_reads_before_whether_and_how_it_will_be_sealed()
    {
        var settings = _files.Settings();
        settings[SealSettings.TimestampSetting] = "http://zeitstempel.example/tsa";
        await using var app = await TestApp.On(DatabaseKind.Sqlite, settings: settings);
        var (_, reply) = await new CasePlayer(app).InReview("Wie viele Radwege gibt es?");
        var page = await app.As(MayorsOfficeClerk, new GetReply(reply));
        Assert.Null(page.Seal);
        await app.As(MayorsOfficeClerk, new ApproveReply { Id = reply, ContentSha256 = page.ContentSha256 });

        Assert.Equal(
            new SealPlan("Stadt Mainz (P-256)", new DateOnly(2025, 12, 31), "zeitstempel.example", null),
            (await app.As(MayorsOfficeClerk, new GetReply(reply))).Seal);
        Assert.Null((await app.As(CouncilClerk, new GetReply(reply))).Seal);
        app.Clock.GoTo(new DateTimeOffset(2026, 1, 2, 0, 0, 0, TimeSpan.Zero));
        Assert.Equal(
            "Das Siegelzertifikat „Stadt Mainz (P-256)“ ist am 31.12.2025 abgelaufen.", (await app.As(MayorsOfficeClerk, new GetReply(reply))).Seal!.Problem);
    }

    [Fact]
    public async Task A_letter_that_cannot_be_signed_asks_no_timestamp_server()
    {
        var settings = _files.Settings();
        settings[SealSettings.TimestampSetting] = TimestampServer.FreeAddress();
        await using var app = await TestApp.On(DatabaseKind.Sqlite, settings: settings);
        var player = new CasePlayer(app);
        var (_, reply) = await player.InReview("Wie viele Radwege gibt es?");
        var content = (await app.As(MayorsOfficeClerk, new GetReply(reply))).ContentSha256;

        var refused = await Assert.ThrowsAsync<RuleViolation>(() => app.As(MayorsOfficeClerk, player.Signing(reply, content)));

        Assert.Equal(CommonRules.StepFitsState, refused.Rule);
    }

    public void Dispose() => _files.Dispose();

    private static async Task<(long Journal, long Files, long Signatures)> Stored(TestApp app)
    {
        var db = app.Session();
        return (await Count("journal"), await Count("files"), await Count("signatures"));

        Task<long> Count(string table) => db.Single<long>($"SELECT count(*) FROM {table} -- reads all: a test counts", null, CancellationToken.None);
    }
}
