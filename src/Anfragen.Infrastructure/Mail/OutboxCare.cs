using Microsoft.Extensions.DependencyInjection;

namespace Anfragen.Infrastructure.Mail;

/// <summary>Once an hour forgets mails that are long settled.</summary>
public sealed class OutboxCare(IServiceScopeFactory scopes, TimeProvider clock)
{
    private static readonly TimeSpan Every = TimeSpan.FromHours(1);

    private DateTimeOffset last = DateTimeOffset.MinValue;

    /// <summary>Does so if it was not done within the hour.</summary>
    public async Task RunIfDue(CancellationToken cancel)
    {
        if ((clock.GetUtcNow() - last).Duration() < Every) return;
        await using var scope = scopes.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<Outbox>().Forget(cancel);
        last = clock.GetUtcNow();
    }
}
