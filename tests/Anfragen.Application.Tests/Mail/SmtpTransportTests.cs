using System.Globalization;
using System.Net.Sockets;
using Anfragen.Application.Mail;
using Anfragen.Infrastructure.Mail;
using Microsoft.Extensions.Configuration;

namespace Anfragen.Application.Tests.Mail;

public sealed class SmtpTransportTests
{
    private static readonly OutgoingMail Mail = new(
        "<1@stadt.example>", "jana.petersen@mainz.example", "Jana Petersen", "Neue Zuweisung: Anfrage Nr. 1435/2025, Frage 1–3, für Straßenbäume",
        "Guten Tag Jana Petersen,\r\n\r\n.Punkt am Anfang, Umlaute äöüß, ein sehr langer Absatz " + new string('x', 2000) + "\r\n");

    [Fact]
    public async Task A_mail_arrives_with_its_id_its_umlauts_and_its_long_lines()
    {
        await using var server = new TestMailServer();

        await Transport(server).Send(Mail, CancellationToken.None);

        var received = Assert.Single(server.Received);
        Assert.Equal(("anfragen@mainz.example", "jana.petersen@mainz.example", "<1@stadt.example>"), (received.From, received.To, received.MessageId));
        Assert.Equal("auto-generated", received.Header("Auto-Submitted"));
        Assert.Equal(Mail.Body.Trim(), received.Text.Trim());
        Assert.Equal(Mail.Subject, Decoded(received.Header("Subject")));
        Assert.All(received.Data.Split("\r\n"), line => Assert.True(line.Length <= 998 && line.All(char.IsAscii)));
    }

    [Fact]
    public async Task Whoever_has_to_sign_in_does()
    {
        await using var server = new TestMailServer { Login = ("anfragen", "geheim-äöü") };

        await Transport(server, ("User", "anfragen"), ("Password", "geheim-äöü")).Send(Mail, CancellationToken.None);

        Assert.Equal("anfragen", Assert.Single(server.Received).User);
    }

    [Fact]
    public async Task A_wrong_password_is_told_as_such()
    {
        await using var server = new TestMailServer { Login = ("anfragen", "geheim") };

        var refused = await Refused(Transport(server, ("User", "anfragen"), ("Password", "falsch")));

        Assert.Equal(("not-admitted", MailFailureScope.Server), (refused.Code, refused.Scope));
        Assert.Empty(server.Received);
    }

    [Fact]
    public async Task A_server_that_does_not_encrypt_gets_nothing_where_encryption_is_wanted()
    {
        await using var server = new TestMailServer();

        var refused = await Refused(Transport(server, ("StartTls", "true")));

        Assert.Equal(("no-starttls", MailFailureScope.Server), (refused.Code, refused.Scope));
        Assert.DoesNotContain(server.Commands, command => command.StartsWith("MAIL", StringComparison.OrdinalIgnoreCase));
    }

    [Fact]
    public async Task A_certificate_that_nobody_vouches_for_is_refused_before_anything_is_said()
    {
        using var certificate = TestMailServer.SelfSigned();
        await using var server = new TestMailServer(certificate) { Login = ("anfragen", "geheim") };

        var refused = await Refused(Transport(server, ("StartTls", "true"), ("User", "anfragen"), ("Password", "geheim")));

        Assert.Equal(("tls", MailFailureScope.Server), (refused.Code, refused.Scope));
        Assert.DoesNotContain(server.Commands, command => command.StartsWith("AUTH", StringComparison.OrdinalIgnoreCase));
    }

