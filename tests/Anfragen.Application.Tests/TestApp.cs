using Anfragen.Application.Tests.Database;
using Anfragen.Domain;
using Anfragen.Domain.Council;
using Anfragen.Infrastructure;
using Anfragen.Infrastructure.Database;
using Anfragen.Infrastructure.Demo;
using MediatR;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Anfragen.Application.Tests;

/// <summary>The application as the hosts compose it, on a database of its own, with somebody to act and a clock to set.</summary>
public sealed class TestApp : IAsyncDisposable
{
    private readonly TestDatabase _database;

    private TestApp(TestDatabase database, IReadOnlyDictionary<string, string?> settings)
    {
        _database = database;
        Configuration = new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?>(settings)
        {
            ["Anfragen:Database"] = database.ConnectionString,
            ["Anfragen:PasswordIterations"] = "1000",
        }).Build();
        QueryPlans.Watch();
        Services = new ServiceCollection()
            .AddLogging()
            .AddSingleton(Configuration)
            .AddSingleton<TimeProvider>(Clock)
            .AddAnfragen()
            .AddScoped<TestUser>()
            .AddScoped<ICurrentUser>(provider => provider.GetRequiredService<TestUser>())
            .BuildServiceProvider(new ServiceProviderOptions { ValidateOnBuild = true, ValidateScopes = true });
    }

    public IConfiguration Configuration { get; }

    public ServiceProvider Services { get; }

    public TestClock Clock { get; } = new();

    /// <summary>A city with the demo's organisations and accounts, and nothing asked yet.</summary>
    public TestCity City { get; private set; } = null!;

    /// <param name="kind">Which database.</param>
    /// <param name="founded">False leaves the database as the migrations make it.</param>
    /// <param name="settings">What an operator would configure.</param>
    public static async Task<TestApp> On(DatabaseKind kind, bool founded = true, IReadOnlyDictionary<string, string?>? settings = null)
    {
        var app = new TestApp(await TestDatabase.Create(kind), settings ?? new Dictionary<string, string?>());
        if (founded) app.City = await TestCity.Found(app);
        return app;
    }

    /// <summary>Sends as this account, in a scope of its own as a request has one.</summary>
    public async Task<T> As<T>(DemoAccount account, IRequest<T> request)
    {
        Clock.Pass();
        return await Send(City.UserOf(account), [City.GrantOf(account)], request);
    }

    /// <summary>Sends as somebody with exactly these roles.</summary>
    public async Task<T> Send<T>(UserId? user, IReadOnlyList<RoleGrant> grants, IRequest<T> request)
    {
        await using var scope = Services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<TestUser>().Become(user, grants);
        return await scope.ServiceProvider.GetRequiredService<IMediator>().Send(request);
    }

    /// <summary>Sends as nobody.</summary>
    public Task<T> Anonymously<T>(IRequest<T> request) => Send(null, [], request);

    internal DbSession Session() => new(Services.GetRequiredService<Connections>());

    public async ValueTask DisposeAsync()
    {
        await Services.DisposeAsync();
        await _database.DisposeAsync();
    }
}

/// <summary>Who acts in a scope.</summary>
public sealed class TestUser : ICurrentUser
{
    public UserId? Id { get; private set; }

    public IReadOnlyList<RoleGrant> Grants { get; private set; } = [];

    public void Become(UserId? user, IReadOnlyList<RoleGrant> grants) => (Id, Grants) = (user, grants);
}

/// <summary>A clock that moves when told, and a minute with each request.</summary>
public sealed class TestClock : TimeProvider
{
    private long _ticks = new DateTimeOffset(2025, 9, 5, 8, 0, 0, TimeSpan.Zero).Ticks;

    public override DateTimeOffset GetUtcNow() => new(Interlocked.Read(ref _ticks), TimeSpan.Zero);

    public void Pass() => Interlocked.Add(ref _ticks, TimeSpan.TicksPerMinute);

    public void GoTo(DateTimeOffset instant) => Interlocked.Exchange(ref _ticks, instant.UtcTicks);
}
