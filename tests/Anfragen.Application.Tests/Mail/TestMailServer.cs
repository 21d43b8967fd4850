using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;

namespace Anfragen.Application.Tests.Mail;

/// <summary>A mail that a server took over.</summary>
/// <param name="Encrypted">Whether it came over TLS.</param>
/// <param name="User">Who had signed in, or null.</param>
public sealed record ReceivedMail(string From, string To, string Data, bool Encrypted, string? User)
{
    public string MessageId => Header("Message-ID");

    /// <summary>A header as it was written, its lines joined.</summary>
    public string Header(string name)
    {
        var unfolded = Data[..Data.IndexOf("\r\n\r\n", StringComparison.Ordinal)].Replace("\r\n ", " ", StringComparison.Ordinal);
        return unfolded.Split("\r\n").First(line => line.StartsWith(name + ": ", StringComparison.OrdinalIgnoreCase))[(name.Length + 2)..];
    }

    /// <summary>The text, decoded.</summary>
    public string Text
    {
        get
        {
            var encoded = Data[(Data.IndexOf("\r\n\r\n", StringComparison.Ordinal) + 4)..].Replace("=\r\n", "", StringComparison.Ordinal);
            var bytes = new List<byte>();
            for (var index = 0; index < encoded.Length; index++)
            {
                if (encoded[index] == '=')
                {
                    bytes.Add(Convert.ToByte(encoded.Substring(index + 1, 2), 16));
                    index += 2;
                }
                else
                {
                    bytes.Add((byte)encoded[index]);
                }
            }

            return Encoding.UTF8.GetString([.. bytes]);
        }
    }
}

