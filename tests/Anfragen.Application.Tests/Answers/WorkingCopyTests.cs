using Anfragen.Application.Answers;
using Anfragen.Application.Inquiries;
using Anfragen.Application.Tests.Cases;
using Anfragen.Application.Tests.Database;
using Anfragen.Domain;
using Anfragen.Domain.Answers;
using Anfragen.Infrastructure.Database;
using Anfragen.Infrastructure.Demo;
using static Anfragen.Infrastructure.Demo.DemoCity;

namespace Anfragen.Application.Tests.Answers;

public sealed class WorkingCopyTests
{
    private static readonly Guid Window = Guid.Parse("11111111-1111-7111-8111-111111111111");

    [Theory, Databases]
    public async Task What_was_typed_comes_back_to_the_person_who_typed_it_and_to_nobody_else(DatabaseKind database)
    {
        await using var app = await TestApp.On(database);
        var (inquiry, answer) = await Opened(app);
        var entries = await Entries(app);

        await app.As(MainOfficeClerk, Typed(answer, "Noch **nicht fertig", Window) with { Kind = AnswerKind.ThirdParty, InNameOf = "der Stadtwerke" });
        await app.As(MainOfficeClerk, Typed(answer, "Noch **nicht fertig, aber", Window));

        var copy = (await app.As(MainOfficeClerk, new GetAnswer(answer))).WorkingCopy!;
        Assert.Equal((Window, 0, AnswerKind.Own, "Noch **nicht fertig, aber"), (copy.Editing, copy.BasedOn, copy.Kind, copy.Markdown));
        Assert.Null((await app.As(MainOfficeHead, new GetAnswer(answer))).WorkingCopy);
        Assert.Equal(entries, await Entries(app));
        Assert.Empty((await app.As(MainOfficeClerk, new GetAnswer(answer))).Versions);
        await Assert.ThrowsAsync<Forbidden>(() => app.As(SpdMember, Typed(answer, "Ich auch", Window)));
        await Assert.ThrowsAsync<NotFound>(() => app.As(CitizensOfficeClerk, Typed(answer, "Ich auch", Window)));

        await app.As(MainOfficeClerk, new SaveAnswerVersion { Id = answer, Markdown = "Fertig.", EffortMinutes = 45 });
        await app.As(MainOfficeClerk, new SaveAnswerVersion { Id = answer, BasedOn = 1, Markdown = "Ganz fertig.", EffortMinutes = 15 });

        var saved = await app.As(MainOfficeClerk, new GetAnswer(answer));
        Assert.Null(saved.WorkingCopy);
        Assert.Equal(60, saved.EffortMinutes);
    }

    [Theory, Databases]
    public async Task Two_windows_of_one_person_do_not_overwrite_one_another(DatabaseKind database)
    {
        await using var app = await TestApp.On(database);
        var (_, answer) = await Opened(app);
        var second = Guid.CreateVersion7();
        await app.As(MainOfficeClerk, Typed(answer, "Im ersten Fenster.", Window));

        await Refused(() => app.As(MainOfficeClerk, Typed(answer, "Im zweiten Fenster.", second)), AnswerRules.WorkingCopyIsWrittenOnce);
        await app.As(MainOfficeClerk, Typed(answer, "Im zweiten, das den Text übernahm.", second) with { TakenOverFrom = Window });
        await Refused(() => app.As(MainOfficeClerk, Typed(answer, "Wieder im ersten.", Window)), AnswerRules.WorkingCopyIsWrittenOnce);

        Assert.Equal("Im zweiten, das den Text übernahm.", (await app.As(MainOfficeClerk, new GetAnswer(answer))).WorkingCopy!.Markdown);
        await app.As(MainOfficeClerk, new DropWorkingCopy(answer));
        Assert.Null((await app.As(MainOfficeClerk, new GetAnswer(answer))).WorkingCopy);
    }

    [Theory, Databases]
    public async Task A_copy_that_arrives_after_its_text_was_saved_is_not_kept(DatabaseKind database)
    {
        await using var app = await TestApp.On(database);
        var (_, answer) = await Opened(app);
        await app.As(MainOfficeClerk, new SaveAnswerVersion { Id = answer, Markdown = "Fertig." });

        await Refused(() => app.As(MainOfficeClerk, Typed(answer, "Fertig", Window)), AnswerRules.WorkingCopyIsWrittenOnce);
        await app.As(MainOfficeHead, Typed(answer, "Ohne die erste Fassung zu kennen.", Window));

        Assert.Equal(0, (await app.As(MainOfficeHead, new GetAnswer(answer))).WorkingCopy!.BasedOn);
    }

    [Theory, Databases]
    public async Task Twenty_people_who_draft_one_inquiry_at_once_lose_no_text(DatabaseKind database)
    {
        const int People = 20, Rounds = 3;
        await using var app = await TestApp.On(database);
        var play = new CasePlayer(app);
        var id = await play.Accepted([.. Enumerable.Range(1, People / 2).Select(number => $"Frage {number}?")]);
        var answers = (await play.Details(id)).Questions.Select(question => question.Answer!.Value).ToList();

        // Two people at each answer: the one who comes second meets the conflict and saves on top of what is there.
        var texts = await Task.WhenAll(Enumerable.Range(0, People).Select(person => Task.Run(async () =>
        {
            var (account, answer) = (person % 2 == 0 ? MainOfficeClerk : MainOfficeHead, answers[person / 2]);
            var written = new List<string>();
            var window = Guid.CreateVersion7();
            for (var round = 0; round < Rounds; round++)
            {
                var text = $"Person {person}, Text {round}.";
                await Saved(app, account, answer, text, window);
                written.Add(text);
                window = Guid.CreateVersion7();
            }

            return (Answer: answer, Written: written);
        })));

        foreach (var (answer, written) in texts)
        {
            var versions = (await app.As(MainOfficeClerk, new GetAnswer(answer))).Versions;
            Assert.Equal(2 * Rounds, versions.Count);
            Assert.Equal(written, versions.Select(version => version.Markdown).Where(written.Contains));
        }
    }

    private static async Task Saved(TestApp app, DemoAccount account, AnswerId answer, string text, Guid window)
    {
        while (true)
        {
            var page = await app.As(account, new GetAnswer(answer));
            var copy = Typed(answer, text, window) with { BasedOn = page.Versions.Count, TakenOverFrom = page.WorkingCopy?.Editing };
            try
            {
                await app.As(account, copy);
                await app.As(account, new SaveAnswerVersion { Id = answer, BasedOn = copy.BasedOn, Markdown = text });
                return;
            }
            catch (RuleViolation conflict) when (conflict.Rule == AnswerRules.BasedOnLatestVersion)
            {
                Assert.Equal(text, (await app.As(account, new GetAnswer(answer))).WorkingCopy!.Markdown);
            }
        }
    }

    private static KeepWorkingCopy Typed(AnswerId answer, string text, Guid window) => new() { Id = answer, Editing = window, Markdown = text };

    private static async Task<(InquiryId Inquiry, AnswerId Answer)> Opened(TestApp app)
    {
        var play = new CasePlayer(app);
        var id = await play.Accepted("Wie viele?");
        return (id, (await play.Details(id)).Questions[0].Answer!.Value);
    }

    private static Task<long> Entries(TestApp app) => app.Session().Single<long>("SELECT count(*) FROM journal -- reads all: how many entries", null, CancellationToken.None);

    private static async Task Refused(Func<Task> command, Rule rule) => Assert.Equal(rule, (await Assert.ThrowsAsync<RuleViolation>(command)).Rule);
}
