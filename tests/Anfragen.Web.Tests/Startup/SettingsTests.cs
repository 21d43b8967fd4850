using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Anfragen.Infrastructure;
using Anfragen.Web.Startup;
using Anfragen.Web.Tests.Cli;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Anfragen.Web.Tests.Startup;

public sealed class SettingsTests : IDisposable
{
    private readonly CliRoot _root = new();

    [Fact]
    public void Nothing_has_to_be_set() => Assert.Empty(Mistakes());

    [Fact]
    public void Right_settings_are_no_mistake() => Assert.Empty(Mistakes(
        ("Anfragen:City", "Neustadt"), ("Anfragen:Template", "mainz"), ("Anfragen:Rules", "muenchen"), ("Anfragen:Database", "Data Source=stadt/akten.db"),
        ("Anfragen:Proxies", "10.0.0.5, 10.1.0.0/16"), ("Anfragen:Proxies:0", "2001:db8::1"), ("anfragen:signin:window", "00:10:00"),
        ("Anfragen:SignIn:AttemptsPerLogin", "5"), ("Anfragen:SignIn:AttemptsPerAddress", "50"),
        ("Anfragen:Backup:Folder", "copies"), ("Anfragen:Backup:At", "23:15"), ("Anfragen:Backup:Keep", "30"),
        ("Anfragen:PublicAddress", "https://anfragen.stadt.de/"), ("Anfragen:Seal:Certificate", Certificate("siegel.pfx")), ("Anfragen:Seal:Password", "geheim"),
        ("Anfragen:Seal:Timestamp", "http://zeitstempel.example/tsa"),
        ("Anfragen:Mail:Host", "mail.stadt.de"), ("Anfragen:Mail:Port", "25"), ("Anfragen:Mail:StartTls", "true"), ("Anfragen:Mail:User", "anfragen"),
        ("Anfragen:Mail:Password", "geheim"), ("Anfragen:Mail:Sender", "Ratsbüro <anfragen@stadt.de>"), ("Anfragen:Mail:Address", "https://intern.stadt.de/anfragen")));

