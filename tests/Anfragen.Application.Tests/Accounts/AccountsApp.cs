using System.Globalization;
using Anfragen.Application.Tests.Database;
using Anfragen.Domain;
using Anfragen.Domain.Council;
using Anfragen.Infrastructure;
using Anfragen.Infrastructure.Accounts;
using Anfragen.Infrastructure.Database;
using MediatR;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Anfragen.Application.Tests.Accounts;

/// <summary>The application on a database of its own, used by an administrator unless somebody else is named.</summary>
internal sealed class AccountsApp : IAsyncDisposable
{
    public const string Password = "gartenzaun-und-mond";

    private readonly TestDatabase _database;
    private readonly ServiceProvider _services;

    private AccountsApp(TestDatabase database, int iterations)
    {
        _database = database;
        var services = new ServiceCollection();
        services.AddLogging();
        services.AddSingleton<TimeProvider>(Clock);
        services.AddSingleton<IConfiguration>(new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?>
        {
            [DatabaseOptions.Setting] = database.ConnectionString,
            [AccountPasswordHasher.IterationsSetting] = iterations.ToString(CultureInfo.InvariantCulture),
        }).Build());
        services.AddAnfragen();
        services.AddSingleton<ICurrentUser>(User);
        _services = services.BuildServiceProvider(new ServiceProviderOptions { ValidateScopes = true });
        QueryPlans.Watch();
    }

    public SettableClock Clock { get; } = new();

    public SettableUser User { get; } = new();

    public static async Task<AccountsApp> Start(DatabaseKind kind, int iterations = 10) =>
        new(await TestDatabase.Create(kind), iterations);

    public Task<TResult> Send<TResult>(IRequest<TResult> request) => With<IMediator, TResult>(mediator => mediator.Send(request));

    public Task<Account?> SignIn(string login, string password = Password) =>
        With<PasswordSignIn, Account?>(signIn => signIn.Check(login, password, CancellationToken.None));

    public Task<Session?> Session(Account account) =>
        With<Sessions, Session?>(sessions => sessions.Find(account.Id, account.SecurityStamp, CancellationToken.None));

    public Task<IReadOnlyList<T>> Rows<T>(string sql, object? parameters = null) =>
        With<DbSession, IReadOnlyList<T>>(db => db.List<T>(sql, parameters, CancellationToken.None));

    public Task<int> Execute(string sql, object? parameters = null) =>
        With<DbSession, int>(db => db.Execute(sql, parameters, CancellationToken.None));

    /// <summary>A scope of its own, as each request has one.</summary>
    public async Task<TResult> With<TService, TResult>(Func<TService, Task<TResult>> use) where TService : notnull
    {
        await using var scope = _services.CreateAsyncScope();
        return await use(scope.ServiceProvider.GetRequiredService<TService>());
    }

    public async ValueTask DisposeAsync()
    {
        await _services.DisposeAsync();
        await _database.DisposeAsync();
    }
}

internal sealed class SettableClock : TimeProvider
{
    public DateTimeOffset Now { get; set; } = new(2025, 9, 19, 10, 0, 0, TimeSpan.Zero);

    public override DateTimeOffset GetUtcNow() => Now;
}

/// <summary>The system's account as administrator, until a test says otherwise.</summary>
internal sealed class SettableUser : ICurrentUser
{
    public UserId? Id { get; set; } = WellKnown.System;

    public IReadOnlyList<RoleGrant> Grants { get; set; } = [new(Role.Administrator, WellKnown.Body)];
}