/// <summary>A mail server on this machine: SMTP as RFC 5321 has it, STARTTLS, AUTH LOGIN, and whatever goes wrong with servers.</summary>
public sealed class TestMailServer : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _stop = new();
    private readonly List<ReceivedMail> _received = [];
    private readonly List<string> _commands = [];
    private readonly Task _accepting;
    private readonly X509Certificate2? _certificate;

    /// <param name="certificate">With it the server offers STARTTLS.</param>
    public TestMailServer(X509Certificate2? certificate = null)
    {
        _certificate = certificate;
        _listener.Start();
        _accepting = Accept();
    }

    public int Port => ((IPEndPoint)_listener.LocalEndpoint).Port;

    /// <summary>Who may send; null admits everybody.</summary>
    public (string User, string Password)? Login { get; init; }

    /// <summary>What the server answers to a command instead of the usual; null for the usual, an empty text for nothing at all.</summary>
    public Func<string, string?> Answer { get; set; } = _ => null;

    /// <summary>Whether the server hangs up in the middle of the text.</summary>
    public bool HangsUpWithinData { get; set; }

    /// <summary>What happens between taking a mail over and saying so.</summary>
    public Func<ReceivedMail, Task> OnTaken { get; set; } = _ => Task.CompletedTask;

    public IReadOnlyList<ReceivedMail> Received
    {
        get
        {
            lock (_received) return [.. _received];
        }
    }

    /// <summary>Every command of every session.</summary>
    public IReadOnlyList<string> Commands
    {
        get
        {
            lock (_commands) return [.. _commands];
        }
    }

    /// <summary>A certificate that nobody trusts, for 127.0.0.1 and localhost.</summary>
    public static X509Certificate2 SelfSigned()
    {
        using var key = RSA.Create(2048);
        var request = new CertificateRequest("CN=localhost", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        var names = new SubjectAlternativeNameBuilder();
        names.AddDnsName("localhost");
        names.AddIpAddress(IPAddress.Loopback);
        request.CertificateExtensions.Add(names.Build());
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(true, false, 0, true));
        var now = TimeProvider.System.GetUtcNow();
        using var made = request.CreateSelfSigned(now.AddDays(-1), now.AddDays(30));
        return X509CertificateLoader.LoadPkcs12(made.Export(X509ContentType.Pkcs12), null);
    }

    /// <summary>Waits until that many mails were taken over.</summary>
    public async Task<IReadOnlyList<ReceivedMail>> Taken(int count)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromMinutes(1));
        while (Received.Count < count) await Task.Delay(20, patience.Token);
        return Received;
    }

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        _listener.Stop();
        await _accepting;
        _listener.Dispose();
        _stop.Dispose();
    }

    private async Task Accept()
    {
        var sessions = new List<Task>();
        try
        {
            while (true) sessions.Add(Serve(await _listener.AcceptTcpClientAsync(_stop.Token)));
        }
        catch (Exception stopped) when (stopped is OperationCanceledException or SocketException or ObjectDisposedException)
        {
            await Task.WhenAll(sessions);
        }
    }

    private async Task Serve(TcpClient client)
    {
        using (client)
        {
            try
            {
                await new Session(this, client.GetStream()).Run();
            }
            catch (Exception ended) when (ended is IOException or OperationCanceledException or System.Security.Authentication.AuthenticationException)
            {
                // The other side hung up, or the test is over.
            }
        }
    }

    private sealed class Session(TestMailServer server, Stream stream)
    {
        private StreamReader _reader = new(stream, Encoding.Latin1);
        private bool _encrypted;
        private string? _user;
        private string _from = "";
        private string _to = "";

        public async Task Run()
        {
            await Say("220 test ESMTP");
            while (await _reader.ReadLineAsync(server._stop.Token) is { } line)
            {
                lock (server._commands) server._commands.Add(line);
                var command = line.Split(' ', ':')[0].ToUpperInvariant();
                var answer = server.Answer(line);
                if (answer is not null)
                {
                    if (answer.Length > 0) await Say(answer);
                    else await Task.Delay(Timeout.Infinite, server._stop.Token);
                    if (answer.StartsWith("421", StringComparison.Ordinal)) return;
                    continue;
                }

                switch (command)
                {
                    case "EHLO": await Say(Capabilities()); break;
                    case "STARTTLS": await Encrypt(); break;
                    case "AUTH": await SignIn(line); break;
                    case "MAIL" when server.Login is not null && _user is null: await Say("530 5.7.0 Authentication required"); break;
                    case "MAIL": _from = Between(line); await Say("250 OK"); break;
                    case "RCPT": _to = Between(line); await Say("250 OK"); break;
                    case "DATA": if (!await Take()) return; break;
                    case "QUIT": await Say("221 bye"); return;
                    default: await Say("250 OK"); break;
                }
            }
        }

        private string Capabilities() => string.Join("\r\n", new[]
        {
            "250-test",
            server._certificate is not null && !_encrypted ? "250-STARTTLS" : null,
            server.Login is not null && (_encrypted || server._certificate is null) ? "250-AUTH LOGIN" : null,
            "250 8BITMIME",
        }.Where(line => line is not null));

        private async Task Encrypt()
        {
            await Say("220 go ahead");
            var tls = new SslStream(stream);
            await tls.AuthenticateAsServerAsync(server._certificate!);
            (stream, _reader, _encrypted) = (tls, new StreamReader(tls, Encoding.Latin1), true);
        }

        private async Task SignIn(string line)
        {
            var parts = line.Split(' ');
            var user = parts.Length > 2 ? parts[2] : await Ask("VXNlcm5hbWU6");
            var password = await Ask("UGFzc3dvcmQ6");
            var given = (Decoded(user), Decoded(password));
            if (given != server.Login)
            {
                await Say("535 5.7.8 Authentication credentials invalid");
                return;
            }

            _user = given.Item1;
            await Say("235 welcome");
        }

        private async Task<string> Ask(string question)
        {
            await Say("334 " + question);
            return await _reader.ReadLineAsync(server._stop.Token) ?? "";
        }

        private async Task<bool> Take()
        {
            await Say("354 go ahead");
            var data = new StringBuilder();
            while (await _reader.ReadLineAsync(server._stop.Token) is { } line && line != ".")
            {
                if (server.HangsUpWithinData && data.Length > 0) return false;
                data.Append(line.StartsWith('.') ? line[1..] : line).Append("\r\n");
            }

            var mail = new ReceivedMail(_from, _to, data.ToString(), _encrypted, _user);
            lock (server._received) server._received.Add(mail);
            await server.OnTaken(mail);
            await Say(server.Answer("END OF DATA") ?? "250 taken");
            return true;
        }

        private async Task Say(string text) => await stream.WriteAsync(Encoding.Latin1.GetBytes(text + "\r\n"), server._stop.Token);

        private static string Between(string line) => line[(line.IndexOf('<') + 1)..line.IndexOf('>')];

        private static string Decoded(string text) => Encoding.UTF8.GetString(Convert.FromBase64String(text));
    }
}
