using Anfragen.Application.Publication;
using Anfragen.Application.Replies;
using Anfragen.Application.Tests.Archive;
using Anfragen.Application.Tests.Cases;
using Anfragen.Application.Tests.Database;
using Anfragen.Domain;
using Anfragen.Typesetting.Signing;
using FluentValidation;
using static Anfragen.Infrastructure.Demo.DemoCity;

namespace Anfragen.Application.Tests.Replies;

public sealed class VerifyReplyFileTests : IDisposable
{
    private readonly SealFiles _files = new();

    [Theory, Databases]
    public async Task The_public_knows_a_letter_from_its_publication_until_that_is_taken_back(DatabaseKind database)
    {
        await using var app = await TestApp.On(database, settings: _files.Settings());
        var (inquiry, reply) = await new CasePlayer(app).Delivered("Wie viele Radwege gibt es?");
        var pdf = await Pdf(app, reply);
        var unknown = await app.Anonymously(new VerifyReplyFile { Sha256 = new string('0', 64) });
        Assert.Equivalent(unknown with { Sha256 = Digest.OfBytes(pdf) }, await app.Anonymously(new VerifyReplyFile { Sha256 = Digest.OfBytes(pdf) }), strict: true);

        await app.As(CouncilClerk, new PublishInquiry { Id = inquiry, Questions = [.. await new CasePlayer(app).QuestionIds(inquiry)] });

        var verdict = await app.Anonymously(new VerifyReplyFile { Content = pdf });
        Assert.True(verdict.Holds);
        Assert.Equal((FileMatch.Issued, LetterStanding.Valid, "Radwege in der Neustadt"), (verdict.Match, verdict.Letter!.Standing, verdict.Letter.Subject));
        Assert.NotNull(verdict.Letter.Slug);
        Assert.True(Assert.Single(verdict.Seals) is { IsIntact: true, CoversAll: true, IsTimestamped: false, Signer: "Stadt Mainz (P-256)" });
        var spaced = string.Join(' ', Digest.OfBytes(pdf).ToUpperInvariant().Chunk(8).Select(group => new string(group)));
        Assert.Equal(FileMatch.Issued, (await app.Anonymously(new VerifyReplyFile { Sha256 = $" {spaced}\r\n" })).Match);

        await app.As(MayorsOfficeClerk, new DepublishInquiry { Id = inquiry, Reason = "Ein Name stand darin." });
        Assert.Equivalent(unknown with { Sha256 = Digest.OfBytes(pdf) }, await app.Anonymously(new VerifyReplyFile { Sha256 = Digest.OfBytes(pdf) }), strict: true);
        Assert.Equal(FileMatch.Issued, (await app.As(SpdMember, new VerifyReplyFile { Content = pdf })).Match);
    }

    [Theory, Databases]
    public async Task Each_sees_the_letters_they_could_read(DatabaseKind database)
    {
        await using var app = await TestApp.On(database);
        var player = new CasePlayer(app);
        var (_, reply) = await player.InReview("Wie viele Radwege gibt es?");
        await player.ApproveAndSign(reply);
        var query = new VerifyReplyFile { Content = await Pdf(app, reply) };

        Assert.Equal((FileMatch.Issued, LetterStanding.Undelivered), Known(await app.As(CouncilClerk, query)));
        Assert.Equal(FileMatch.None, (await app.As(SpdMember, query)).Match);
        Assert.Equal(FileMatch.None, (await app.As(MainOfficeClerk, query)).Match);
        await app.As(CouncilClerk, new DeliverReply { Id = reply });
        Assert.Equal((FileMatch.Issued, LetterStanding.Valid), Known(await app.As(SpdMember, query)));
        Assert.Equal((FileMatch.Issued, LetterStanding.Valid), Known(await app.As(MainOfficeClerk, query)));
        Assert.Equal(FileMatch.None, (await app.As(ListMember, query)).Match);
        Assert.Empty((await app.As(SpdMember, query)).Seals);
        Assert.Null((await app.As(SpdMember, query)).Letter!.Slug);
    }