    [Theory]
    [InlineData("RCPT", "450 4.2.1 busy", "smtp-450", MailFailureScope.Mail)]
    [InlineData("RCPT", "550 5.1.1 unknown", "smtp-550", MailFailureScope.Recipient)]
    [InlineData("MAIL", "451 4.3.0 later", "smtp-451", MailFailureScope.Mail)]
    [InlineData("MAIL", "421 4.3.2 shutting down", "smtp-421", MailFailureScope.Server)]
    [InlineData("END", "452 4.3.1 full", "smtp-452", MailFailureScope.Mail)]
    [InlineData("END", "554 5.7.1 spam", "smtp-554", MailFailureScope.Mail)]
    public async Task What_a_server_refuses_is_told_by_its_code(string command, string answer, string code, MailFailureScope scope)
    {
        await using var server = new TestMailServer { Answer = line => line.StartsWith(command, StringComparison.OrdinalIgnoreCase) ? answer : null };

        var refused = await Refused(Transport(server));

        Assert.Equal((code, scope), (refused.Code, refused.Scope));
    }

    [Fact]
    public async Task A_server_that_hangs_up_in_the_middle_has_not_got_the_mail()
    {
        await using var server = new TestMailServer { HangsUpWithinData = true };

        var refused = await Refused(Transport(server));

        Assert.Equal(("connection", MailFailureScope.Server), (refused.Code, refused.Scope));
        Assert.Empty(server.Received);
    }

    [Theory]
    [InlineData("EHLO")]
    [InlineData("RCPT")]
    [InlineData("DATA")]
    public async Task A_server_that_falls_silent_is_given_up(string command)
    {
        await using var server = new TestMailServer { Answer = line => line.StartsWith(command, StringComparison.OrdinalIgnoreCase) ? "" : null };

        var refused = await Refused(Transport(server, TimeSpan.FromSeconds(1)));

        Assert.Equal(("timeout", MailFailureScope.Server), (refused.Code, refused.Scope));
    }

    [Fact]
    public async Task A_server_that_is_not_there_is_told_as_such()
    {
        using var free = new TcpListener(System.Net.IPAddress.Loopback, 0);
        free.Start();
        var port = ((System.Net.IPEndPoint)free.LocalEndpoint).Port;
        free.Stop();

        var refused = await Refused(Transport(port, SmtpTransport.Patience));

        Assert.Equal(("connection", MailFailureScope.Server), (refused.Code, refused.Scope));
    }

    [Fact]
    public async Task Whoever_stops_the_sending_is_told_that_it_was_stopped()
    {
        await using var server = new TestMailServer { Answer = line => line.StartsWith("DATA", StringComparison.Ordinal) ? "" : null };
        using var stop = new CancellationTokenSource(TimeSpan.FromMilliseconds(500));

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Transport(server).Send(Mail, stop.Token));
    }

    private static Task<MailRefused> Refused(SmtpTransport transport) => Assert.ThrowsAsync<MailRefused>(() => transport.Send(Mail, CancellationToken.None));

    private static SmtpTransport Transport(TestMailServer server, params (string Key, string Value)[] settings) =>
        Transport(server.Port, SmtpTransport.Patience, settings);

    private static SmtpTransport Transport(TestMailServer server, TimeSpan silence) => Transport(server.Port, silence);

    private static SmtpTransport Transport(int port, TimeSpan silence, params (string Key, string Value)[] settings)
    {
        var all = new Dictionary<string, string?>
        {
            [MailSettings.HostSetting] = "127.0.0.1",
            [MailSettings.PortSetting] = port.ToString(CultureInfo.InvariantCulture),
            [MailSettings.StartTlsSetting] = "false",
            [MailSettings.SenderSetting] = "Ratsbüro <anfragen@mainz.example>",
            [MailSettings.AddressSetting] = "https://anfragen.mainz.example",
        };
        foreach (var (key, value) in settings) all["Anfragen:Mail:" + key] = value;
        return new SmtpTransport(MailSettings.From(new ConfigurationBuilder().AddInMemoryCollection(all).Build()), TimeProvider.System) { Silence = silence };
    }

    private static string Decoded(string header) => string.Concat(header.Split(' ').Select(word =>
    {
        var parts = word.Split('?');
        return parts is ["=", "utf-8", "B", var base64, "="]
            ? System.Text.Encoding.UTF8.GetString(Convert.FromBase64String(base64))
            : throw new FormatException($"'{word}' is no encoded word.");
    }));
}
