using Anfragen.Infrastructure;
using Anfragen.Infrastructure.Accounts;
using Anfragen.Infrastructure.Database;
using Anfragen.Infrastructure.Demo;
using Anfragen.Infrastructure.Sealing;
using Anfragen.Web.Layout;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Anfragen.Web.Tests.City;

/// <summary>
/// The product on a real port, with a city, a folder and a clock of its own: founded only, or with the whole demo in it.
/// </summary>
public sealed class CityHost : WebApplicationFactory<SiteOptions>
{
    private readonly DirectoryInfo _root = NewRoot();

    private CityHost()
    {
    }

    /// <summary>Where a browser reaches it.</summary>
    public Uri Address => ClientOptions.BaseAddress;

    /// <summary>Where its data lie.</summary>
    public string Root => _root.FullName;

    internal CityClock Clock { get; } = new();

    /// <summary>Organisations and accounts; the counter stands at 1434.</summary>
    public static Task<CityHost> Founded() => Start(async configuration =>
    {
        await DemoCity.FoundOnly(configuration, CancellationToken.None);
        await using var connections = Connections.To(DatabaseOptions.From(configuration, AnfragenRoot.Find(configuration)));
        await new DbSession(connections).Execute(
            "INSERT INTO number_counters (scheme, scope, last) VALUES ('Jahresnummer', '2025', 1434)", null, CancellationToken.None);
    });

    /// <summary>The demo with cases in every state.</summary>
    public static Task<CityHost> WithDemo() => Start(async configuration =>
    {
        DemoSeal.Configure(configuration, AnfragenRoot.Find(configuration), TimeProvider.System);
        Assert.True(await DemoCity.Load(configuration, null, CancellationToken.None));
    });

    /// <summary>The demo, seen on a day after its last step: everybody's tasks have come up.</summary>
    public static async Task<CityHost> AfterDemo()
    {
        var host = await WithDemo();
        host.Clock.GoTo(new DateTimeOffset(2025, 10, 27, 8, 0, 0, TimeSpan.Zero));
        return host;
    }

    private static async Task<CityHost> Start(Func<IConfiguration, Task> fill)
    {
        // Before the program does: its tables are made first.
        TypeHandlers.Register();
        var host = new CityHost();
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(host.Settings()).Build();
        var root = AnfragenRoot.Find(configuration);
        await using (var connections = Connections.To(DatabaseOptions.From(configuration, root)))
        {
            await new Migrator(connections, root, host.Clock).Migrate(CancellationToken.None);
        }

        await fill(configuration);
        host.UseKestrel(0);
        host.StartServer();
        return host;
    }

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        builder.UseEnvironment("Development");
        foreach (var (key, value) in Settings()) builder.UseSetting(key, value);
        builder.ConfigureTestServices(services => services.AddSingleton<TimeProvider>(Clock));
    }

    protected override void Dispose(bool disposing)
    {
        base.Dispose(disposing);
        if (disposing && _root.Exists) _root.Delete(recursive: true);
    }

    private Dictionary<string, string?> Settings() => new()
    {
        [AnfragenRoot.Setting] = _root.FullName,
        [AccountPasswordHasher.IterationsSetting] = "10",
        // Tests of one city sign in as the same few people.
        ["Anfragen:SignIn:AttemptsPerLogin"] = "1000",
        ["Anfragen:SignIn:AttemptsPerAddress"] = "1000",
        ["Anfragen:City"] = "Mainz",
    };

    private static DirectoryInfo NewRoot()
    {
        var root = Directory.CreateTempSubdirectory("anfragen-city-");
        var product = AnfragenRoot.Find(new ConfigurationBuilder().Build());
        Directory.CreateSymbolicLink(Path.Combine(root.FullName, "migrations"), product.Migrations);
        Directory.CreateSymbolicLink(Path.Combine(root.FullName, "templates"), product.Templates);
        return root;
    }
}

/// <summary>September 2025, a second later with every look at it.</summary>
internal sealed class CityClock : TimeProvider
{
    private long _ticks = new DateTimeOffset(2025, 9, 5, 8, 0, 0, TimeSpan.Zero).Ticks;

    public override DateTimeOffset GetUtcNow() => new(Interlocked.Add(ref _ticks, TimeSpan.TicksPerMillisecond * 20), TimeSpan.Zero);

    public void GoTo(DateTimeOffset instant) => Interlocked.Exchange(ref _ticks, instant.UtcTicks);
}
