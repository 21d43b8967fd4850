using System.Net;
using System.Threading.RateLimiting;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;

namespace Anfragen.Web.Security;

/// <summary>How often strangers may send files, and how many files are looked at at once.</summary>
public sealed class UploadLimits : IDisposable
{
    /// <summary>For one network, behind which a whole town hall may sit.</summary>
    public const int PerWindow = 60;

    private const int Waiting = 32;

    private static readonly TimeSpan Window = TimeSpan.FromMinutes(5);

    private readonly PartitionedRateLimiter<IPAddress> _arrivals = PartitionedRateLimiter.Create<IPAddress, IPAddress>(
        network => RateLimitPartition.GetFixedWindowLimiter(network, _ => new FixedWindowRateLimiterOptions { PermitLimit = PerWindow, Window = Window }));

    private readonly ConcurrencyLimiter _work = new(new ConcurrencyLimiterOptions { PermitLimit = Environment.ProcessorCount, QueueLimit = Waiting });

    /// <summary>Leave to send a file.</summary>
    public RateLimitLease Arrive(IPAddress? address) => _arrivals.AttemptAcquire(ClientNetwork.Of(address));

    /// <summary>Leave to have it looked at, to be held until that is done.</summary>
    public ValueTask<RateLimitLease> Work(CancellationToken cancel) => _work.AcquireAsync(cancellationToken: cancel);

    public void Dispose()
    {
        _arrivals.Dispose();
        _work.Dispose();
    }
}

/// <summary>
/// A page to which everybody may send files. Too many from one network are turned away before they are read; the work on them is shared out
/// only afterwards, so that nobody holds a place by sending slowly.
/// </summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class LimitedUploadsAttribute : Attribute, IAsyncAuthorizationFilter, IAsyncPageFilter, IOrderedFilter
{
    /// <summary>After the sizes a page sets for itself (900), before the form is read (950).</summary>
    public int Order => 940;

    public Task OnAuthorizationAsync(AuthorizationFilterContext context)
    {
        if (HttpMethods.IsPost(context.HttpContext.Request.Method))
        {
            using var lease = Limits(context.HttpContext).Arrive(context.HttpContext.Connection.RemoteIpAddress);
            if (!lease.IsAcquired) context.Result = TooMany();
        }

        return Task.CompletedTask;
    }

    public Task OnPageHandlerSelectionAsync(PageHandlerSelectedContext context) => Task.CompletedTask;

    public async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        using var lease = HttpMethods.IsPost(context.HttpContext.Request.Method) ? await Limits(context.HttpContext).Work(context.HttpContext.RequestAborted) : null;
        if (lease is { IsAcquired: false }) context.Result = TooMany();
        else await next();
    }

    private static UploadLimits Limits(HttpContext context) => context.RequestServices.GetRequiredService<UploadLimits>();

    private static StatusCodeResult TooMany() => new(StatusCodes.Status429TooManyRequests);
}
