using System.Net;
using System.Security.Claims;
using System.Text.Encodings.Web;
using Anfragen.Infrastructure.Database;
using Anfragen.Web.Layout;
using Anfragen.Web.Security;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Anfragen.Web.Tests;

/// <summary>
/// The product on a real port, with the pages of Pages/StyleGuide/ beside its own and a sign-in by header: what is tested is the frame
/// that all pages share.
/// </summary>
public sealed class ShellHost : WebApplicationFactory<SiteOptions>
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("anfragen-shell-");

    public ShellHost()
    {
        UseKestrel(0);
        StartServer();
    }

    public Uri Address => ClientOptions.BaseAddress;

    /// <summary>A client that keeps cookies, follows nothing and is signed in under the name, if one is given.</summary>
    public HttpClient Client(string? name = null)
    {
        var client = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false, CookieContainer = new CookieContainer() }) { BaseAddress = Address };
        if (name is not null) client.DefaultRequestHeaders.Add(HeaderSignIn.Header, name);
        return client;
    }

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        builder.UseEnvironment("Testing");
        builder.UseSetting(DatabaseOptions.Setting, $"Data Source={Path.Combine(_folder.FullName, "anfragen.db")}");
        builder.ConfigureTestServices(services =>
        {
            services.AddMvc().AddApplicationPart(typeof(ShellHost).Assembly);
            services.Configure<RazorPagesOptions>(options => options.Conventions.AllowAnonymousToFolder("/StyleGuide"));
            services.AddAuthentication(HeaderSignIn.Scheme).AddScheme<AuthenticationSchemeOptions, HeaderSignIn>(HeaderSignIn.Scheme, null);
        });
    }

    protected override void Dispose(bool disposing)
    {
        base.Dispose(disposing);
        if (disposing && _folder.Exists) _folder.Delete(recursive: true);
    }
}

/// <summary>Believes a header. The name "kaputt" stands for a user store that is away.</summary>
internal sealed class HeaderSignIn(IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory logger, UrlEncoder encoder)
    : AuthenticationHandler<AuthenticationSchemeOptions>(options, logger, encoder)
{
    public new const string Scheme = "Header";
    public const string Header = "X-Test-User";

    protected override Task<AuthenticateResult> HandleAuthenticateAsync()
    {
        if (Request.Headers[Header].ToString() is not { Length: > 0 } name) return Task.FromResult(AuthenticateResult.NoResult());
        if (name == "kaputt") throw new IOException("The user store is away.");
        var identity = new ClaimsIdentity(
            [
                new(ClaimTypes.Name, name),
                new(AnfragenClaims.Organization, "Hauptamt"),
                new(AnfragenClaims.Permission, "SubmitInquiries"),
            ], Scheme);
        return Task.FromResult(AuthenticateResult.Success(new AuthenticationTicket(new ClaimsPrincipal(identity), Scheme)));
    }
}

[CollectionDefinition(Name)]
public sealed class ShellCollection : ICollectionFixture<ShellHost>, ICollectionFixture<Browser.Chromium>
{
    public const string Name = "Shell";
}
