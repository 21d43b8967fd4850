using Anfragen.Application;
using Anfragen.Infrastructure.Database;

namespace Anfragen.Infrastructure.Portal;

/// <summary>The files of the public edition.</summary>
internal sealed class PublicFiles(DbSession db)
{
    private const string Select = """
        SELECT f.bytes, f.media_type, f.sha256
        FROM public_inquiries i
        JOIN public_files p ON p.public_id = i.public_id AND p.file_name = @name
        JOIN files f ON f.sha256 = p.sha256
        WHERE i.slug = @slug
        """;

    /// <exception cref="NotFound">Nothing of that name is public there.</exception>
    public async Task<PublicFile> Get(string slug, string name, CancellationToken cancel) =>
        await db.SingleOrDefault<PublicFile>(Select, new { slug, name }, cancel) ?? throw new NotFound();
}

/// <summary>One of them.</summary>
internal sealed record PublicFile
{
    public byte[] Bytes { get; init; } = [];

    public string MediaType { get; init; } = "";

    public string Sha256 { get; init; } = "";
}
