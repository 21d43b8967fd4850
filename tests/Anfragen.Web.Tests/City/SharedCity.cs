using Anfragen.Infrastructure.Database;
using Anfragen.Infrastructure.Demo;
using Anfragen.Infrastructure.Search;
using Microsoft.Extensions.DependencyInjection;

namespace Anfragen.Web.Tests.City;

/// <summary>Where people of the demo can sign in.</summary>
internal interface ICity
{
    Task<Person> SignIn(DemoAccount account);
}

/// <summary>One city for all tests of a collection; they make cases of their own in it.</summary>
public abstract class SharedCity(Func<Task<CityHost>> start) : IAsyncLifetime, ICity
{
    private CityHost _host = null!;

    public Uri Address => _host.Address;

    /// <summary>Where its data lie.</summary>
    public string Root => _host.Root;

    public async Task InitializeAsync() => _host = await start();

    public Task DisposeAsync() => _host.DisposeAsync().AsTask();

    Task<Person> ICity.SignIn(DemoAccount account) => SignIn(account);

    internal Task<Person> SignIn(DemoAccount account) => Person.SignIn(_host, account);

    /// <summary>Somebody who is not signed in.</summary>
    internal Person Stranger() => new(Address);

    /// <summary>What was saved so far can be found.</summary>
    internal Task<int> IndexSearch() => _host.Services.GetRequiredService<SearchIndexer>().CatchUp(CancellationToken.None);

    internal async Task<T> Database<T>(string sql, object? parameters = null)
    {
        await using var scope = _host.Services.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<DbSession>().Single<T>(sql, parameters, CancellationToken.None);
    }
}

/// <summary>Founded, nothing asked yet.</summary>
public sealed class FoundedCity() : SharedCity(CityHost.Founded);

/// <summary>With the demo's cases.</summary>
public sealed class LivelyCity() : SharedCity(CityHost.WithDemo);