    [Theory, Databases]
    public async Task An_annulled_letter_does_not_hold(DatabaseKind database)
    {
        await using var app = await TestApp.On(database);
        var player = new CasePlayer(app);
        var (_, reply) = await player.InReview("Wie viele Radwege gibt es?");
        await player.ApproveAndSign(reply);
        var query = new VerifyReplyFile { Content = await Pdf(app, reply) };

        await app.As(MayorsOfficeClerk, new AnnulSignature { Id = reply, Reason = "Falsches Datum." });

        var verdict = await app.As(CouncilClerk, query);
        Assert.Equal((FileMatch.Issued, LetterStanding.Annulled), Known(verdict));
        Assert.False(verdict.Holds);
        Assert.Contains("Das Schreiben gilt nicht: Die Unterschrift wurde aufgehoben, bevor es zugestellt war.", verdict.Sentences());
    }

    [Theory, Databases]
    public async Task A_partial_reply_holds_when_a_supplement_follows_and_says_so(DatabaseKind database)
    {
        await using var app = await TestApp.On(database);
        var player = new CasePlayer(app);
        var inquiry = await player.Accepted("Wie viele Radwege gibt es?", "Wie lang sind sie?");
        var questions = await player.QuestionIds(inquiry);
        var first = await Issue(app, player, inquiry, questions[0]);
        await app.As(CouncilClerk, new PublishInquiry { Id = inquiry, Questions = [questions[0]] });
        Assert.Equal((FileMatch.Issued, LetterStanding.Valid), Known(await app.Anonymously(new VerifyReplyFile { Content = first })));
        var second = await Issue(app, player, inquiry, questions[1]);
        Assert.Equal(FileMatch.None, (await app.Anonymously(new VerifyReplyFile { Content = second })).Match);

        await app.As(CouncilClerk, new PublishInquiry { Id = inquiry, Questions = questions });

        Assert.Equal((FileMatch.Issued, LetterStanding.Valid), Known(await app.Anonymously(new VerifyReplyFile { Content = second })));
        var verdict = await app.Anonymously(new VerifyReplyFile { Content = first });
        Assert.Equal((FileMatch.Issued, LetterStanding.Supplemented), Known(verdict));
        Assert.True(verdict.Holds);
        Assert.Equal((FileMatch.Issued, LetterStanding.Supplemented), Known(await app.As(CouncilClerk, new VerifyReplyFile { Content = first })));
    }

    [Theory, Databases]
    public async Task The_digest_that_is_printed_on_a_letter_finds_it(DatabaseKind database)
    {
        await using var app = await TestApp.On(database);
        var (inquiry, reply) = await new CasePlayer(app).Delivered("Wie viele Radwege gibt es?");
        var printed = await app.Session().Single<string>("SELECT data_sha256 FROM signatures WHERE reply_id = @reply", new { reply }, CancellationToken.None);
        Assert.Equal(FileMatch.None, (await app.Anonymously(new VerifyReplyFile { Sha256 = printed })).Match);

        await app.As(CouncilClerk, new PublishInquiry { Id = inquiry, Questions = [.. await new CasePlayer(app).QuestionIds(inquiry)] });

        var verdict = await app.Anonymously(new VerifyReplyFile { Sha256 = printed });
        Assert.Equal((FileMatch.Data, LetterStanding.Valid), Known(verdict));
        Assert.False(verdict.Holds);
        Assert.Empty(await Letters.Findings(app));
    }

    [Fact]
    public async Task A_letter_of_which_only_a_part_is_published_stays_unknown()
    {
        await using var app = await TestApp.On(DatabaseKind.Sqlite);
        var player = new CasePlayer(app);
        var (inquiry, reply) = await player.Delivered("Wie viele Radwege gibt es?", "Wem gehören sie?");

        await app.As(CouncilClerk, new PublishInquiry { Id = inquiry, Questions = [(await player.QuestionIds(inquiry))[0]], WithFile = false });

        Assert.Equal(FileMatch.None, (await app.Anonymously(new VerifyReplyFile { Content = await Pdf(app, reply) })).Match);
    }

    [Fact]
    public async Task One_flipped_byte_is_found_and_the_seal_says_so_too()
    {
        await using var app = await TestApp.On(DatabaseKind.Sqlite, settings: _files.Settings("RSA"));
        var (_, reply) = await new CasePlayer(app).Delivered("Wie viele Radwege gibt es?");
        var pdf = await Pdf(app, reply);
        pdf[pdf.Length / 3] ^= 1;

        var verdict = await app.As(CouncilClerk, new VerifyReplyFile { Content = pdf });

        Assert.Equal(FileMatch.None, verdict.Match);
        Assert.False(verdict.Holds);
        Assert.False(Assert.Single(verdict.Seals).IsIntact);
        Assert.Equal("Diese Datei ist hier nicht bekannt.", verdict.Headline());
        Assert.Contains("Elektronisches Siegel von „Stadt Mainz (RSA)“: ungültig. Die Datei wurde nach dem Siegeln verändert, oder das Siegel ist beschädigt.", verdict.Sentences());
    }

