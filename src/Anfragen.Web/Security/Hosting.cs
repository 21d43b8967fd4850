namespace Anfragen.Web.Security;

internal static class Hosting
{
    private const string LocalAddress = "http://127.0.0.1:5080";

    /// <summary>
    /// A published program finds its settings and static files beside itself, whatever folder it is started from; an unpublished one
    /// finds them in the source, by the working directory or by who starts it.
    /// </summary>
    public static WebApplicationOptions Options(string[] args) => new()
    {
        Args = args,
        ContentRootPath = Directory.Exists(Path.Combine(AppContext.BaseDirectory, "wwwroot")) ? AppContext.BaseDirectory : null,
    };

    /// <summary>
    /// Prepares the server. It listens on this machine only, unless the operator names an address by --urls, ASPNETCORE_URLS, ASPNETCORE_HTTP_PORTS
    /// or Kestrel:Endpoints. The address is not in appsettings.json because that file would win over ASPNETCORE_URLS.
    /// </summary>
    public static void SetUpKestrel(this ConfigureWebHostBuilder host)
    {
        // So that an unpublished build finds its assets in every environment and not in Development alone.
        host.UseStaticWebAssets();
        host.ConfigureKestrel(kestrel => kestrel.AddServerHeader = false);
        string[] named = [WebHostDefaults.ServerUrlsKey, WebHostDefaults.HttpPortsKey, WebHostDefaults.HttpsPortsKey];
        if (named.All(key => string.IsNullOrEmpty(host.GetSetting(key)))) host.UseUrls(LocalAddress);
    }
}
