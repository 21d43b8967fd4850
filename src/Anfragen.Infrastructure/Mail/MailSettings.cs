using System.Globalization;
using System.Net;
using System.Net.Mail;
using Anfragen.Application.Mail;
using Anfragen.Infrastructure.Replies;
using Microsoft.Extensions.Configuration;

namespace Anfragen.Infrastructure.Mail;

/// <summary>Through which server mails leave; section "Anfragen:Mail" of the configuration. Without a host no mails are sent.</summary>
public sealed record MailSettings
{
    public const string HostSetting = "Anfragen:Mail:Host";
    public const string PortSetting = "Anfragen:Mail:Port";
    public const string StartTlsSetting = "Anfragen:Mail:StartTls";
    public const string UserSetting = "Anfragen:Mail:User";
    public const string PasswordSetting = "Anfragen:Mail:Password";
    public const string SenderSetting = "Anfragen:Mail:Sender";
    public const string AddressSetting = "Anfragen:Mail:Address";

    private const int SubmissionPort = 587;
    private const int ImplicitTlsPort = 465;

    /// <summary>Every setting of the section.</summary>
    public static IReadOnlyList<string> All { get; } =
        [HostSetting, PortSetting, StartTlsSetting, UserSetting, PasswordSetting, SenderSetting, AddressSetting];

    /// <summary>Null when mail is off.</summary>
    public string? Host { get; private init; }

    public int Port { get; private init; } = SubmissionPort;

    /// <summary>Whether the connection is encrypted before anything is said; a server that cannot is refused.</summary>
    public bool StartTls { get; private init; } = true;

    public string? User { get; private init; }

    public string? Password { get; private init; }

    /// <summary>Who writes: "Ratsbüro &lt;anfragen@stadt.de&gt;".</summary>
    public MailAddress? Sender { get; private init; }

    /// <summary>Under which address the links in mails lead to the program, without a final solidus.</summary>
    public string Address { get; private init; } = "";

    public bool IsOn => Host is not null;

    /// <summary>The right half of message ids.</summary>
    public string Domain => Sender?.Host ?? "anfragen.invalid";

    /// <summary>Without the password, which a log would keep.</summary>
    public override string ToString() => IsOn ? $"{Host}:{Port.ToString(CultureInfo.InvariantCulture)}" : "off";

    /// <exception cref="ArgumentException">One cannot be used; the message is the German sentence.</exception>
    public static MailSettings From(IConfiguration configuration)
    {
        if (Text(configuration, HostSetting) is not { } host)
        {
            return All.FirstOrDefault(setting => setting != AddressSetting && Text(configuration, setting) is not null) is { } alone
                ? throw new ArgumentException($"Die Einstellung {alone} nützt nichts ohne {HostSetting}; sie nennt den Mailserver, zum Beispiel „mail.stadt.de“.")
                : new MailSettings();
        }

        if (Uri.CheckHostName(host) == UriHostNameType.Unknown) throw new ArgumentException($"Die Einstellung {HostSetting} ist kein Name eines Servers wie „mail.stadt.de“, sondern „{host}“.");
        var settings = new MailSettings
        {
            Host = host,
            Port = ReadPort(configuration),
            StartTls = ReadStartTls(configuration),
            User = Text(configuration, UserSetting),
            Password = Text(configuration, PasswordSetting),
            Sender = ReadSender(configuration),
            Address = ReadAddress(configuration),
        };
        if (settings.User is null != settings.Password is null)
        {
            throw new ArgumentException($"Zur Anmeldung am Mailserver gehören beide Einstellungen, {UserSetting} und {PasswordSetting}, oder keine von beiden.");
        }

        if (settings is { User: not null, StartTls: false } && !IsThisMachine(host))
        {
            throw new ArgumentException($"Ohne Verschlüsselung ({StartTlsSetting} = false) ginge das Passwort lesbar durch das Netz. Bitte {StartTlsSetting} weglassen oder {UserSetting} und {PasswordSetting}.");
        }

        return settings;
    }

    private static int ReadPort(IConfiguration configuration)
    {
        if (Text(configuration, PortSetting) is not { } text) return SubmissionPort;
        if (!int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var port) || port is < 1 or > IPEndPoint.MaxPort)
        {
            throw new ArgumentException($"Die Einstellung {PortSetting} ist kein Anschluss von 1 bis {IPEndPoint.MaxPort}, sondern „{text}“.");
        }

        return port != ImplicitTlsPort
            ? port
            : throw new ArgumentException($"Die Einstellung {PortSetting} nennt {ImplicitTlsPort}, also TLS vom ersten Zeichen an. Das beherrscht dieses Programm nicht; es verschlüsselt mit STARTTLS, meist auf {SubmissionPort} oder 25.");
    }

    private static bool ReadStartTls(IConfiguration configuration) => Text(configuration, StartTlsSetting) switch
    {
        null => true,
        var text when bool.TryParse(text, out var value) => value,
        var text => throw new ArgumentException($"Die Einstellung {StartTlsSetting} ist true oder false, nicht „{text}“."),
    };

    private static MailAddress ReadSender(IConfiguration configuration) =>
        Text(configuration, SenderSetting) is { } text && MailAddresses.TryRead(text, out var sender)
            ? sender
            : throw new ArgumentException($"Die Einstellung {SenderSetting} nennt keinen Absender wie „Ratsbüro <anfragen@stadt.de>“, sondern „{Text(configuration, SenderSetting)}“.");

    private static string ReadAddress(IConfiguration configuration)
    {
        if (Text(configuration, AddressSetting) is not { } text)
        {
            return PublicAddress.From(configuration)
                ?? throw new ArgumentException($"Mails führen mit einem Link hierher, und unter welcher Adresse, ist nicht bekannt. Bitte {AddressSetting} oder {PublicAddress.Setting} setzen, zum Beispiel „https://anfragen.stadt.de“.");
        }

        return PublicAddress.TryRead(text, out var address)
            ? address
            : throw new ArgumentException($"Die Einstellung {AddressSetting} ist keine Adresse wie „https://anfragen.stadt.de“, sondern „{text}“.");
    }

    private static bool IsThisMachine(string host) =>
        host.Equals("localhost", StringComparison.OrdinalIgnoreCase) || (IPAddress.TryParse(host, out var address) && IPAddress.IsLoopback(address));

    private static string? Text(IConfiguration configuration, string setting) =>
        string.IsNullOrWhiteSpace(configuration[setting]) ? null : configuration[setting]!.Trim();
}
