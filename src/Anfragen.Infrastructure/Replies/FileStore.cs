using Anfragen.Application.Replies;
using Anfragen.Domain;
using Anfragen.Infrastructure.Database;

namespace Anfragen.Infrastructure.Replies;

internal sealed class FileStore(DbSession db, TimeProvider clock) : IFiles
{
    private const string Insert = """
        INSERT INTO files (sha256, size, media_type, bytes, stored_at) VALUES (@sha256, @size, @media_type, @bytes, @at)
        ON CONFLICT (sha256) DO NOTHING
        """;

    public async Task<string> Put(byte[] bytes, string mediaType, CancellationToken cancel)
    {
        var sha256 = Digest.OfBytes(bytes);
        await db.Execute(Insert, new { sha256, size = bytes.LongLength, mediaType, bytes, at = clock.GetUtcNow() }, cancel);
        return sha256;
    }
}
