using System.Net;
using System.Text.RegularExpressions;
using Anfragen.Application;
using Anfragen.Application.Accounts;
using Anfragen.Domain;
using Anfragen.Domain.Council;
using Anfragen.Infrastructure;
using Anfragen.Infrastructure.Accounts;
using Anfragen.Infrastructure.Database;
using Anfragen.Web.Layout;
using MediatR;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.Mvc.Testing.Handlers;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Anfragen.Web.Tests.Accounts;

/// <summary>
/// The product as it runs at a city, in Production, with a folder and a clock of its own. The pages of Pages/StyleGuide/ stand for
/// pages that somebody forgot to open: they ask for the sign-in.
/// </summary>
public sealed class SignInHost : WebApplicationFactory<SiteOptions>
{
    public const string Password = "gartenzaun-und-mond";

    private readonly DirectoryInfo _root;
    private readonly bool _ownsRoot;
    private readonly Dictionary<string, string> _settings;

    public SignInHost() : this(null)
    {
    }

    /// <param name="root">The folder of an earlier host, as after a restart.</param>
    /// <param name="settings">Settings beside the usual ones.</param>
    internal SignInHost(DirectoryInfo? root, params (string Key, string Value)[] settings)
    {
        _ownsRoot = root is null;
        _root = root ?? NewRoot();
        _settings = settings.ToDictionary(setting => setting.Key, setting => setting.Value);
        ClientOptions.BaseAddress = new Uri("https://localhost");
        ClientOptions.AllowAutoRedirect = false;
    }

    internal SettableClock Clock { get; } = new();

    internal DirectoryInfo Root => _root;

    /// <summary>A host on a real port, for a browser.</summary>
    internal static SignInHost Listening(params (string Key, string Value)[] settings)
    {
        var host = new SignInHost(null, settings);
        host.UseKestrel(0);
        host.StartServer();
        return host;
    }

    /// <summary>Adds an account with the password of all tests.</summary>
    internal async Task<string> Account()
    {
        var login = $"jana.{Guid.CreateVersion7():N}";
        await Send(new AddAccount { Name = "Jana Petersen", Login = login, Password = Password, Role = Role.Administrator, Organization = "Stadtverwaltung" });
        return login;
    }

    internal async Task Lock(string login)
    {
        var id = await Database(db => db.Single<UserId>("SELECT id FROM users WHERE login = @login", new { login }, CancellationToken.None));
        await Send(new LockAccount(id));
    }

    internal async Task<TResult> Database<TResult>(Func<DbSession, Task<TResult>> use)
    {
        await using var scope = Services.CreateAsyncScope();
        return await use(scope.ServiceProvider.GetRequiredService<DbSession>());
    }

    /// <summary>As an administrator.</summary>
    private async Task<TResult> Send<TResult>(IRequest<TResult> request)
    {
        await using var scope = Services.CreateAsyncScope();
        var administrator = new Session(WellKnown.System, "System", [new RoleGrant(Role.Administrator, WellKnown.Body)], [], []);
        var context = new DefaultHttpContext();
        context.Features.Set(administrator);
        scope.ServiceProvider.GetRequiredService<IHttpContextAccessor>().HttpContext = context;
        return await scope.ServiceProvider.GetRequiredService<IMediator>().Send(request);
    }

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        builder.UseEnvironment("Production");
        builder.UseSetting(AnfragenRoot.Setting, _root.FullName);
        builder.UseSetting(AccountPasswordHasher.IterationsSetting, "10");
        foreach (var (key, value) in _settings) builder.UseSetting(key, value);
        builder.ConfigureTestServices(services =>
        {
            services.AddSingleton<TimeProvider>(Clock);
            services.AddMvc().AddApplicationPart(typeof(SignInHost).Assembly);
        });
    }

    protected override IHost CreateHost(IHostBuilder builder)
    {
        var host = base.CreateHost(builder);
        host.Services.GetRequiredService<Migrator>().Migrate(CancellationToken.None).GetAwaiter().GetResult();
        return host;
    }

    protected override void Dispose(bool disposing)
    {
        base.Dispose(disposing);
        if (disposing && _ownsRoot && _root.Exists) _root.Delete(recursive: true);
    }

    private static DirectoryInfo NewRoot()
    {
        var root = Directory.CreateTempSubdirectory("anfragen-web-");
        var product = AnfragenRoot.Find(new ConfigurationBuilder().Build());
        Directory.CreateSymbolicLink(Path.Combine(root.FullName, "migrations"), product.Migrations);
        Directory.CreateSymbolicLink(Path.Combine(root.FullName, "templates"), product.Templates);
        return root;
    }
}

/// <summary>A clock that stands until it is set; cookies follow it as well.</summary>
internal sealed class SettableClock : TimeProvider
{
    public DateTimeOffset Now { get; set; } = System.GetUtcNow();

    public override DateTimeOffset GetUtcNow() => Now;
}

/// <summary>A browser without a screen: it keeps cookies, says where a form comes from and fills in the hidden fields.</summary>
internal sealed partial class Visitor
{
    private readonly CookieContainer _cookies = new();
    private readonly Uri _address;

    public Visitor(SignInHost host)
    {
        _address = host.ClientOptions.BaseAddress;
        Client = host.CreateDefaultClient(_address, new CookieContainerHandler(_cookies));
    }

    public HttpClient Client { get; }

    /// <summary>As the header of a request, for another visitor.</summary>
    public string Cookies => _cookies.GetCookieHeader(_address);

    public Task<HttpResponseMessage> Get(string path) => Client.GetAsync(path);

    public async Task<HttpResponseMessage> SignIn(string login, string password = SignInHost.Password, string query = "")
    {
        using var page = await Get($"/anmelden{query}");
        var fields = HiddenFields(await page.Content.ReadAsStringAsync());
        return await Post("/anmelden", [.. fields, ("Login", login), ("Password", password)]);
    }

    public Task<HttpResponseMessage> Post(string path, IEnumerable<(string Name, string Value)> fields, string? origin = "https://localhost") =>
        Send(path, new FormUrlEncodedContent(fields.Select(field => KeyValuePair.Create(field.Name, field.Value))), origin);

    public async Task<HttpResponseMessage> Send(string path, HttpContent content, string? origin = "https://localhost")
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = content };
        if (origin is not null) request.Headers.Add("Origin", origin);
        return await Client.SendAsync(request);
    }

    /// <summary>What the form of the page would send without anybody typing; the form that signs out is not meant.</summary>
    public static IReadOnlyList<(string Name, string Value)> HiddenFields(string page)
    {
        var form = Form().Matches(page).First(form => !form.Value.Contains("/abmelden", StringComparison.Ordinal)).Value;
        return [.. Hidden().Matches(form).Select(field => (Attribute(field.Value, "name"), Attribute(field.Value, "value")))];
    }

    private static string Attribute(string element, string name) =>
        WebUtility.HtmlDecode(Regex.Match(element, $"\\b{name}=\"([^\"]*)\"").Groups[1].Value);

    [GeneratedRegex("<form.*?</form>", RegexOptions.Singleline)]
    private static partial Regex Form();

    [GeneratedRegex("<input[^>]*type=\"hidden\"[^>]*>")]
    private static partial Regex Hidden();
}
