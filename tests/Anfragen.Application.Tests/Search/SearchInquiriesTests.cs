using Anfragen.Application.Answers;
using Anfragen.Application.Inquiries;
using Anfragen.Application.Search;
using Anfragen.Application.Tests.Cases;
using Anfragen.Application.Tests.Database;
using Anfragen.Domain;
using Anfragen.Domain.Search;
using Anfragen.Infrastructure.Demo;
using Anfragen.Infrastructure.Search;
using Microsoft.Extensions.DependencyInjection;
using static Anfragen.Infrastructure.Demo.DemoCity;

namespace Anfragen.Application.Tests.Search;

public sealed class SearchInquiriesTests
{
    [Theory, Databases]
    public async Task What_one_may_not_see_is_not_found(DatabaseKind database)
    {
        await using var app = await TestApp.On(database);
        var play = new CasePlayer(app);
        var draft = await app.As(SpdMember, new SaveInquiryDraft { Subject = "Geheimer Entwurf", Group = app.City.OrganizationOf(SpdMember) });
        var accepted = await play.Accepted("Wie hoch sind die Zuschüsse?");
        await Index(app);

        Assert.Equal(draft, Assert.Single(await Find(app, SpdMember, "geheimer")).Id);
        Assert.Equal(accepted, Assert.Single(await Find(app, CouncilClerk, "Zuschuss")).Id);
        Assert.Equal(accepted, Assert.Single(await Find(app, MainOfficeClerk, "Zuschuss")).Id);
        Assert.Empty(await Find(app, CouncilClerk, "geheimer"));
        Assert.Empty(await Find(app, MainOfficeClerk, "geheimer"));
        Assert.Empty(await Find(app, ListMember, "Zuschuss"));
        await Assert.ThrowsAsync<Forbidden>(() => app.Anonymously(new SearchInquiries { Words = "Zuschuss" }));
    }

    [Theory, Databases]
    public async Task An_answer_is_found_once_the_askers_have_it_and_no_longer_when_it_is_corrected(DatabaseKind database)
    {
        await using var app = await TestApp.On(database);
        var play = new CasePlayer(app);
        var id = await play.Accepted("Wie viele Poller gibt es?");
        var question = (await play.QuestionIds(id)).Single();
        await play.CoSign(id, question, "Es gibt vierzehn **versenkbare** Sperrpfosten.");
        await Index(app);
        Assert.Empty(await Find(app, CouncilClerk, "Sperrpfosten"));

        await Deliver(app, play, id);
        var hit = Assert.Single(await Find(app, SpdMember, "versenkbarer Sperrpfosten"));
        var passage = hit.Passages[0];
        Assert.Equal((id, PassageKind.Answer, "1."), (hit.Id, passage.Kind, passage.Question));
        Assert.Equal(["versenkbare", "Sperrpfosten"], passage.Text.Runs.Where(run => run.IsHit).Select(run => run.Text));

        await app.As(CouncilClerk, new OrderCorrection { Id = (await play.Details(id)).Questions[0].Correctable!.Value, Reason = "Es sind fünfzehn." });
        await play.AcceptAll(id, MainOfficeClerk);
        await play.CoSign(id, question, "Es gibt fünfzehn Absperrbügel.");
        await Deliver(app, play, id);
        Assert.Empty(await Find(app, SpdMember, "Sperrpfosten"));
        Assert.Equal(id, Assert.Single(await Find(app, SpdMember, "Absperrbügel")).Id);
    }

    [Theory, Databases]
    public async Task Words_are_found_in_every_spelling_form_and_compound_and_phrases_as_they_stand(DatabaseKind database)
    {
        await using var app = await TestApp.On(database);
        var play = new CasePlayer(app);
        var grants = await play.Submitted("Was hat das Fördermitteldezernat ermittelt?", "Wie schwach ist das Abschneiden der Stadt?");
        var old = await play.Submitted("Gibt es Foerdermittel?", "Warum Abschneiden, und wie schwach?");
        await Index(app);

        Assert.Equal([old, grants], (await Find(app, CouncilClerk, "Fördermittel")).Select(hit => hit.Id));
        Assert.Equal([old, grants], (await Find(app, CouncilClerk, "foerdermitteln")).Select(hit => hit.Id));
        Assert.Equal([grants], (await Find(app, CouncilClerk, "Dezernate")).Select(hit => hit.Id));
        Assert.Equal([grants], (await Find(app, CouncilClerk, "„Abschneiden der Stadt“")).Select(hit => hit.Id));
        Assert.Equal(2, (await Find(app, CouncilClerk, "Abschneiden schwach")).Count);
        Assert.Empty(await Find(app, CouncilClerk, "Fördermittel Straßenbahn"));
    }

    [Theory, Databases]
    public async Task Nothing_that_is_typed_is_an_error(DatabaseKind database)
    {
        await using var app = await TestApp.On(database);
        var id = await new CasePlayer(app).Registered("Wie viele?");
        await Index(app);
        var number = (await app.As(CouncilClerk, new GetInquiry(id))).Number!;

        foreach (var typed in (string[])["", "und die", "\"", "' OR 1=1 --", "a* NEAR(b) :c {d} (e", "|&!<->", "\0", new string('x', 5000), "💥"])
        {
            Assert.Empty((await app.As(CouncilClerk, new SearchInquiries { Words = typed })).Hits);
        }

        Assert.False((await app.As(CouncilClerk, new SearchInquiries { Words = "und die" })).IsAsked);
        Assert.Equal(id, Assert.Single(await Find(app, CouncilClerk, $" {number} ")).Id);
        Assert.Empty(await Find(app, ListMember, number));
        Assert.Equal(id, Assert.Single((await app.As(CouncilClerk, new SearchInquiries { Words = "Radwege", After = "kein Zeiger" })).Hits).Id);
    }

