using System.Net;
using Anfragen.Infrastructure;
using Anfragen.Infrastructure.Accounts;
using Anfragen.Infrastructure.Database;
using Anfragen.Infrastructure.Demo;
using Anfragen.Web.Layout;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Anfragen.Web.Tests;

/// <summary>The product on a real port with the demo's city in a folder of its own: people sign in as they would at home.</summary>
public sealed class CityHost : WebApplicationFactory<SiteOptions>, IAsyncLifetime
{
    private readonly DirectoryInfo _root = Directory.CreateTempSubdirectory("anfragen-city-");

    public CityHost() => UseKestrel(0);

    public Uri Address => ClientOptions.BaseAddress;

    public async Task InitializeAsync()
    {
        var product = AnfragenRoot.Find(new ConfigurationBuilder().Build());
        Directory.CreateSymbolicLink(Path.Combine(_root.FullName, "migrations"), product.Migrations);
        Directory.CreateSymbolicLink(Path.Combine(_root.FullName, "templates"), product.Templates);
        StartServer();
        await Services.GetRequiredService<Migrator>().Migrate(CancellationToken.None);
        await DemoCity.Load(Services.GetRequiredService<IConfiguration>(), null, CancellationToken.None);
    }

    /// <summary>Somebody who is not signed in.</summary>
    internal Person Stranger() => new(Address);

    /// <summary>Signs in as somebody of the city.</summary>
    internal async Task<Person> SignIn(DemoAccount account)
    {
        var person = Stranger();
        var form = WebForm.In(await person.Get("/anmelden"));
        form["Login"] = account.Login;
        form["Password"] = DemoCity.Password;
        using var answer = await person.Post("/anmelden", form);
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        return person;
    }

    internal async Task<T> Database<T>(string sql, object? parameters = null)
    {
        await using var scope = Services.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<DbSession>().Single<T>(sql, parameters, CancellationToken.None);
    }

    async Task IAsyncLifetime.DisposeAsync()
    {
        await DisposeAsync();
        _root.Delete(recursive: true);
    }

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        // In development the session's cookie also travels without TLS.
        builder.UseEnvironment("Development");
        builder.UseSetting(AnfragenRoot.Setting, _root.FullName);
        builder.UseSetting(AccountPasswordHasher.IterationsSetting, "10");
        builder.UseSetting("Anfragen:SignIn:AttemptsPerLogin", "1000");
        builder.UseSetting("Anfragen:SignIn:AttemptsPerAddress", "1000");
    }
}

/// <summary>A browser without a screen: keeps cookies, follows nothing, says where a form comes from.</summary>
internal sealed class Person
{
    private readonly HttpClient _client;

    public Person(Uri address)
    {
        _client = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false }) { BaseAddress = address };
        _client.DefaultRequestHeaders.Add("Origin", address.GetLeftPart(UriPartial.Authority));
    }

    public Task<HttpResponseMessage> Ask(string path) => _client.GetAsync(path);

    /// <summary>The page, which must be there.</summary>
    public async Task<string> Get(string path)
    {
        using var response = await Ask(path);
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        return await response.Content.ReadAsStringAsync();
    }

    public Task<HttpResponseMessage> Post(string path, WebForm form) => _client.PostAsync(path, form.Content());

    /// <summary>Posts and reads the page that must follow with this status.</summary>
    public async Task<string> Post(string path, WebForm form, HttpStatusCode expected)
    {
        using var response = await Post(path, form);
        var page = await response.Content.ReadAsStringAsync();
        Assert.True(response.StatusCode == expected, $"{(int)response.StatusCode} from {path}:\n{page}");
        return page;
    }

    /// <summary>Posts what must succeed and returns the address it leads to.</summary>
    public async Task<string> Do(string path, WebForm form)
    {
        using var response = await Post(path, form);
        Assert.True(response.StatusCode == HttpStatusCode.Redirect, $"{(int)response.StatusCode} from {path}:\n{await response.Content.ReadAsStringAsync()}");
        return response.Headers.Location!.ToString();
    }
}
