using System.Globalization;
using Anfragen.Application.Search;
using Anfragen.Domain;
using Anfragen.Domain.Search;
using Anfragen.Infrastructure.Cases;
using Anfragen.Infrastructure.Database;
using Anfragen.Infrastructure.Replies;
using MediatR;

namespace Anfragen.Infrastructure.Search;

internal sealed class SearchInquiriesHandler(DbSession db, Visible visible, InquirySearch search, InquiryTextReader texts) : IRequestHandler<SearchInquiries, SearchResults>
{
    private const int LongestExcerpt = 260;
    private const int MostPassages = 2;

    private string SelectByNumber => $"SELECT i.id FROM inquiries i WHERE i.number = @number AND i.status <> 'Discarded' AND {visible.Inquiry}";

    public async Task<SearchResults> Handle(SearchInquiries query, CancellationToken cancel)
    {
        var typed = query.Words.Length > SearchInquiries.LongestWords ? query.Words[..SearchInquiries.LongestWords] : query.Words;
        var wanted = SearchText.Parse(typed);
        if (wanted.Parts.Count == 0) return new([], null, false, false);

        var byNumber = await db.SingleOrDefault<InquiryId?>(SelectByNumber, new { number = typed.Trim(), visible.Groups, visible.Departments }, cancel);
        if (byNumber is { } number) return new(await Hits([number], wanted, cancel), null, true, false);

        var parts = await search.Wanted(wanted.Parts, (vocabulary, word) => vocabulary.Matches(word), cancel);
        var groups = parts.SelectMany(part => part.Words).Select(word => word.Select(term => term.Id).ToList()).ToList();
        if (groups.Any(group => group.Count == 0)) return new([], null, true, false);

        var candidates = await search.Candidates(groups, SearchInquiries.MostRanked, onlyAnswered: false, cancel);
        var ranked = InquirySearch.Rank(candidates, new Relevance(parts, await search.Size(cancel), PassageWeights.Search));
        var (score, no) = ReadCursor(query.After);
        var following = ranked.Where(row => row.Score < score || (row.Score == score && row.No < no)).Take(SearchInquiries.PageSize + 1).ToList();
        var page = following.Take(SearchInquiries.PageSize).ToList();
        return new(
            await Hits([.. page.Select(row => row.Id)], wanted, cancel), following.Count > page.Count ? Cursor(page[^1]) : null,
            true, candidates.Count == SearchInquiries.MostRanked);
    }

    private async Task<IReadOnlyList<SearchHit>> Hits(IReadOnlyList<InquiryId> ids, SearchText wanted, CancellationToken cancel)
    {
        if (ids.Count == 0) return [];
        var words = new WordFinder([.. wanted.Parts.SelectMany(part => part.Words)]);
        var said = (await texts.Read(ids, cancel)).ToDictionary(inquiry => inquiry.Id);
        return [.. (await search.Rows(ids, cancel)).Select(row => new SearchHit
        {
            Id = row.Id,
            Number = row.Number,
            Subject = Excerpt.Of(row.Subject, words, Math.Max(LongestExcerpt, row.Subject.Length)),
            Originators = row.Originators,
            Status = row.Status,
            ReceivedOn = row.ReceivedOn,
            Passages = Passages(said[row.Id], words),
        })];
    }

    private static IReadOnlyList<SearchPassage> Passages(InquiryTexts inquiry, WordFinder words) =>
        [.. inquiry.Passages().Where(passage => passage.Kind != PassageKind.Subject)
            .Select(passage => (Passage: passage, Hits: words.HitsIn(passage.Text))).Where(found => found.Hits > 0)
            .OrderByDescending(found => found.Hits).Take(MostPassages)
            .Select(found => new SearchPassage(found.Passage.Kind, found.Passage.Question?.Shown, Excerpt.Of(Shown(found.Passage), words, LongestExcerpt)))];

    private static string Shown(PassageText passage) =>
        passage.Answer is null ? passage.Text : BlockText.Of(MarkdownToBlocks.Convert(passage.Text, 1).Blocks);

    private static string Cursor(RankedInquiry last) =>
        PageCursor.Write(last.Score.ToString("R", CultureInfo.InvariantCulture), new Guid(0, 0, 0, BitConverter.GetBytes(last.No)));

    private static (double Score, long No) ReadCursor(string? cursor)
    {
        var (score, id) = PageCursor.ReadNumber(cursor, double.MaxValue);
        return (score, BitConverter.ToInt64(id.ToByteArray(), 8));
    }
}
