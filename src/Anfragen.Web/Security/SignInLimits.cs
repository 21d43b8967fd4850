using System.Net;
using System.Threading.RateLimiting;
using Anfragen.Application.Accounts;
using Microsoft.Extensions.Options;

namespace Anfragen.Web.Security;

/// <summary>How often somebody may try to sign in; section "Anfragen:SignIn" of the configuration.</summary>
public sealed class SignInLimitOptions
{
    public const string Section = "Anfragen:SignIn";

    /// <summary>For one login, whether it exists or not. The lockout after five failures is the closer limit.</summary>
    public int AttemptsPerLogin { get; set; } = 10;

    /// <summary>For one address, behind which a whole town hall may sit.</summary>
    public int AttemptsPerAddress { get; set; } = 100;

    public TimeSpan Window { get; set; } = TimeSpan.FromMinutes(5);
}

/// <summary>Holds back attempts to sign in: by login, by address, and as many at once as there are processors to hash.</summary>
public sealed class SignInLimits : IDisposable
{
    private const int Waiting = 64;

    private readonly PartitionedRateLimiter<Attempt> _limiter;

    public SignInLimits(IOptions<SignInLimitOptions> options)
    {
        var limits = options.Value;
        _limiter = PartitionedRateLimiter.CreateChained(
            PartitionedRateLimiter.Create<Attempt, IPAddress>(attempt => Window(attempt.Address, limits.AttemptsPerAddress)),
            PartitionedRateLimiter.Create<Attempt, string>(attempt => Window(attempt.Login, limits.AttemptsPerLogin)),
            PartitionedRateLimiter.Create<Attempt, int>(_ => RateLimitPartition.GetConcurrencyLimiter(0, _ => new ConcurrencyLimiterOptions
            {
                PermitLimit = Environment.ProcessorCount,
                QueueLimit = Waiting,
            })));

        RateLimitPartition<TKey> Window<TKey>(TKey key, int attempts) => RateLimitPartition.GetFixedWindowLimiter(
            key, _ => new FixedWindowRateLimiterOptions { PermitLimit = attempts, Window = limits.Window });
    }

    /// <summary>Leave to try, to be held until the attempt is over; look at <see cref="RateLimitLease.IsAcquired"/>.</summary>
    public ValueTask<RateLimitLease> Try(string login, IPAddress? address, CancellationToken cancel) =>
        _limiter.AcquireAsync(new Attempt(Key(login), ClientNetwork.Of(address)), cancellationToken: cancel);

    public void Dispose() => _limiter.Dispose();

    // What is longer than any login shares one limit, so that nobody fills the memory with long keys.
    private static string Key(string login) => login.Length > 200 ? "" : Login.Fold(login);

    private sealed record Attempt(string Login, IPAddress Address);
}