    [Theory]
    [InlineData("Port", "465", "TLS vom ersten Zeichen an. Das beherrscht dieses Programm nicht; es verschlüsselt mit STARTTLS")]
    [InlineData("Port", "smtp", "Die Einstellung Anfragen:Mail:Port ist kein Anschluss")]
    [InlineData("StartTls", "ja", "Die Einstellung Anfragen:Mail:StartTls ist true oder false")]
    [InlineData("StartTls", "false", "ginge das Passwort lesbar durch das Netz")]
    [InlineData("User", "", "gehören beide Einstellungen, Anfragen:Mail:User und Anfragen:Mail:Password")]
    [InlineData("Sender", "Ratsbüro", "Die Einstellung Anfragen:Mail:Sender nennt keinen Absender")]
    [InlineData("Address", "anfragen.stadt.de", "Die Einstellung Anfragen:Mail:Address ist keine Adresse")]
    [InlineData("Address", "", "Bitte Anfragen:Mail:Address oder Anfragen:PublicAddress setzen")]
    [InlineData("Host", "", "nützt nichts ohne Anfragen:Mail:Host")]
    [InlineData("Host", "mail server", "Die Einstellung Anfragen:Mail:Host ist kein Name eines Servers")]
    [InlineData("Hots", "x", "Die Einstellung Anfragen:Mail:Hots gibt es nicht.")]
    public void A_mistake_about_the_mail_server_is_one_sentence_without_the_password(string setting, string value, string sentence)
    {
        var settings = new Dictionary<string, string>
        {
            ["Anfragen:Mail:Host"] = "mail.stadt.de",
            ["Anfragen:Mail:User"] = "anfragen",
            ["Anfragen:Mail:Password"] = "geheim",
            ["Anfragen:Mail:Sender"] = "anfragen@stadt.de",
            ["Anfragen:Mail:Address"] = "https://anfragen.stadt.de",
        };
        settings[$"Anfragen:Mail:{setting}"] = value;

        var mistake = Assert.Single(Mistakes([.. settings.Select(pair => (pair.Key, pair.Value))]));

        Assert.Contains(sentence, mistake, StringComparison.Ordinal);
        Assert.DoesNotContain("geheim", mistake, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("falsch", null, "Das Passwort zur Datei „siegel.pfx“ stimmt nicht (Einstellung Anfragen:Seal:Password).")]
    [InlineData(null, null, "Das Passwort zur Datei „siegel.pfx“ stimmt nicht (Einstellung Anfragen:Seal:Password).")]
    [InlineData("geheim", "siegel.pfx", "stehen keine Zertifikate im Format PEM.")]
    [InlineData("geheim", "kette.pem", "(Einstellung Anfragen:Seal:Chain) gibt es nicht.")]
    public void A_certificate_that_cannot_be_used_is_one_sentence_without_the_password(string? password, string? chain, string sentence)
    {
        var settings = new List<(string, string)> { ("Anfragen:Seal:Certificate", Certificate("siegel.pfx")) };
        if (password is not null) settings.Add(("Anfragen:Seal:Password", password));
        if (chain is not null) settings.Add(("Anfragen:Seal:Chain", chain));

        var mistake = Assert.Single(Mistakes([.. settings]));

        Assert.Contains(sentence, mistake, StringComparison.Ordinal);
        Assert.DoesNotContain("geheim", mistake, StringComparison.Ordinal);
        Assert.DoesNotContain("falsch", mistake, StringComparison.Ordinal);
    }

    [Fact]
    public void A_certificate_that_has_expired_does_not_keep_the_service_from_starting() =>
        Assert.Empty(Mistakes(("Anfragen:Seal:Certificate", Certificate("alt.pfx", new DateTimeOffset(2021, 1, 1, 0, 0, 0, TimeSpan.Zero))), ("Anfragen:Seal:Password", "geheim")));

    [Theory]
    [InlineData("Anfragen:Cty", "Mainz", "Die Einstellung Anfragen:Cty gibt es nicht.")]
    [InlineData("Anfragen:Backup:Folders", "x", "Die Einstellung Anfragen:Backup:Folders gibt es nicht.")]
    [InlineData("Anfragen:City", " ", "Die Einstellung Anfragen:City ist leer")]
    [InlineData("Anfragen:Database", "xyz", "Die Einstellung Anfragen:Database lässt sich nicht lesen.")]
    [InlineData("Anfragen:Root", "/gibt/es/nicht", "Die Einstellung Anfragen:Root nennt")]
    [InlineData("Anfragen:Rules", "nirgends", "Ein Regelwerk „nirgends“ (Einstellung Anfragen:Rules) gibt es nicht. Es gibt: ")]
    [InlineData("Anfragen:Template", "nirgends", "Eine Vorlage (Einstellung Anfragen:Template) ist nicht zu gebrauchen.")]
    [InlineData("Anfragen:SignIn:AttemptsPerLogin", "viele", "Die Einstellung Anfragen:SignIn:AttemptsPerLogin ist keine Zahl ab 1")]
    [InlineData("Anfragen:SignIn:AttemptsPerAddress", "0", "Die Einstellung Anfragen:SignIn:AttemptsPerAddress ist keine Zahl ab 1")]
    [InlineData("Anfragen:SignIn:Window", "5 Minuten", "Die Einstellung Anfragen:SignIn:Window ist keine Dauer")]
    [InlineData("Anfragen:SignIn:Window", "-00:05:00", "Die Einstellung Anfragen:SignIn:Window ist keine Dauer")]
    [InlineData("Anfragen:Backup:Folder", "/proc/keine/kopien", "In den Ordner der Einstellung Anfragen:Backup:Folder")]
    [InlineData("Anfragen:Backup:At", "halb drei", "Die Einstellung Anfragen:Backup:At ist keine Uhrzeit")]
    [InlineData("Anfragen:Backup:Keep", "0", "Die Einstellung Anfragen:Backup:Keep ist keine Zahl von 1")]
    [InlineData("Anfragen:PublicAddress", "anfragen.stadt.de", "Die Einstellung Anfragen:PublicAddress ist keine Adresse")]
    [InlineData("Anfragen:PublicAddress", "https://anfragen.stadt.de/?x=1", "Die Einstellung Anfragen:PublicAddress ist keine Adresse")]
    [InlineData("Anfragen:Seal:Certificate", "/gibt/es/nicht.pfx", "Die Datei „/gibt/es/nicht.pfx“ (Einstellung Anfragen:Seal:Certificate) gibt es nicht.")]
    [InlineData("Anfragen:Seal:Password", "geheim", "Die Einstellung Anfragen:Seal:Password gilt nur zusammen mit Anfragen:Seal:Certificate")]
    [InlineData("Anfragen:Seal:Timestamp", "zeitstempel.example", "Die Einstellung Anfragen:Seal:Timestamp ist keine Adresse")]
    [InlineData("Anfragen:Seal:Pasword", "geheim", "Die Einstellung Anfragen:Seal:Pasword gibt es nicht.")]
    [InlineData("Anfragen:Routing:ReactionDays", "0", "Die Einstellung Anfragen:Routing:ReactionDays ist keine Zahl von 1 bis 60")]
    [InlineData("Anfragen:Proxies", "proxy.stadt.example", "Die Einstellung Anfragen:Proxies nennt „proxy.stadt.example“")]
    [InlineData("Anfragen:Proxies", "0.0.0.0/0", "Die Einstellung Anfragen:Proxies nennt „0.0.0.0/0“")]
    [InlineData("Anfragen:Proxies:1", "10.0.0.0/40", "Die Einstellung Anfragen:Proxies nennt „10.0.0.0/40“")]
    [InlineData("ForwardedHeaders_Enabled", "true", "ASPNETCORE_FORWARDEDHEADERS_ENABLED")]
    public void Each_mistake_is_one_sentence_that_names_the_setting(string setting, string value, string sentence)
    {
        var mistake = Assert.Single(Mistakes((setting, value)));

        Assert.Contains(sentence, mistake, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', mistake);
    }

    [Fact]
    public async Task Every_mistake_is_told_at_once_and_the_start_ends_with_1()
    {
        await using var service = ServiceProcess.Start(_root, "Production", ("Anfragen:Backup:Keep", "0"), ("Anfragen:Cty", "Mainz"));

        Assert.Equal(1, await service.Exit());
        Assert.Equal(2, service.Lines.Count);
        Assert.All(service.Lines, line => Assert.StartsWith("Die Einstellung Anfragen:", line, StringComparison.Ordinal));
    }

    [Fact]
    public async Task An_address_that_is_taken_ends_the_start_with_1_and_a_sentence()
    {
        await using var first = ServiceProcess.Start(_root, "Production");
        var taken = (await first.Address).GetLeftPart(UriPartial.Authority);
        await using var second = ServiceProcess.Start(_root, "Production", ("Kestrel:Endpoints:Http:Url", taken));

        Assert.Equal(1, await second.Exit());
        Assert.Contains(second.Lines, line => line.StartsWith("Auf der Adresse", StringComparison.Ordinal));
        Assert.DoesNotContain(second.Lines, line => line.StartsWith("   at ", StringComparison.Ordinal));
    }

    public void Dispose() => _root.Dispose();

    private string Certificate(string name, DateTimeOffset? until = null)
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest("CN=Neustadt", key, HashAlgorithmName.SHA256);
        using var certificate = request.CreateSelfSigned(new DateTimeOffset(2020, 1, 1, 0, 0, 0, TimeSpan.Zero), until ?? new DateTimeOffset(2090, 1, 1, 0, 0, 0, TimeSpan.Zero));
        File.WriteAllBytes(_root.File(name), certificate.Export(X509ContentType.Pfx, "geheim"));
        return name;
    }

    private IReadOnlyList<string> Mistakes(params (string Key, string Value)[] settings)
    {
        var values = new Dictionary<string, string?>(StringComparer.OrdinalIgnoreCase) { ["Anfragen:Root"] = _root.Path };
        foreach (var (key, value) in settings) values[key] = value;
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(values).Build();
        using var services = new ServiceCollection().AddLogging().AddSingleton<IConfiguration>(configuration).AddAnfragen().BuildServiceProvider();
        return Settings.Mistakes(configuration, services);
    }
}
