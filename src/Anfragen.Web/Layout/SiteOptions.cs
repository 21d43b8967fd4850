namespace Anfragen.Web.Layout;

/// <summary>What the frame of every page says about its operator; section "Anfragen" of the configuration.</summary>
public sealed class SiteOptions
{
    public const string Section = "Anfragen";

    /// <summary>The city's name without "Stadt", such as "Mainz", until the master data has one.</summary>
    public string City { get; set; } = "Musterstadt";
}
