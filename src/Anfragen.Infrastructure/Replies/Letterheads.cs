using Anfragen.Application.Replies;
using Anfragen.Domain;
using Anfragen.Infrastructure.Council;
using Anfragen.Infrastructure.Database;

namespace Anfragen.Infrastructure.Replies;

/// <summary>The letterhead from the master data, its coat of arms from the files.</summary>
internal sealed class Letterheads(DbSession db, CouncilReader council) : ILetterheads
{
    private const string SelectCity = "SELECT COALESCE(short_name, name) FROM organizations WHERE id = @body";

    private const string SelectFile = "SELECT bytes FROM files WHERE sha256 = @sha256";

    public async Task<LetterFrame> Current(CancellationToken cancel)
    {
        if (await council.ReadLetterhead(cancel) is not { } letterhead)
        {
            return LetterFrame.Of(await db.Single<string>(SelectCity, new { body = WellKnown.Body }, cancel));
        }

        var emblem = letterhead.EmblemSha256 is { } sha256 ? await db.Single<FileRow>(SelectFile, new { sha256 }, cancel) : null;
        return LetterFrame.Of(letterhead, emblem?.Bytes);
    }

    public async Task<IReadOnlyList<string>> NamesOf(IReadOnlyList<OrganizationId> organizations, CancellationToken cancel)
    {
        if (organizations.Count == 0) return [];
        var names = (await db.List<NameRow>(
            $"SELECT id, name FROM organizations WHERE {db.Dialect.OneOf("id", "organizations")}", new { organizations }, cancel)).ToDictionary(row => row.Id, row => row.Name);
        return [.. organizations.Select(organization => names[organization])];
    }

    private sealed record NameRow(OrganizationId Id, string Name);

    private sealed record FileRow
    {
        public byte[] Bytes { get; init; } = [];
    }
}
