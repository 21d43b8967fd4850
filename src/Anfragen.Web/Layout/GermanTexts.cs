using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Unicode;
using Microsoft.Extensions.WebEncoders;

namespace Anfragen.Web.Layout;

internal static class GermanTexts
{
    /// <summary>Dates, numbers and encodings as German pages need them.</summary>
    public static void AddGermanTexts(this IServiceCollection services)
    {
        var german = CultureInfo.GetCultureInfo("de-DE");
        services.Configure<RequestLocalizationOptions>(options =>
        {
            options.DefaultRequestCulture = new(german);
            options.SupportedCultures = [german];
            options.SupportedUICultures = [german];
            options.RequestCultureProviders.Clear();
        });

        // Without this Razor writes every umlaut as &#xFC;
        services.Configure<WebEncoderOptions>(options => options.TextEncoderSettings = new TextEncoderSettings(UnicodeRanges.All));
    }
}
