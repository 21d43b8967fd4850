using System.Data.Common;
using Anfragen.Infrastructure.Database;
using Microsoft.Extensions.DependencyInjection;

namespace Anfragen.Infrastructure.Council;

/// <summary>
/// What the city is called in the head of every page: the short name of the city in the master data. It is asked again now and then, and
/// the last answer stays while the database cannot be read, because the page that tells so has a head too.
/// </summary>
public sealed class CityName(IServiceScopeFactory scopes, TimeProvider clock)
{
    private const string SelectName = "SELECT short_name FROM organizations WHERE id = @body";

    private static readonly TimeSpan Kept = TimeSpan.FromSeconds(10);

    private Answer answer = new(null, DateTimeOffset.MinValue);

    /// <summary>Without "Stadt", such as "Mainz"; null as long as nobody has entered it.</summary>
    public async ValueTask<string?> Get(CancellationToken cancel)
    {
        var now = clock.GetUtcNow();
        if ((now - answer.At).Duration() < Kept) return answer.Name;
        try
        {
            await using var scope = scopes.CreateAsyncScope();
            var db = scope.ServiceProvider.GetRequiredService<DbSession>();
            answer = new Answer(await db.SingleOrDefault<string?>(SelectName, new { body = WellKnown.Body }, cancel), now);
        }
        catch (Exception exception) when (exception is DbException or DatabaseBusy)
        {
            answer = answer with { At = now };
        }

        return answer.Name;
    }

    private sealed record Answer(string? Name, DateTimeOffset At);
}
