using Anfragen.Infrastructure.Database;
using Anfragen.Infrastructure.Demo;
using Anfragen.Web.Tests.City;
using Microsoft.Extensions.DependencyInjection;

namespace Anfragen.Web.Tests.Inquiries;

/// <summary>One city for the tests of the inquiry pages: founded, nothing asked yet.</summary>
public sealed class InquiryCity : IAsyncLifetime
{
    private CityHost _host = null!;

    public Uri Address => _host.Address;

    public async Task InitializeAsync() => _host = await CityHost.Founded();

    public Task DisposeAsync() => _host.DisposeAsync().AsTask();

    internal Task<Person> SignIn(DemoAccount account) => Person.SignIn(_host, account);

    internal async Task<T> Database<T>(string sql, object parameters)
    {
        await using var scope = _host.Services.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<DbSession>().Single<T>(sql, parameters, CancellationToken.None);
    }
}

[CollectionDefinition(Name)]
public sealed class InquiryCollection : ICollectionFixture<InquiryCity>, ICollectionFixture<Browser.Chromium>
{
    public const string Name = "Inquiries";
}
