using Anfragen.Domain.Search;
using Anfragen.Infrastructure.Database;

namespace Anfragen.Infrastructure.Search;

/// <summary>The terms of an index in the memory of the process; each request first brings along those that have come since.</summary>
internal sealed class SearchVocabulary
{
    private readonly Lock _turn = new();
    private readonly Vocabulary _terms = new();

    /// <summary>Asks the vocabulary as it is in the database now.</summary>
    public async Task<T> Ask<T>(DbSession db, SearchIndex index, Func<Vocabulary, T> question, CancellationToken cancel)
    {
        int last;
        lock (_turn) last = _terms.LastId;
        var fresh = await db.List<TermRow>(index.NewTerms, new { last }, cancel);
        lock (_turn)
        {
            foreach (var row in fresh)
            {
                // Another request may have brought it meanwhile.
                if (row.Id > _terms.LastId) _terms.Add(row.Id, row.Term);
            }

            return question(_terms);
        }
    }
}
