using Anfragen.Application;

namespace Anfragen.Infrastructure.Database;

internal sealed class Submissions(DbSession db, TimeProvider clock) : ISubmissions
{
    public async Task<string?> Find(Guid key, string useCase, CancellationToken cancel)
    {
        // Two requests with one key wait for each other here, so that the second finds what the first made.
        await db.Gate(key, GateMode.Exclusive, cancel);
        return await db.SingleOrDefault<string>(
            "SELECT result FROM submissions WHERE key = @key AND use_case = @use_case", new { key, useCase }, cancel);
    }

    public Task Remember(Guid key, string useCase, string result, CancellationToken cancel) => db.Execute(
        "INSERT INTO submissions (key, use_case, result, at) VALUES (@key, @use_case, @result, @at)",
        new { key, useCase, result, at = clock.GetUtcNow() }, cancel);
}
