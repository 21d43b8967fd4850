using System.IO.Compression;
using System.Text;
using System.Text.Json;
using Anfragen.Application.Assignments;
using Anfragen.Application.Attachments;
using Anfragen.Application.Deadlines;
using Anfragen.Application.Inquiries;
using Anfragen.Application.Tests.Cases;
using Anfragen.Application.Tests.Database;
using Anfragen.Application.Tests.Documents;
using Anfragen.Domain;
using Anfragen.Domain.Assignments;
using Anfragen.Domain.Attachments;
using Anfragen.Infrastructure.CaseFiles;
using static Anfragen.Infrastructure.Demo.DemoCity;

namespace Anfragen.Application.Tests.CaseFiles;

public sealed class ExportInquiryTests
{
    [Theory, Databases]
    public async Task The_file_holds_every_row_and_every_stored_file_of_its_inquiry_and_of_no_other(DatabaseKind database)
    {
        await using var app = await TestApp.On(database, settings: new Dictionary<string, string?> { ["Anfragen:Rules"] = "muenchen" });
        var play = new CasePlayer(app);
        var (first, second) = (await Whole(app, play), await play.Submitted("Seit wann?"));
        await app.As(SpdMember, Adding(second, "Plan"));

        var files = new[] { await Unpack(app, first), await Unpack(app, second) };

        var session = app.Session();
        foreach (var (table, _, _) in CaseFileTables.All)
        {
            // Master data has steps of its own, which belong to no inquiry.
            var filter = table switch { "journal" => " WHERE inquiry_id IS NOT NULL", "journal_reasons" => " WHERE seq IN (SELECT seq FROM journal WHERE inquiry_id IS NOT NULL)", _ => "" };
            var rows = await session.Single<long>($"SELECT count(*) FROM {table}{filter} -- reads all: a test counts", null, CancellationToken.None);
            Assert.True(rows == files.Sum(file => JsonDocument.Parse(file[$"daten/{table}.json"]).RootElement.GetArrayLength()), table);
        }

        var digests = files.SelectMany(file => file.Values.Select(bytes => Digest.OfBytes(bytes))).ToHashSet();
        var stored = await session.List<string>("SELECT sha256 FROM files WHERE sha256 NOT IN (SELECT emblem_sha256 FROM letterheads) -- reads all: a test compares", null, CancellationToken.None);
        Assert.NotEmpty(stored);
        Assert.All(stored, sha256 => Assert.Contains(sha256, digests));
        foreach (var file in files) CheckManifest(file);
        CheckJournal(files[0]);
        Assert.Contains(files[0].Keys, path => path == "schreiben/zwischennachricht-01.pdf");
        Assert.Contains(files[0].Keys, path => path == "schreiben/eingangsbestaetigung.pdf");
        Assert.Contains("Zahlen eines Dritten fehlen.", Encoding.UTF8.GetString(files[0]["fristen/frist-01.md"]), StringComparison.Ordinal);
        Assert.Contains("6 Wochen ab Eingang", Encoding.UTF8.GetString(files[0]["fristen/frist-01.md"]), StringComparison.Ordinal);
        Assert.Contains("Unser Teil.", Encoding.UTF8.GetString(files[0]["zuarbeiten/01/fassung-001.md"]), StringComparison.Ordinal);
        Assert.Contains("Antwort auf „Wie viele?“", Encoding.UTF8.GetString(files[0]["antworten/01/fassung-001.md"]), StringComparison.Ordinal);
        Assert.Contains("CoSign", Encoding.UTF8.GetString(files[0]["antworten/mitzeichnungen.csv"]), StringComparison.Ordinal);
        Assert.All(files.SelectMany(file => file.Keys), path => Assert.Matches(@"^[a-z-]*/?([0-9]+/)?[\p{L}0-9][\p{L}0-9._-]*[\p{L}0-9]$", path));
    }

    [Theory, Databases]
    public async Task The_same_state_gives_the_same_bytes(DatabaseKind database)
    {
        await using var app = await TestApp.On(database);
        var id = await new CasePlayer(app).Registered("Wie viele?");

        var first = await Export(app, id);
        await new CasePlayer(app).Submitted("Eine andere Anfrage ändert daran nichts?");
        app.Clock.GoTo(app.Clock.GetUtcNow().AddDays(3));

        Assert.Equal(Digest.OfBytes(first), Digest.OfBytes(await Export(app, id)));
    }

    [Theory, Databases]
    public async Task Nobody_takes_a_file_of_whose_steps_only_some_are_for_them(DatabaseKind database)
    {
        await using var app = await TestApp.On(database);
        var id = await new CasePlayer(app).Accepted("Wie viele?");

        await Assert.ThrowsAsync<Forbidden>(() => app.As(SpdMember, Asking(id)));
        await Assert.ThrowsAsync<Forbidden>(() => app.As(MainOfficeClerk, Asking(id)));
        await Assert.ThrowsAsync<NotFound>(() => app.As(Administrator, Asking(id)));
        await Assert.ThrowsAsync<NotFound>(() => app.As(CouncilClerk, Asking(InquiryId.New())));
        Assert.EndsWith(".zip", (await app.As(MayorsOfficeClerk, Asking(id, new MemoryStream()))).Name, StringComparison.Ordinal);
    }

