using System.Security.Claims;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;

namespace Anfragen.Web.Security;

/// <summary>A page whose form takes a secret other than at the sign-in: it may be sent as often as the sign-in's.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class LimitedAttemptsAttribute : Attribute, IAsyncPageFilter
{
    public Task OnPageHandlerSelectionAsync(PageHandlerSelectedContext context) => Task.CompletedTask;

    public async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        var http = context.HttpContext;
        if (!HttpMethods.IsPost(http.Request.Method))
        {
            await next();
            return;
        }

        var whose = http.User.FindFirstValue(ClaimTypes.NameIdentifier) ?? http.Request.Path.ToString();
        using var lease = await http.RequestServices.GetRequiredService<SignInLimits>().Try(whose, http.Connection.RemoteIpAddress, http.RequestAborted);
        if (lease.IsAcquired) await next();
        else context.Result = new StatusCodeResult(StatusCodes.Status429TooManyRequests);
    }
}
