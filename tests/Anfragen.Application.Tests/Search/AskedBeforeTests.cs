using Anfragen.Application.Search;
using Anfragen.Application.Tests.Database;
using Xunit.Abstractions;
using static Anfragen.Infrastructure.Demo.DemoCity;

namespace Anfragen.Application.Tests.Search;

public sealed class AskedBeforeTests(ITestOutputHelper output)
{
    [Theory, Databases]
    public async Task What_was_asked_before_in_other_words_is_among_the_first_three(DatabaseKind database)
    {
        await using var app = await TestApp.On(database);
        var others = SearchCorpus.Others().ToList();
        Assert.True(others.Count >= 1000);
        var pairs = SearchCorpus.Pairs.Concat(SearchCorpus.UnseenPairs).ToList();
        // The earlier ones lie between the others, not at an end.
        var ids = await SearchCorpus.Store(app, [.. others[..500], .. pairs.Select(pair => pair.Earlier), .. others[500..]]);

        var places = new List<int>();
        foreach (var (pair, index) in pairs.Select((pair, index) => (pair, index)))
        {
            var similar = await app.As(CouncilClerk, new FindSimilarInquiries { Subject = pair.Again.Subject, Questions = pair.Again.Questions });
            places.Add(similar.TakeWhile(inquiry => inquiry.Id != ids[500 + index]).Count() is var place && place < similar.Count ? place + 1 : int.MaxValue);
            output.WriteLine($"{places[^1]}  {pair.Again.Subject}: {string.Join(" | ", similar.Take(3).Select(inquiry => inquiry.Subject))}");
        }

        var (known, unseen) = (places.Take(SearchCorpus.Pairs.Count).Count(place => place <= 3), places.Skip(SearchCorpus.Pairs.Count).Count(place => place <= 3));
        output.WriteLine($"{known} of {SearchCorpus.Pairs.Count}, {unseen} of {SearchCorpus.UnseenPairs.Count} unseen");
        Assert.Equal((25, 15), (SearchCorpus.Pairs.Count, SearchCorpus.UnseenPairs.Count));
        Assert.True(known >= 0.9 * SearchCorpus.Pairs.Count, $"{known} were among the first three.");
        Assert.True(unseen >= 0.8 * SearchCorpus.UnseenPairs.Count, $"{unseen} of the unseen were among the first three.");
    }
}
