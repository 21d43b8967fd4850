using Anfragen.Application;

namespace Anfragen.Infrastructure.Database;

internal sealed class Submissions(DbSession db, TimeProvider clock) : ISubmissions
{
    private const string SelectSubmission = "SELECT use_case, content_sha256, result FROM submissions WHERE key = @key";

    private const string InsertSubmission = """
        INSERT INTO submissions (key, use_case, content_sha256, result, at)
        VALUES (@key, @use_case, @content_sha256, @result, @at)
        """;

    public async Task<Submission?> Find(Guid key, CancellationToken cancel)
    {
        // Two requests with one key wait for each other here, so that the second finds what the first made.
        await db.Gate(key, GateMode.Exclusive, cancel);
        return await db.SingleOrDefault<Submission>(SelectSubmission, new { key }, cancel);
    }

    public Task Remember(Guid key, Submission submission, CancellationToken cancel) => db.Execute(
        InsertSubmission, new { key, submission.UseCase, submission.ContentSha256, submission.Result, at = clock.GetUtcNow() }, cancel);
}
