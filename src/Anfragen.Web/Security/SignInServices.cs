namespace Anfragen.Web.Security;

/// <summary>Everything between the sign-in page and <see cref="Anfragen.Application.ICurrentUser"/>.</summary>
internal static class SignInServices
{
    public static void AddSignIn(this WebApplicationBuilder builder)
    {
        builder.Services.Configure<SignInLimitOptions>(builder.Configuration.GetSection(SignInLimitOptions.Section));
        builder.Services.AddSingleton<SignInLimits>();
        builder.Services.AddScoped<SignInGate>();
        builder.Services.AddSingleton<KeptInputs>();
        builder.Services.AddKeyRing();
        builder.Services.AddSessionCookie();
        builder.Services.AddSignInForTheRest();
    }

    /// <summary>Finds the endpoint, then the session, then whether the endpoint is open to it.</summary>
    public static void UseSignIn(this WebApplication app)
    {
        app.UseSignInInPlace();
        // Named here, because without it routing would come first of all and the sign-in page could not take a form's place.
        app.UseRouting();
        app.UseAuthentication();
        app.UseAuthorization();
    }
}
