using System.Net;
using Microsoft.AspNetCore.HttpOverrides;
using IPNetwork = System.Net.IPNetwork;

namespace Anfragen.Web.Security;

/// <summary>
/// Which machines may say on whose behalf they ask (X-Forwarded-For, -Proto, -Host): those that the operator names and no other.
/// Anybody else's headers are what somebody typed, and would outwit the limits on signing in.
/// </summary>
internal static class Proxies
{
    public const string Setting = "Anfragen:Proxies";

    /// <summary>ASP.NET Core's own switch; it would believe everybody.</summary>
    public const string BelievesEverybody = "ForwardedHeaders_Enabled";

    private static readonly char[] Separators = [',', ';', ' '];

    /// <summary>Addresses and networks, from one value with commas or from a list.</summary>
    public static IReadOnlyList<string> Named(IConfiguration configuration)
    {
        var section = configuration.GetSection(Setting);
        return [.. section.GetChildren().Select(child => child.Value).Prepend(section.Value)
            .SelectMany(value => (value ?? "").Split(Separators, StringSplitOptions.RemoveEmptyEntries))];
    }

    /// <summary>The address or network; null when it is neither or stands for everybody.</summary>
    public static IPNetwork? Network(string named)
    {
        if (!named.Contains('.') && !named.Contains(':')) return null;
        if (IPAddress.TryParse(named, out var address)) return new IPNetwork(address, address.GetAddressBytes().Length * 8);
        return IPNetwork.TryParse(named, out var network) && network.PrefixLength > 0 ? network : null;
    }

    public static void AddProxies(this IServiceCollection services) =>
        services.AddOptions<ForwardedHeadersOptions>().Configure<IConfiguration>((options, configuration) =>
        {
            options.ForwardedHeaders = ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto | ForwardedHeaders.XForwardedHost;
            options.KnownProxies.Clear();
            options.KnownIPNetworks.Clear();
            // As far back as the proxies are known; the first unknown address is the visitor's.
            options.ForwardLimit = null;
            foreach (var network in Named(configuration).Select(Network).OfType<IPNetwork>()) options.KnownIPNetworks.Add(network);
        });

    /// <summary>Before all that looks at the address. Without a named proxy nothing is put in, since the middleware then asks nobody who they are.</summary>
    public static void UseProxies(this WebApplication app)
    {
        if (Named(app.Configuration).Count > 0) app.UseForwardedHeaders();
    }
}