    [Theory, Databases]
    public async Task Every_table_that_refers_to_an_inquiry_is_part_of_the_file(DatabaseKind kind)
    {
        await using var database = await TestDatabase.Create(kind);
        var references = (await Schema.Read(database)).Where(line => line.StartsWith("reference ", StringComparison.Ordinal))
            .Select(line => (Table: line.Split(' ')[1].Split('.')[0], Target: line.Split(' ')[^1])).ToList();

        HashSet<string> reached = ["inquiries"];
        while (references.Any(reference => reached.Contains(reference.Target) && reached.Add(reference.Table)))
        {
        }

        Assert.Subset(CaseFileTables.All.Select(table => table.Table).Concat(CaseFileTables.KeptApart).ToHashSet(), reached);
    }

    private static async Task<InquiryId> Whole(TestApp app, CasePlayer play)
    {
        var id = await play.Submitted("Wie viele?");
        await app.As(SpdMember, new RemoveAttachment { Id = await app.As(SpdMember, Adding(id, "..\\..\\C:/CON;=2+3.pdf")) });
        await app.As(CouncilClerk, new RegisterInquiry { Id = id });
        await play.RouteAll(id, MainOfficeClerk, CitizensOfficeClerk);
        await play.AcceptAll(id, MainOfficeClerk);
        await play.AcceptAll(id, CitizensOfficeClerk);
        var part = (await play.Assignments(id, CitizensOfficeClerk, AssignmentState.Accepted)).Single();
        await app.As(CitizensOfficeClerk, new SubmitContribution { Id = part.Id, Markdown = "Unser Teil." });
        await app.As(CouncilClerk, new SendInterimReply { Id = id, ExpectedOn = new DateOnly(2026, 1, 5), Reason = "Zahlen eines Dritten fehlen." });
        foreach (var question in await play.QuestionIds(id)) await play.CoSign(id, question, "Antwort auf „Wie viele?“");
        var reply = await app.As(CouncilClerk, new Application.Replies.ComposeReply { Id = id });
        await app.As(CouncilClerk, new Application.Replies.SubmitReplyForReview { Id = reply });
        await play.ApproveAndSign(reply);
        await app.As(CouncilClerk, new Application.Replies.DeliverReply { Id = reply });
        await app.As(CouncilClerk, new Application.Publication.PublishInquiry { Id = id, Questions = [.. await play.QuestionIds(id)] });
        return id;
    }

    private static AddAttachment Adding(InquiryId id, string title) => new()
    {
        Holder = AttachmentHolder.Of(id),
        Title = title,
        Content = [.. SampleFiles.JpegWithPlace(), (byte)title.Length],
    };

    private static ExportInquiry Asking(InquiryId id, Stream? target = null) => new() { Id = id, Open = _ => target ?? throw new InvalidOperationException("Nothing may be written.") };

    private static async Task<byte[]> Export(TestApp app, InquiryId id)
    {
        using var target = new MemoryStream();
        await app.As(CouncilClerk, Asking(id, target));
        return target.ToArray();
    }

    private static async Task<Dictionary<string, byte[]>> Unpack(TestApp app, InquiryId id)
    {
        using var zip = new ZipArchive(new MemoryStream(await Export(app, id)));
        return zip.Entries.ToDictionary(entry => entry.FullName, entry =>
        {
            using var stream = entry.Open();
            using var bytes = new MemoryStream();
            stream.CopyTo(bytes);
            return bytes.ToArray();
        });
    }

    private static void CheckManifest(Dictionary<string, byte[]> file)
    {
        var listed = JsonDocument.Parse(file["manifest.json"]).RootElement.GetProperty("files").EnumerateArray().ToList();
        Assert.Equal(file.Keys.Where(path => path != "manifest.json").Order(), listed.Select(entry => entry.GetProperty("path").GetString()!).Order());
        Assert.All(listed, entry =>
        {
            var bytes = file[entry.GetProperty("path").GetString()!];
            Assert.Equal((bytes.LongLength, Digest.OfBytes(bytes)), (entry.GetProperty("size").GetInt64(), entry.GetProperty("sha256").GetString()));
            Assert.NotEqual("", entry.GetProperty("what")[0].GetString());
        });
    }

    private static void CheckJournal(Dictionary<string, byte[]> file)
    {
        var entries = JsonDocument.Parse(file["journal/journal.json"]).RootElement.EnumerateArray().ToList();
        Assert.All(entries, entry => Assert.Equal(entry.GetProperty("hash").GetString(), Digest.OfText(entry.GetProperty("hashed").GetString()!)));
        foreach (var (before, after) in entries.Zip(entries.Skip(1)).Where(pair => pair.First.GetProperty("seq").GetInt64() + 1 == pair.Second.GetProperty("seq").GetInt64()))
        {
            Assert.Equal(before.GetProperty("hash").GetString(), after.GetProperty("previousHash").GetString());
        }

        var reasoned = entries.Where(entry => entry.GetProperty("reason").ValueKind == JsonValueKind.Object).ToList();
        Assert.NotEmpty(reasoned);
        Assert.All(reasoned, entry => Assert.Equal(
            entry.GetProperty("reasonSha256").GetString(),
            Digest.OfText(entry.GetProperty("reason").GetProperty("salt").GetString() + "\n" + entry.GetProperty("reason").GetProperty("text").GetString())));
    }
}
