using System.Text.Json;
using Anfragen.Application.Archive;
using Anfragen.Application.Inquiries;
using Anfragen.Application.Tests.Database;
using Anfragen.Domain;
using Anfragen.Domain.Inquiries;
using Xunit.Abstractions;
using static Anfragen.Infrastructure.Demo.DemoCity;

namespace Anfragen.Application.Tests.Archive;

/// <summary>
/// Eleven real cases, read by hand, through the import and out of the database again. They may lie in <c>../shared</c> beside the
/// repository and are not part of it; where they are absent, the test says so and does nothing.
/// </summary>
public sealed class RealCasesTests(ITestOutputHelper output)
{
    [Theory]
    [InlineData("karlsruhe-02", "questions 16/16 labels 16/16 asked 16/16 answers 12/12 number 1/1 subject 1/1 askers 1/1")]
    [InlineData("karlsruhe-05", "questions 5/5 labels 5/5 asked 5/5 answers 5/5 number 1/1 subject 1/1 askers 1/1")]
    [InlineData("karlsruhe-12", "questions 1/1 labels 1/1 asked 1/1 answers 1/1 number 1/1 subject 1/1 askers 0/1")]
    [InlineData("karlsruhe-13", "questions 4/4 labels 4/4 asked 4/4 answers 4/4 supplements 3/3 number 1/1 subject 1/1 askers 1/1")]
    [InlineData("karlsruhe-14", "questions 5/5 labels 5/5 asked 5/5 answers 5/5 number 1/1 subject 1/1 askers 4/4")]
    [InlineData("karlsruhe-16", "questions 3/3 labels 3/3 asked 3/3 answers 3/3 number 0/1 subject 1/1 askers 1/1")]
    [InlineData("karlsruhe-21", "questions 5/5 labels 5/5 asked 5/5 answers 5/5 number 1/1 subject 1/1 askers 1/1")]
    [InlineData("karlsruhe-22", "questions 8/8 labels 8/8 asked 8/8 answers 8/8 number 1/1 subject 1/1 askers 1/1")]
    [InlineData("karlsruhe-27", "questions 10/10 labels 10/10 asked 10/10 answers 10/10 number 1/1 subject 1/1 askers 1/1")]
    [InlineData("karlsruhe-30", "questions 8/8 labels 8/8 asked 8/8 answers 1/1 joint 6/6 number 1/1 subject 1/1 askers 1/1")]
    [InlineData("karlsruhe-36", "questions 4/4 labels 4/4 asked 4/4 answers 2/2 joint 2/2 number 1/1 subject 1/1 askers 1/1")]
    public async Task Is_in_the_register_as_it_was_read_by_hand(string name, string reached)
    {
        if (Folder() is not { } folder)
        {
            output.WriteLine("Not run: no folder ../shared/cases beside the repository.");
            return;
        }

        using var document = JsonDocument.Parse(await File.ReadAllTextAsync(Path.Combine(folder, name + ".json")));
        var root = document.RootElement;
        foreach (var database in DatabasesAttribute.Chosen)
        {
            await using var app = await TestApp.On(database);

            var outcome = await app.As(CouncilClerk, CommandOf(root));

            var score = Score(root, await app.As(CouncilClerk, new GetInquiry(outcome.Id)), await app.As(CouncilClerk, new GetImport(outcome.Id)));
            output.WriteLine($"{name}: {score}; {outcome.Doubts} doubts");
            Assert.Equal(reached, score);
            Assert.Empty(await Letters.Findings(app));
        }
    }

    private static ImportArchivedCase CommandOf(JsonElement root)
    {
        // An annex is attached to the reply; it is no letter to read.
        var replies = root.GetProperty("raw_answer").EnumerateArray()
            .Where(file => !file.GetProperty("name").GetString()!.StartsWith("Anlage", StringComparison.Ordinal))
            .OrderBy(file => file.GetProperty("date").GetString(), StringComparer.Ordinal)
            .Select(file => file.GetProperty("text").GetString()!).ToList();
        return Letters.Of(replies[0], root.GetProperty("raw_inquiry")[0].GetProperty("text").GetString(), [.. replies.Skip(1)]);
    }

