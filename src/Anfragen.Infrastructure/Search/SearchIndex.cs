using Anfragen.Domain;
using Anfragen.Domain.Search;
using Anfragen.Infrastructure.Database;

namespace Anfragen.Infrastructure.Search;

/// <summary>
/// A full-text index over inquiries: which there are, and how each is read and written. Its tables are <c>NAME_terms</c>, <c>NAME_documents</c>
/// and <c>NAME_words</c>; who may see what it finds is said by the statement that asks it.
/// </summary>
/// <param name="Name">The beginning of its tables' names.</param>
internal sealed record SearchIndex(string Name)
{
    /// <summary>The house's own index, over everything that was handed in or drafted. Never asked for the public.</summary>
    public static readonly SearchIndex Internal = new("search");

    private string SelectTerms(Dialect dialect) => $"SELECT id, term FROM {Name}_terms WHERE {dialect.OneOf("term", "terms")}";

    private string InsertTerms(Dialect dialect) => $"""
        INSERT INTO {Name}_terms (term, documents) SELECT value, 0 FROM {dialect.RowsOf("terms")}
        ON CONFLICT (term) DO NOTHING
        """;

    private string CountTerms(Dialect dialect) => $"UPDATE {Name}_terms SET documents = documents + @more WHERE {dialect.OneOf("id", "ids")}";

    private string SelectDocuments(Dialect dialect) => $"SELECT no, inquiry_id, passages FROM {Name}_documents WHERE {dialect.OneOf("inquiry_id", "ids")}";

    private string InsertDocument => $"INSERT INTO {Name}_documents (inquiry_id, passages) VALUES (@id, @passages) RETURNING no";

    private string UpdateDocument => $"UPDATE {Name}_documents SET passages = @passages WHERE no = @no";

    private string DeleteWords => $"DELETE FROM {Name}_words WHERE rowid = @no";

    private string InsertWords(Dialect dialect) => $"INSERT INTO {Name}_words (rowid, words) VALUES (@no, {dialect.WordsValue})";

    /// <summary>Tables to empty before everything is indexed anew.</summary>
    public IReadOnlyList<string> Clear => [$"DELETE FROM {Name}_words", $"DELETE FROM {Name}_documents", $"DELETE FROM {Name}_terms"];

    /// <summary>Terms that have come since the number <c>@last</c>.</summary>
    public string NewTerms => $"SELECT id, term FROM {Name}_terms WHERE id > @last ORDER BY id";

    /// <summary>How many inquiries have a term, for <c>@ids</c>.</summary>
    public string Counts(Dialect dialect) => $"SELECT id, documents FROM {Name}_terms WHERE {dialect.OneOf("id", "ids")}";

    /// <summary>About how many inquiries there are.</summary>
    public string Size => $"SELECT COALESCE(max(no), 0) FROM {Name}_documents";

    /// <summary>Brings the rows of some inquiries up to date, within the caller's transaction; only one at a time may do so.</summary>
    public async Task Write(DbSession db, IReadOnlyList<InquiryTexts> inquiries, CancellationToken cancel)
    {
        var analysed = inquiries.Select(inquiry => (inquiry.Id, Passages: inquiry.Passages().Select(passage => (passage.Kind, Words: GermanWords.Words(passage.Text))).ToList())).ToList();
        var numbers = await Numbers(db, [.. analysed.SelectMany(inquiry => inquiry.Passages).SelectMany(passage => passage.Words).Select(word => word.Term).Distinct()], cancel);
        var stored = (await db.List<DocumentRow>(SelectDocuments(db.Dialect), new { ids = analysed.Select(inquiry => inquiry.Id).ToList() }, cancel))
            .ToDictionary(row => row.InquiryId);
        var more = new Dictionary<int, int>();
        foreach (var (id, texts) in analysed)
        {
            var passages = texts.Select(text => new IndexedPassage(text.Kind, [.. text.Words.Select(word => numbers[word.Term])])).ToList();
            var before = stored.GetValueOrDefault(id);
            await Store(db, before, id, passages, cancel);
            foreach (var term in Distinct(passages)) more[term] = more.GetValueOrDefault(term) + 1;
            foreach (var term in before is null ? [] : Distinct(PassageBytes.Read(before.Passages))) more[term] = more.GetValueOrDefault(term) - 1;
        }

        foreach (var change in more.Where(pair => pair.Value != 0).GroupBy(pair => pair.Value, pair => pair.Key))
        {
            await db.Execute(CountTerms(db.Dialect), new { more = change.Key, ids = change.ToList() }, cancel);
        }
    }

    private async Task Store(DbSession db, DocumentRow? before, InquiryId id, IReadOnlyList<IndexedPassage> indexed, CancellationToken cancel)
    {
        var passages = PassageBytes.Of(indexed);
        long no;
        if (before is null)
        {
            no = await db.Single<long>(InsertDocument, new { id, passages }, cancel);
        }
        else
        {
            no = before.No;
            await db.Execute(UpdateDocument, new { no, passages }, cancel);
            await db.Execute(DeleteWords, new { no }, cancel);
        }

        await db.Execute(InsertWords(db.Dialect), new { no, words = string.Join(' ', Distinct(indexed)) }, cancel);
    }

    private async Task<IReadOnlyDictionary<string, int>> Numbers(DbSession db, IReadOnlyList<string> terms, CancellationToken cancel)
    {
        var known = (await db.List<TermRow>(SelectTerms(db.Dialect), new { terms }, cancel)).ToDictionary(row => row.Term, row => row.Id, StringComparer.Ordinal);
        var fresh = terms.Where(term => !known.ContainsKey(term)).Order(StringComparer.Ordinal).ToList();
        if (fresh.Count == 0) return known;
        await db.Execute(InsertTerms(db.Dialect), new { terms = fresh }, cancel);
        foreach (var row in await db.List<TermRow>(SelectTerms(db.Dialect), new { terms = fresh }, cancel)) known.Add(row.Term, row.Id);
        return known;
    }

    private static IEnumerable<int> Distinct(IEnumerable<IndexedPassage> passages) => passages.SelectMany(passage => passage.Terms).Distinct();
}

/// <summary>A term with its number.</summary>
internal sealed record TermRow
{
    public int Id { get; init; }

    public string Term { get; init; } = "";
}

/// <summary>In how many inquiries a term stands.</summary>
internal sealed record TermCount
{
    public int Id { get; init; }

    public int Documents { get; init; }
}

/// <summary>An inquiry as it is indexed.</summary>
internal sealed record DocumentRow
{
    public long No { get; init; }

    public InquiryId InquiryId { get; init; }

    public byte[] Passages { get; init; } = [];
}
