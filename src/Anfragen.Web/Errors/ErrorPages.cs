
namespace Anfragen.Web.Errors;

/// <summary>Refusals and failures become German pages: one way for all of them, the status code, and one page, /fehler/{code}.</summary>
internal static class ErrorPages
{
    private const string LastWord = """
        <!DOCTYPE html><html lang="de"><meta charset="utf-8"><title>Störung</title>
        <h1>Es ist ein Fehler aufgetreten</h1>
        <p>Bitte versuchen Sie es in einigen Minuten noch einmal. Der Fehler ist aufgezeichnet.</p></html>
        """;

    public static void AddErrorPages(this IServiceCollection services) =>
        services.AddExceptionHandler<RefusalExceptionHandler>();

    /// <summary>The filters that every page shares.</summary>
    public static void AddRefusals(this IMvcBuilder mvc)
    {
        mvc.AddMvcOptions(options =>
        {
            // FluentValidation speaks, in German; a missing value is no error of binding.
            options.SuppressImplicitRequiredAttributeForNonNullableReferenceTypes = true;
            options.Filters.Add<FormReadFilter>();
            options.Filters.Add<ExpiredFormFilter>();
            options.Filters.Add<RefusalFilter>();
            options.ModelMetadataDetailsProviders.Add(new EmptyTextStaysText());
            GermanBindingMessages.Apply(options.ModelBindingMessageProvider);
        });
    }

    public static void UseErrorPages(this WebApplication app)
    {
        app.Use(LastResort);
        app.UseStatusCodePagesWithReExecute("/fehler/{0}");
        app.UseExceptionHandler(new ExceptionHandlerOptions
        {
            AllowStatusCode404Response = true,
            ExceptionHandler = _ => Task.CompletedTask,
        });
    }

    /// <summary>When the error page fails as well, as it does while the database is away: a page that needs nothing.</summary>
    private static async Task LastResort(HttpContext context, RequestDelegate next)
    {
        try
        {
            await next(context);
        }
        catch (Exception exception) when (!context.Response.HasStarted && !context.RequestAborted.IsCancellationRequested)
        {
            context.RequestServices.GetRequiredService<ILogger<RefusalExceptionHandler>>()
                .LogCritical(exception, "The error page failed, reference {Reference}", context.TraceIdentifier);
            context.Response.Clear();
            context.Response.StatusCode = StatusCodes.Status500InternalServerError;
            context.Response.ContentType = "text/html; charset=utf-8";
            await context.Response.WriteAsync(LastWord);
        }
    }
}
