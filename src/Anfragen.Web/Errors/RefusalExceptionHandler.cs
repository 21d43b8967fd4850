using Microsoft.AspNetCore.Diagnostics;

namespace Anfragen.Web.Errors;

/// <summary>
/// What no page turned into an answer: sets the status and leaves the body empty, so that the error page follows. Only
/// failures are logged, under the reference which the error page shows.
/// </summary>
internal sealed partial class RefusalExceptionHandler(ILogger<RefusalExceptionHandler> log) : IExceptionHandler
{
    public ValueTask<bool> TryHandleAsync(HttpContext context, Exception exception, CancellationToken cancel)
    {
        context.Response.StatusCode = Refusal.StatusOf(exception);
        if (context.Response.StatusCode >= StatusCodes.Status500InternalServerError)
        {
            Failed(exception, context.Request.Method, context.Request.Path, context.TraceIdentifier);
        }

        return ValueTask.FromResult(true);
    }

    [LoggerMessage(LogLevel.Error, "{Method} {Path} failed, reference {Reference}")]
    private partial void Failed(Exception exception, string method, string path, string reference);
}
