using Anfragen.Application.Search;
using Anfragen.Domain;
using Anfragen.Domain.Search;
using Anfragen.Infrastructure.Database;

namespace Anfragen.Infrastructure.Search;

/// <summary>What search and similarity have in common: words into terms, the candidates the person may see, and their order.</summary>
internal sealed class InquirySearch(DbSession db, Visible visible, SearchVocabulary vocabulary)
{
    // Neither order nor bound may depend on what the planner thinks: the newest first, each looked at once.
    private string SelectCandidates(bool onlyAnswered) => $"""
        SELECT d.no, d.inquiry_id, d.passages
        FROM search_words w CROSS JOIN search_documents d CROSS JOIN inquiries i
        WHERE {db.Dialect.HasWords("search_words")} AND d.no = w.rowid AND i.id = d.inquiry_id AND i.status <> 'Discarded' AND {visible.Inquiry}
              {(onlyAnswered ? "AND EXISTS (SELECT 1 FROM replies r WHERE r.inquiry_id = i.id AND r.state = 'Delivered')" : "")}
        ORDER BY w.rowid DESC
        LIMIT @most
        """;

    private string SelectRows => $"""
        SELECT i.id, i.number, i.subject, i.originator_names AS originators, i.status, i.received_on
        FROM inquiries i
        WHERE {db.Dialect.OneOf("i.id", "ids")} AND {visible.Inquiry}
        """;

    /// <summary>The terms for each part of what is looked for. A word nobody ever wrote has none.</summary>
    public async Task<IReadOnlyList<WantedPart>> Wanted(
        IReadOnlyList<SearchPart> parts, Func<Vocabulary, SearchWord, IReadOnlyList<TermMatch>> match, CancellationToken cancel)
    {
        var matches = await vocabulary.Ask(db, SearchIndex.Internal, terms => parts.Select(part => part.Words.Select(word => match(terms, word)).ToList()).ToList(), cancel);
        var ids = matches.SelectMany(part => part).SelectMany(word => word).Select(term => term.Id).Distinct().ToList();
        var counts = ids.Count == 0
            ? []
            : (await db.List<TermCount>(SearchIndex.Internal.Counts(db.Dialect), new { ids }, cancel)).ToDictionary(row => row.Id, row => row.Documents);
        return [.. matches.Select(words => new WantedPart(words, words.Min(word => Documents(word, counts))))];
    }

    public Task<int> Size(CancellationToken cancel) => db.Single<int>(SearchIndex.Internal.Size, null, cancel);

    /// <summary>The newest inquiries the person may see that have a term of each group.</summary>
    public Task<IReadOnlyList<DocumentRow>> Candidates(IEnumerable<IEnumerable<int>> groups, int most, bool onlyAnswered, CancellationToken cancel) =>
        db.List<DocumentRow>(SelectCandidates(onlyAnswered), new { words = db.Dialect.WordsOf(groups), visible.Groups, visible.Departments, most }, cancel);

    /// <summary>Candidates with a score, the best first.</summary>
    public static IReadOnlyList<RankedInquiry> Rank(IReadOnlyList<DocumentRow> candidates, Relevance relevance)
    {
        var ranked = new List<RankedInquiry>();
        foreach (var row in candidates)
        {
            if (relevance.Of(PassageBytes.Read(row.Passages)) is { } score) ranked.Add(new(row.No, row.InquiryId, score));
        }

        return [.. ranked.OrderByDescending(row => row.Score).ThenByDescending(row => row.No)];
    }

    /// <summary>What a list shows of some inquiries, in the order of the ids.</summary>
    public async Task<IReadOnlyList<FoundRow>> Rows(IReadOnlyList<InquiryId> ids, CancellationToken cancel)
    {
        var rows = (await db.List<FoundRow>(SelectRows, new { ids, visible.Groups, visible.Departments }, cancel)).ToDictionary(row => row.Id);
        return [.. ids.Where(rows.ContainsKey).Select(id => rows[id])];
    }

    // Each term by how well it fits, so that a word that is in every second compound says little.
    private static int Documents(IReadOnlyList<TermMatch> word, Dictionary<int, int> counts) =>
        (int)word.Sum(term => term.Fit * counts.GetValueOrDefault(term.Id));
}

/// <summary>A candidate in its place.</summary>
internal sealed record RankedInquiry(long No, InquiryId Id, double Score);

/// <summary>One line of what was found.</summary>
internal sealed record FoundRow
{
    public InquiryId Id { get; init; }

    public string? Number { get; init; }

    public string Subject { get; init; } = "";

    public string Originators { get; init; } = "";

    public Domain.Inquiries.InquiryStatus Status { get; init; }

    public DateOnly ReceivedOn { get; init; }
}
