using Anfragen.Web.Layout;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Server.Kestrel.Core;

namespace Anfragen.Web.Security;

/// <summary>Antiforgery cookie and the sizes a form may have.</summary>
internal static class FormProtection
{
    /// <summary>Values in one form: 300 questions with ten fields each, and room to spare.</summary>
    public const int MostValues = 4_096;

    /// <summary>Bytes of one encoded value: 100,000 characters of any script with room, so that the validator speaks before this limit.</summary>
    public const int LongestValue = 4 * 1024 * 1024;

    /// <summary>Bytes of one request.</summary>
    public const int LargestRequest = 32 * 1024 * 1024;

    public static void AddFormProtection(this IServiceCollection services)
    {
        services.AddAntiforgery(options =>
        {
            options.Cookie.Name = "anfragen-form";
            options.Cookie.HttpOnly = true;
            options.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
            // Lax, not Strict: a visit by a link in a mail would otherwise get a new cookie and void forms open in other tabs.
            options.Cookie.SameSite = SameSiteMode.Lax;
        });
        services.AddSingleton<UploadLimits>();
        services.Configure<CookieTempDataProviderOptions>(options =>
        {
            options.Cookie.Name = Notices.Cookie;
            options.Cookie.HttpOnly = true;
            options.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
            options.Cookie.SameSite = SameSiteMode.Lax;
        });
        services.Configure<KestrelServerOptions>(options => options.Limits.MaxRequestBodySize = LargestRequest);
        services.Configure<FormOptions>(options =>
        {
            options.ValueCountLimit = MostValues;
            options.ValueLengthLimit = LongestValue;
            // Pages that take files allow more for themselves.
            options.MultipartBodyLengthLimit = LongestValue;
        });
        services.Configure<MvcOptions>(options =>
        {
            // More members than a form may have values: the form's limit answers in German, this one would throw.
            options.MaxModelBindingCollectionSize = MostValues + 1;
            options.MaxModelValidationErrors = MostValues;
        });
    }
}
