using Anfragen.Infrastructure.Council;
using Microsoft.Extensions.Options;

namespace Anfragen.Web.Layout;

/// <summary>What the frame of every page says about its operator.</summary>
public sealed class Site(CityName city, IOptions<SiteOptions> options)
{
    /// <summary>The city's name without "Stadt": as the master data has it, else as the configuration says.</summary>
    public async ValueTask<string> City(CancellationToken cancel) => await city.Get(cancel) ?? options.Value.City;
}
