using System.Text.Json;
using Anfragen.Domain.Inquiries;
using Xunit.Abstractions;

namespace Anfragen.Domain.Tests.Inquiries;

/// <summary>
/// Real inquiries that may lie beside the repository in <c>../shared</c>. They are not part of it, so that these tests
/// say why and do nothing where the folder is absent.
/// </summary>
public class RealInquiriesTests(ITestOutputHelper output)
{
    private static readonly string? Shared = FindShared();

    [Theory]
    [InlineData("karlsruhe-02", "1.°[a) b)] 2.°[a) b)] 3.°[a) b)] 4.°[a) b)] 5. 6. 7.°[a) b)]")]
    [InlineData("karlsruhe-05", "I.°[1.1. 1.2. 1.3.] II.°[1.1. 1.2.]")]
    [InlineData("karlsruhe-12", "_")]
    [InlineData("karlsruhe-13", "1. 2. 3. 4.")]
    [InlineData("karlsruhe-14", "1. 2. 3. 4. 5.")]
    [InlineData("karlsruhe-16", "- - -")]
    [InlineData("karlsruhe-21", "1. 2.[a)] 3. 4.")]
    [InlineData("karlsruhe-22", "1. 2. 3. 4. 5. 6. 7. 8.")]
    [InlineData("karlsruhe-27", "1. 2. 3. 4. 5. 6. 7. 8. 9. 10.")]
    [InlineData("karlsruhe-30", "4.°[4.1 4.2. 4.3. 4.4. 4.5. 4.6. 4.7.]")]
    [InlineData("karlsruhe-36", "1. 2. 3. 4.")]
    public void Splits_a_real_inquiry_as_it_was_read_by_hand(string name, string tree)
    {
        if (Shared is null)
        {
            output.WriteLine("Not run: no folder ../shared/cases beside the repository.");
            return;
        }

        using var document = JsonDocument.Parse(File.ReadAllText(Path.Combine(Shared, "cases", name + ".json")));
        var source = document.RootElement.GetProperty("raw_inquiry")[0].GetProperty("text").GetString()!;
        var expected = document.RootElement.GetProperty("questions").EnumerateArray()
            .Select(question => SplitNotation.Visible(question.GetProperty("text").GetString()))
            .ToList();

        var split = QuestionSplitter.Split(source);

        var found = SplitNotation.Flat(split.Questions).Select(question => SplitNotation.Visible(question.Text)).ToList();
        output.WriteLine($"{name}: {expected.Count(found.Contains)} of {expected.Count} texts word for word; tree {SplitNotation.Tree(split)}");
        output.WriteLine($"Preamble: {split.Preamble}\nRationale: {split.Rationale}");
        Assert.Equal(tree, SplitNotation.Tree(split));
        Assert.Equal(expected, found.Where(expected.Contains));
        Assert.Equal(SplitNotation.Visible(source), SplitNotation.Visible(split));
    }

    [Fact]
    public void An_intake_loses_no_word_of_a_real_inquiry()
    {
        if (Shared is null)
        {
            output.WriteLine("Not run: no folder ../shared/cases beside the repository.");
            return;
        }

        var files = Directory.GetFiles(Path.Combine(Shared, "cases"), "*.json");
        Assert.NotEmpty(files);
        foreach (var file in files)
        {
            using var document = JsonDocument.Parse(File.ReadAllText(file));
            var source = document.RootElement.GetProperty("raw_inquiry")[0].GetProperty("text").GetString()!;

            var split = IntakeSplitter.Split(source);

            var missing = MissingPassages.Of(
                [.. source.ReplaceLineEndings("\n").Split('\n')],
                [
                    $"Betreff: {split.Subject}", split.Text.Preamble, .. SplitNotation.Flat(split.Text.Questions).Select(question => $"{question.Label}\n{question.Text}"),
                    split.Text.Rationale,
                ]);
            output.WriteLine($"{Path.GetFileName(file)}: „{split.Subject}“, {split.Text.Questions.Count} questions at the top, missing {missing.Count}");
            Assert.Empty(missing);
        }
    }

    [Fact]
    public void Finds_the_five_questions_inside_a_whole_reply()
    {
        if (Shared is null)
        {
            output.WriteLine("Not run: no folder ../shared/seeds beside the repository.");
            return;
        }

        var source = File.ReadAllText(Path.Combine(Shared, "seeds", "reply-1435-2025.txt"));

        var split = QuestionSplitter.Split(source);

        output.WriteLine(SplitNotation.Tree(split));
        Assert.Equal("1. 2. 3.[- - - - - -] 4. 5.", SplitNotation.Tree(split));
        Assert.StartsWith("Antwort zur Anfrage Nr. 1435/2025", split.Preamble, StringComparison.Ordinal);
        Assert.EndsWith("Oberbürgermeister", split.Rationale, StringComparison.Ordinal);
        Assert.Equal(SplitNotation.Visible(source), SplitNotation.Visible(split));
    }

    private static string? FindShared()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            var shared = Path.Combine(folder.FullName, "shared");
            if (Directory.Exists(Path.Combine(shared, "cases")))
            {
                return shared;
            }
        }

        return null;
    }
}
