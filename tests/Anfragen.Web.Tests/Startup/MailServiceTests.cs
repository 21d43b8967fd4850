using System.Globalization;
using System.Security.Cryptography.X509Certificates;
using Anfragen.Application.Tests.Mail;
using Anfragen.Web.Tests.Cli;
using Microsoft.Data.Sqlite;

namespace Anfragen.Web.Tests.Startup;

/// <summary>The service as it runs in a city: as a process, with a mail server that encrypts and asks for a password.</summary>
public sealed class MailServiceTests(DemoRoot demo) : IClassFixture<DemoRoot>
{
    private const string Waiting = "SELECT COUNT(*) FROM outbox WHERE state = 'Waiting'";

    [Fact]
    public async Task The_service_encrypts_signs_in_and_sends_what_waits()
    {
        using var certificate = TestMailServer.SelfSigned();
        await using var server = new TestMailServer(certificate) { Login = ("anfragen", "geheim") };
        await Query($"UPDATE outbox SET state = 'Waiting', attempts = 0 WHERE id IN ({SomeMails(3)})");

        await using var service = Start(server, certificate);
        var received = await server.Taken(3);
        await Until(Waiting, 0);

        Assert.All(received, mail => Assert.Equal((true, "anfragen"), (mail.Encrypted, mail.User)));
        Assert.Distinct(received.Select(mail => mail.MessageId));
        Assert.DoesNotContain(service.Lines, line => line.Contains("geheim", StringComparison.Ordinal) || line.Contains("@mainz.example", StringComparison.Ordinal));
        Assert.Contains(service.Lines, line => line.Contains($"Mails gehen über localhost:{server.Port}.", StringComparison.Ordinal));
        var answer = await new HttpClient { BaseAddress = await service.Address }.GetStringAsync("/healthz");
        Assert.Contains("Mails: in Ordnung", answer, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Killed_between_the_server_and_the_database_no_mail_is_lost_and_only_that_one_comes_twice_under_its_id()
    {
        using var certificate = TestMailServer.SelfSigned();
        await using var server = new TestMailServer(certificate);
        await Query($"UPDATE outbox SET state = 'Waiting', attempts = 0 WHERE id IN ({SomeMails(5)})");
        var killed = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        ServiceProcess? first = null;
        server.OnTaken = async _ =>
        {
            if (server.Received.Count != 3) return;
            await first!.DisposeAsync();
            killed.TrySetResult();
        };

        first = Start(server, certificate);
        await killed.Task.WaitAsync(TimeSpan.FromMinutes(1));
        Assert.Equal(3L, await Query(Waiting));
        // What was being sent is somebody's until its time is over; the test does not wait for that.
        await Query("UPDATE outbox SET due_at = '2025-01-01T00:00:00.000Z' WHERE state = 'Waiting'");
        await using var second = Start(server, certificate);
        var received = await server.Taken(6);
        await Until(Waiting, 0);

        Assert.Equal(6, received.Count);
        Assert.Equal(received[2].MessageId, Assert.Single(received.GroupBy(mail => mail.MessageId), same => same.Count() > 1).Key);
        Assert.Equal(5, received.Select(mail => mail.MessageId).Distinct().Count());
    }

    private ServiceProcess Start(TestMailServer server, X509Certificate2 certificate)
    {
        var trusted = demo.Root.File($"{Guid.CreateVersion7():N}.pem");
        File.WriteAllText(trusted, certificate.ExportCertificatePem());
        var settings = new List<(string, string)>
        {
            ("SSL_CERT_FILE", trusted), ("Anfragen:Mail:Host", "localhost"), ("Anfragen:Mail:Port", server.Port.ToString(CultureInfo.InvariantCulture)),
            ("Anfragen:Mail:Sender", "Ratsbüro <anfragen@mainz.example>"), ("Anfragen:Mail:Address", "https://anfragen.mainz.example"),
        };
        if (server.Login is { } login) settings.AddRange([("Anfragen:Mail:User", login.User), ("Anfragen:Mail:Password", login.Password)]);
        return ServiceProcess.Start(demo.Root, "Production", [.. settings]);
    }

    private static string SomeMails(int count) =>
        $"SELECT id FROM outbox WHERE state = 'Withheld' AND kind = 'Submitted' ORDER BY id LIMIT {count.ToString(CultureInfo.InvariantCulture)}";

    private async Task Until(string sql, long value)
    {
        for (var attempt = 0; attempt < 200; attempt++)
        {
            if (await Query(sql) is long found && found == value) return;
            await Task.Delay(50);
        }

        Assert.Fail($"{sql} never became {value}.");
    }

    private async Task<object?> Query(string sql)
    {
        await using var connection = new SqliteConnection($"Data Source={demo.Root.Database};Pooling=False");
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        return await command.ExecuteScalarAsync();
    }
}
