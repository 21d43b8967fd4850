using Microsoft.AspNetCore.Diagnostics;

namespace Anfragen.Web.Errors;

/// <summary>
/// What no page turned into an answer: sets the status and leaves the body empty, so that the error page follows. Only
/// failures are logged, under the reference which the error page shows.
/// </summary>
internal sealed partial class RefusalExceptionHandler(ILogger<RefusalExceptionHandler> log) : IExceptionHandler
{
    private const string RetryAfterSeconds = "10";

    private const string LastWord = """
        <!DOCTYPE html><html lang="de"><meta charset="utf-8"><title>Störung</title>
        <h1>Es ist ein Fehler aufgetreten</h1>
        <p>Bitte versuchen Sie es in einigen Minuten noch einmal. Der Fehler ist aufgezeichnet.</p></html>
        """;

    public async ValueTask<bool> TryHandleAsync(HttpContext context, Exception exception, CancellationToken cancel)
    {
        context.Response.StatusCode = Refusal.StatusOf(exception);
        if (context.Response.StatusCode == StatusCodes.Status503ServiceUnavailable) context.Response.Headers.RetryAfter = RetryAfterSeconds;
        if (context.Response.StatusCode >= StatusCodes.Status500InternalServerError)
        {
            Failed(exception, context.Request.Method, context.Request.Path, context.TraceIdentifier);
        }

        // The error page failed as well, as it may while the database is away: a page that needs nothing.
        if (context.IsErrorPage())
        {
            context.Response.ContentType = "text/html; charset=utf-8";
            await context.Response.WriteAsync(LastWord, cancel);
        }

        return true;
    }

    [LoggerMessage(LogLevel.Error, "{Method} {Path} failed, reference {Reference}")]
    private partial void Failed(Exception exception, string method, string path, string reference);
}