    private static string Score(JsonElement root, InquiryDetails inquiry, ImportPage page)
    {
        var expected = root.GetProperty("questions").EnumerateArray().ToList();
        var found = inquiry.Questions.Select(details => details.Question).ToList();
        var paths = found.ConvertAll(question => PathOf(found, question));
        var places = expected.ConvertAll(question => PlaceOf(question));
        var pairs = expected.Zip(places).ToList();
        var fields = new List<string>
        {
            $"questions {places.Count(place => place >= 0)}/{expected.Count}",
            $"labels {pairs.Count(pair => pair.Second >= 0 && (Text(pair.First, "number") is not { } number || paths[pair.Second] == Plain(number) || Plain(found[pair.Second].Label ?? "").Length == 0))}/{expected.Count}",
            $"asked {pairs.Count(pair => pair.Second >= 0 && found[pair.Second].IsAsked == IsAsked(pair.First))}/{expected.Count}",
        };
        AddAnswers("answers", "answer", 0, 1);
        AddAnswers("supplements", "supplement", 1, int.MaxValue);
        var joint = pairs.Where(pair => Text(pair.First, "answered_with") is not null).ToList();
        if (joint.Count > 0) fields.Add($"joint {joint.Count(pair => IsWith(pair.Second, Text(pair.First, "answered_with")!))}/{joint.Count}");
        fields.Add($"number {(inquiry.Number == Text(root, "number") ? 1 : 0)}/1");
        fields.Add($"subject {(Plain(inquiry.Text.Subject) == Plain(Text(root, "subject")!) ? 1 : 0)}/1");
        var factions = root.GetProperty("faction").EnumerateArray().Select(item => item.GetString()!).ToList();
        fields.Add($"askers {factions.Count(faction => inquiry.Originators.Any(asker => asker.Name.Contains(faction, StringComparison.OrdinalIgnoreCase)))}/{factions.Count}");
        return string.Join(' ', fields);

        void AddAnswers(string field, string property, int from, int count)
        {
            var wanted = pairs.Where(pair => Text(pair.First, property) is not null).ToList();
            if (wanted.Count == 0) return;
            var answers = page.Form.Replies.Skip(from).Take(count).SelectMany(reply => reply.Answers).ToList();
            fields.Add($"{field} {wanted.Count(pair => answers.Any(answer => answer.Questions.Contains(pair.Second + 1) && IsSame(answer.Markdown, Text(pair.First, property)!)))}/{wanted.Count}");
        }

        bool IsWith(int place, string other)
        {
            var partner = expected.FindIndex(question => Plain(Text(question, "number") ?? "") == Plain(other));
            return place >= 0 && partner >= 0 && page.Form.Replies[0].Answers.Any(answer => answer.Questions.Contains(place + 1) && answer.Questions.Contains(places[partner] + 1));
        }

        int PlaceOf(JsonElement question)
        {
            var (words, number) = (Plain(Text(question, "text") ?? ""), Plain(Text(question, "number") ?? ""));
            var exact = found.FindIndex(candidate => Plain(candidate.Text) == words && paths[found.IndexOf(candidate)] == number);
            return exact >= 0 ? exact : found.FindIndex(candidate => Plain(candidate.Text) == words);
        }
    }

    private static bool IsAsked(JsonElement question) =>
        !(question.TryGetProperty("stem", out var stem) && stem.GetBoolean()) || Text(question, "answer") is not null;

    // What was cut by hand at another place than the papers do counts as found; letters alone are compared.
    private static bool IsSame(string read, string wanted) => (Plain(read), Plain(wanted)) is var (one, other)
        && one.Length > 0 && (one == other || one.Contains(other, StringComparison.Ordinal) || other.Contains(one, StringComparison.Ordinal));

    private static string PathOf(List<Question> questions, Question question)
    {
        var own = Plain(question.Label ?? "");
        if (question.ParentId is not { } parent) return own;
        var above = PathOf(questions, questions.Single(candidate => candidate.Id == parent));
        return own.Length > 0 && own.StartsWith(above, StringComparison.Ordinal) ? own : above + own;
    }

    private static string Plain(string text) => ImportArchivedCaseTests.LettersOf(text);

    private static string? Text(JsonElement element, string property) =>
        element.TryGetProperty(property, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    private static string? Folder()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            var shared = Path.Combine(folder.FullName, "shared", "cases");
            if (Directory.Exists(shared)) return shared;
        }

        return null;
    }
}
