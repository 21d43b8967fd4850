namespace Anfragen.Web.Security;

/// <summary>Present on a request that sent a form without a session: what the sign-in page carries on.</summary>
/// <param name="Kept">The protected form, or null when it was too large to keep.</param>
public sealed record InterruptedForm(string? Kept, bool HadFiles);

/// <summary>
/// What somebody gets whose session is missing or over. A page is asked for again after the sign-in. A form keeps its text: the
/// sign-in page comes in its place and carries it along. This happens before the antiforgery check, whose token has run out too.
/// </summary>
internal static class ExpiredSession
{
    public const string SignInPath = "/anmelden";
    public const string SignOutPath = "/abmelden";

    public static async Task Answer(HttpContext context)
    {
        var request = context.Request;
        if (request.Headers.ContainsKey("HX-Request"))
        {
            // A part of a page: htmx leaves the page with the text as it is.
            context.Response.StatusCode = StatusCodes.Status401Unauthorized;
        }
        else if (HttpMethods.IsPost(request.Method) && request.HasFormContentType && IsFromHere(request) && request.Path != SignOutPath)
        {
            await Keep(context);
        }
        else
        {
            context.Response.Redirect(SignInPath + QueryString.Create("returnUrl", Address(request)));
        }
    }

    /// <summary>Shows the sign-in page in place of the form's own answer.</summary>
    public static void UseSignInInPlace(this IApplicationBuilder app) => app.Use(async (context, next) =>
    {
        await next(context);
        if (context.Features.Get<InterruptedForm>() is null || context.Response.HasStarted) return;

        var request = context.Request;
        request.Method = HttpMethods.Get;
        request.QueryString = QueryString.Create("returnUrl", Address(request));
        request.Path = SignInPath;
        context.SetEndpoint(null);
        request.RouteValues.Clear();
        await next(context);
    });

    /// <summary>Whether the browser says that a page of ours sent the request; a foreign one must not put words into anybody's form.</summary>
    public static bool IsFromHere(HttpRequest request) =>
        request.Headers["Sec-Fetch-Site"] == "same-origin"
        || string.Equals(request.Headers.Origin, $"{request.Scheme}://{request.Host}", StringComparison.OrdinalIgnoreCase);

    private static async Task Keep(HttpContext context)
    {
        try
        {
            var form = await context.Request.ReadFormAsync(context.RequestAborted);
            var inputs = context.RequestServices.GetRequiredService<KeptInputs>();
            context.Features.Set(new InterruptedForm(inputs.Keep(Address(context.Request), form), form.Files.Count > 0));
            context.Response.StatusCode = StatusCodes.Status401Unauthorized;
        }
        catch (Exception exception) when (exception is InvalidDataException or BadHttpRequestException)
        {
            context.Response.StatusCode = StatusCodes.Status413PayloadTooLarge;
        }
    }

    private static string Address(HttpRequest request) => request.PathBase + request.Path + request.QueryString;
}