    [Theory, Databases]
    public async Task Pages_follow_one_another_and_the_index_can_be_made_anew(DatabaseKind database)
    {
        await using var app = await TestApp.On(database);
        await SearchCorpus.Store(app, [.. SearchCorpus.Others().Take(60)]);
        var first = await app.As(CouncilClerk, new SearchInquiries { Words = "Verwaltung" });
        var second = await app.As(CouncilClerk, new SearchInquiries { Words = "Verwaltung", After = first.Next });
        var both = first.Hits.Concat(second.Hits).Select(hit => hit.Id).ToList();

        var done = await app.Services.GetRequiredService<SearchIndexer>().Rebuild(new Progress<double>(), CancellationToken.None);

        Assert.Equal(60, done);
        Assert.Equal(2 * SearchInquiries.PageSize, both.Distinct().Count());
        Assert.Equal(first.Hits.Select(hit => hit.Id), (await app.As(CouncilClerk, new SearchInquiries { Words = "Verwaltung" })).Hits.Select(hit => hit.Id));
    }

    [Theory, Databases]
    public async Task Every_part_of_a_compound_is_found_that_reading_all_texts_finds(DatabaseKind database)
    {
        await using var app = await TestApp.On(database);
        var inquiries = SearchCorpus.Others().Take(300).ToList();
        var ids = await SearchCorpus.Store(app, inquiries);
        var words = GermanWords.Words(string.Join(' ', inquiries.SelectMany(asked => asked.Questions.Append(asked.Subject)))).Select(word => word.Term).Distinct().ToList();
        // The second half of a long word, cut where it may begin one: 200 of them, most of them no words of their own.
        var parts = words.Where(word => word.Length >= 10).SelectMany(word => new[] { word[..5], word[^5..], word[3..^2] }).Where(part => part.All(char.IsLetter)).Distinct().Take(200).ToList();
        Assert.Equal(200, parts.Count);

        var vocabulary = new Vocabulary();
        for (var id = 1; id <= words.Count; id++) vocabulary.Add(id, words[id - 1]);
        foreach (var (part, index) in parts.Select((part, index) => (part, index)))
        {
            var matches = vocabulary.Matches(new(part)).Select(match => words[match.Id - 1]);
            Assert.Empty(words.Where(word => word.Contains(part, StringComparison.Ordinal)).Except(matches));
            if (index % 20 > 0) continue;

            var expected = ids.Where((_, i) => inquiries[i].Questions.Append(inquiries[i].Subject).Any(text => GermanWords.Words(text).Any(word => word.Term.Contains(part, StringComparison.Ordinal))));
            Assert.Empty(expected.Except(await All(app, part)));
        }
    }

    [Theory, Databases]
    public async Task Earlier_answers_are_those_delivered_to_questions_like_these(DatabaseKind database)
    {
        await using var app = await TestApp.On(database);
        var play = new CasePlayer(app);
        var (earlier, _) = await play.Delivered("Wie viele Kilometer Radweg wurden saniert?");
        var undelivered = await play.Submitted("Wie viele Kilometer Radweg werden saniert?");
        var id = await play.Accepted("Wie viele Radwege saniert die Stadt?");
        await Index(app);
        var answer = await play.AnswerOf(id, (await play.QuestionIds(id)).Single());

        var found = Assert.Single((await app.As(MainOfficeClerk, new FindEarlierAnswers(answer))).Inquiries);
        Assert.Equal(earlier, found.Id);
        Assert.Contains("Antwort auf", Assert.Single(found.Questions).AnswerHtml, StringComparison.Ordinal);
        Assert.Equal(
            $"Hierzu wird auf die Antwort auf die Anfrage {found.Number} verwiesen.", await app.As(MainOfficeClerk, new PhraseReferral(found.Questions[0].Id)));
        Assert.Empty((await app.As(MainOfficeClerk, new FindEarlierAnswers(answer) { Words = "Straßenbahn" })).Inquiries);
        await Assert.ThrowsAsync<NotFound>(() => app.As(ListMember, new FindEarlierAnswers(answer)));

        var similar = await app.As(CouncilClerk, new FindSimilarInquiries { Id = id });
        Assert.Equal(new HashSet<InquiryId> { earlier, undelivered }, similar.Select(inquiry => inquiry.Id).ToHashSet());
        await Assert.ThrowsAsync<NotFound>(() => app.As(ListMember, new FindSimilarInquiries { Id = id }));
    }

    private static async Task<IReadOnlyList<InquiryId>> All(TestApp app, string words)
    {
        var found = new List<InquiryId>();
        for (string? after = null; ;)
        {
            var page = await app.As(CouncilClerk, new SearchInquiries { Words = words, After = after });
            found.AddRange(page.Hits.Select(hit => hit.Id));
            if ((after = page.Next) is null) return found;
        }
    }

    private static async Task Deliver(TestApp app, CasePlayer play, InquiryId id)
    {
        var reply = await app.As(CouncilClerk, new Application.Replies.ComposeReply { Id = id });
        await app.As(CouncilClerk, new Application.Replies.SubmitReplyForReview { Id = reply });
        await play.ApproveAndSign(reply);
        await app.As(CouncilClerk, new Application.Replies.DeliverReply { Id = reply });
        await Index(app);
    }

    private static Task<int> Index(TestApp app) => app.Services.GetRequiredService<SearchIndexer>().CatchUp(CancellationToken.None);

    private static async Task<IReadOnlyList<SearchHit>> Find(TestApp app, DemoAccount account, string words) =>
        (await app.As(account, new SearchInquiries { Words = words })).Hits;
}
