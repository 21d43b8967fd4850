using Anfragen.Application.Replies;
using Anfragen.Application.Search;
using Anfragen.Domain;
using Anfragen.Domain.Numbers;
using Anfragen.Domain.Search;
using Anfragen.Infrastructure.Database;

namespace Anfragen.Infrastructure.Search;

/// <summary>Finds inquiries that are about the same: any of the words will do, the rare ones decide.</summary>
internal sealed class SimilarInquiries(DbSession db, InquirySearch search, InquiryTextReader texts, IAnswerMarkdown markdown)
{
    // Below that share of what could be had, only words that many inquiries have are the same.
    private const double LeastShare = 0.12;

    private const int MostWords = 40;

    // How many inquiries are held against the text.
    private const int MostCompared = 3000;

    private const int MostQuestions = 3;

    private string SelectPublished => $"""
        SELECT t.target_id FROM published_targets t JOIN publications p ON p.inquiry_id = t.inquiry_id
        WHERE {db.Dialect.OneOf("t.inquiry_id", "ids")} AND t.kind = 'Question' AND p.state = 'Published'
        """;

    /// <summary>Those most like the texts, the subject among them, that the person may see.</summary>
    public async Task<IReadOnlyList<SimilarInquiry>> To(IReadOnlyList<string> wanted, InquiryId? except, bool onlyAnswered, CancellationToken cancel)
    {
        var parts = wanted.SelectMany(text => GermanWords.Words(text).Select(word => text.Substring(word.Start, word.Length)))
            .Where(word => !IsYear(word)).DistinctBy(word => GermanWords.Stem(GermanWords.Spellings(word)[0])).Take(MostWords)
            .Select(word => new SearchPart([new SearchWord(word)])).ToList();
        var size = await search.Size(cancel);
        var known = (await search.Wanted(parts, (vocabulary, word) => vocabulary.Related(word), cancel)).Where(part => part.Words[0].Count > 0).ToList();
        if (known.Count == 0) return [];

        var candidates = await search.Candidates([Rarest(known).SelectMany(part => part.Words[0]).Select(term => term.Id).Distinct()], MostCompared, onlyAnswered, cancel);
        var relevance = new Relevance(known, size, PassageWeights.Asked);
        var ranked = InquirySearch.Rank(candidates, relevance);
        var best = ranked.Where(row => row.Id != except && row.Score >= LeastShare * relevance.Best).Take(FindSimilarInquiries.Most).Select(row => row.Id).ToList();
        return best.Count == 0 ? [] : await Show(best, parts, onlyAnswered, cancel);
    }

    // "2025" is in everything of that year.
    private static bool IsYear(string word) => word.Length == 4 && word.All(char.IsAsciiDigit) && (word[..2] is "19" or "20");

    // The words of most inquiries would bring candidates by the thousand and decide nothing.
    private static IEnumerable<WantedPart> Rarest(IReadOnlyList<WantedPart> parts)
    {
        var documents = 0;
        foreach (var part in parts.OrderBy(part => part.Documents))
        {
            if (documents > 0 && documents + part.Documents > MostCompared) yield break;
            documents += part.Documents;
            yield return part;
        }
    }

    private async Task<IReadOnlyList<SimilarInquiry>> Show(
        IReadOnlyList<InquiryId> ids, IReadOnlyList<SearchPart> parts, bool onlyAnswered, CancellationToken cancel)
    {
        var said = (await texts.Read(ids, cancel)).ToDictionary(inquiry => inquiry.Id);
        var published = (await db.List<QuestionId>(SelectPublished, new { ids }, cancel)).ToHashSet();
        var words = new WordFinder([.. parts.SelectMany(part => part.Words)]);
        return [.. (await search.Rows(ids, cancel)).Select(row => new SimilarInquiry
        {
            Id = row.Id,
            Number = row.Number,
            Subject = row.Subject,
            Originators = row.Originators,
            Status = row.Status,
            ReceivedOn = row.ReceivedOn,
            Questions = [.. said[row.Id].Questions
                .Select(question => (Question: question, Answer: said[row.Id].AnswerTo(question.Id), Hits: words.HitsIn(question.Text)))
                .Where(found => found.Answer is not null || !onlyAnswered)
                .OrderByDescending(found => found.Hits).Where((found, place) => found.Hits > 0 || place == 0).Take(MostQuestions)
                .Select(found => new SimilarQuestion
                {
                    Id = found.Question.Id,
                    Label = found.Question.Shown,
                    Text = found.Question.Text,
                    AnswerHtml = found.Answer is null ? null : markdown.ToHtml(found.Answer.Markdown, 5),
                    PublicPath = published.Contains(found.Question.Id) && row.Number is not null ? $"/anfragen/{NumberScheme.Slug(row.Number)}" : null,
                })],
        })];
    }
}