    [Fact]
    public async Task Who_signs_an_issued_letter_as_well_leaves_it_real()
    {
        await using var app = await TestApp.On(DatabaseKind.Sqlite, settings: _files.Settings());
        var (_, reply) = await new CasePlayer(app).Delivered("Wie viele Radwege gibt es?");
        using var other = SealFiles.Make("RSA", new DateOnly(2025, 12, 31));
        var twice = await new PdfSealer(other).SealAsync(await Pdf(app, reply), new SealDetails(app.Clock.GetUtcNow(), "Notariat"));

        var verdict = await app.As(CouncilClerk, new VerifyReplyFile { Content = twice });

        Assert.Equal(FileMatch.SealedFurther, verdict.Match);
        Assert.True(verdict.Holds);
        Assert.Equal([true, true], verdict.Seals.Select(seal => seal is { IsIntact: true, CoversAll: true }));
        Assert.Equal(FileMatch.None, (await app.As(CouncilClerk, new VerifyReplyFile { Content = [.. twice, (byte)'\n'] })).Match);
    }

    [Fact]
    public async Task A_seal_on_a_file_that_nobody_issued_proves_nothing_and_the_verdict_says_so()
    {
        await using var app = await TestApp.On(DatabaseKind.Sqlite);
        var (_, reply) = await new CasePlayer(app).InReview("Wie viele Radwege gibt es?");
        using var forger = SealFiles.Make("P-256", new DateOnly(2025, 12, 31));
        var forged = await new PdfSealer(forger).SealAsync(await Pdf(app, reply), new SealDetails(app.Clock.GetUtcNow(), "Landeshauptstadt Mainz"));

        var verdict = await app.As(CouncilClerk, new VerifyReplyFile { Content = forged });

        Assert.Equal((FileMatch.None, false), (verdict.Match, verdict.Holds));
        Assert.Equal("Das Siegel sagt nur, dass die Datei seither unverändert ist. Ob der Name darin stimmt, ist hier nicht geprüft.", verdict.Sentences()[^1]);
    }

    [Theory]
    [InlineData("", "Bitte wählen Sie eine Datei oder geben Sie eine Prüfsumme ein.")]
    [InlineData("1435/2025", "Eine Prüfsumme (SHA-256) hat 64 Zeichen, nur Ziffern und die Buchstaben a bis f.")]
    [InlineData("zz00000000000000000000000000000000000000000000000000000000000000", "Eine Prüfsumme (SHA-256) hat 64 Zeichen, nur Ziffern und die Buchstaben a bis f.")]
    public async Task What_cannot_be_asked_is_refused_with_a_sentence(string typed, string sentence)
    {
        await using var app = await TestApp.On(DatabaseKind.Sqlite);

        var refused = await Assert.ThrowsAsync<ValidationException>(() => app.Anonymously(new VerifyReplyFile { Sha256 = typed }));

        Assert.Equal(sentence, Assert.Single(refused.Errors).ErrorMessage);
    }

    public void Dispose() => _files.Dispose();

    private static (FileMatch, LetterStanding?) Known(FileVerdict verdict) => (verdict.Match, verdict.Letter?.Standing);

    private static async Task<byte[]> Pdf(TestApp app, ReplyId reply) => [.. (await app.As(CouncilClerk, new PreviewReply(reply))).Bytes];

    private static async Task<byte[]> Issue(TestApp app, CasePlayer player, InquiryId inquiry, QuestionId question)
    {
        await player.CoSign(inquiry, question, "Das steht im Bericht.");
        var reply = await app.As(CouncilClerk, new ComposeReply { Id = inquiry });
        await app.As(CouncilClerk, new SubmitReplyForReview { Id = reply });
        await player.ApproveAndSign(reply);
        await app.As(CouncilClerk, new DeliverReply { Id = reply });
        return await Pdf(app, reply);
    }
}
