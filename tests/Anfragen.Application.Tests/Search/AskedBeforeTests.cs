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
        var pairs = SearchCorpus.Pairs;
        // The earlier ones lie between the others, not at an end.
        var inquiries = others[..500].Concat(pairs.Select(pair => pair.Earlier)).Concat(others[500..]).ToList();
        var ids = await SearchCorpus.Store(app, inquiries);

        var found = 0;
        for (var i = 0; i < pairs.Count; i++)
        {
            var again = pairs[i].Again;
            var similar = await app.As(CouncilClerk, new FindSimilarInquiries { Subject = again.Subject, Questions = again.Questions });
            var place = similar.ToList().FindIndex(inquiry => inquiry.Id == ids[500 + i]);
            if (place is >= 0 and < 3) found++;
            output.WriteLine($"{(place < 0 ? "–" : place + 1)}  {again.Subject}: {string.Join(" | ", similar.Take(3).Select(inquiry => inquiry.Subject))}");
        }

        output.WriteLine($"{found} of {pairs.Count}");
        Assert.Equal(25, pairs.Count);
        Assert.True(found >= 0.9 * pairs.Count, $"{found} of {pairs.Count} were among the first three.");
    }
}
