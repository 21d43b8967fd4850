using System.Text.Json;
using Anfragen.Domain.Archive;
using Xunit.Abstractions;

namespace Anfragen.Domain.Tests.Archive;

/// <summary>
/// Eleven real inquiries with their replies, read by hand, and one real reply alone. Each row holds what is reached of what
/// there is, so that no field can fall unnoticed: "answers 4=5/5" are four letter by letter and five at all. What is missed
/// does not stand in the papers (the number of 16, the whole name of the group of 12) or was cut wrongly by hand (the answer
/// and the supplements of 13). Where the folder is absent, the tests say so and do nothing.
/// </summary>
public class RealCasesTests(ITestOutputHelper output)
{
    [Theory]
    [InlineData("karlsruhe-02", "texts 16/16 labels 16/16 stems 4/4 answers 12=12/12 number 1/1 subject 1/1 factions 1/1 signers 2/2 department 1/1")]
    [InlineData("karlsruhe-05", "texts 5/5 labels 5/5 answers 5=5/5 number 1/1 subject 1/1 factions 1/1 signers 3/3 department 1/1")]
    [InlineData("karlsruhe-12", "texts 1/1 labels 1/1 answers 1=1/1 number 1/1 subject 1/1 factions 0/1 signers 5/5 department 1/1")]
    [InlineData("karlsruhe-13", "texts 4/4 labels 4/4 answers 3=4/4 supplements 1=3/3 number 1/1 subject 1/1 factions 1/1 signers 4/4 department 1/1")]
    [InlineData("karlsruhe-14", "texts 5/5 labels 5/5 answers 5=5/5 number 1/1 subject 1/1 factions 4/4 signers 7/7 department 1/1")]
    [InlineData("karlsruhe-16", "texts 3/3 labels 3/3 answers 3=3/3 number 0/1 subject 1/1 factions 1/1 signers 1/1")]
    [InlineData("karlsruhe-21", "texts 5/5 labels 5/5 stems 1/1 answers 5=5/5 number 1/1 subject 1/1 factions 1/1 signers 4/4 department 1/1")]
    [InlineData("karlsruhe-22", "texts 8/8 labels 8/8 answers 8=8/8 number 1/1 subject 1/1 factions 1/1 signers 5/5 department 1/1")]
    [InlineData("karlsruhe-27", "texts 10/10 labels 10/10 answers 10=10/10 number 1/1 subject 1/1 factions 1/1 signers 5/5 department 1/1")]
    [InlineData("karlsruhe-30", "texts 8/8 labels 8/8 stems 1/1 answers 1=1/1 joint 6/6 number 1/1 subject 1/1 factions 1/1 signers 2/2 department 1/1")]
    [InlineData("karlsruhe-36", "texts 4/4 labels 4/4 answers 2=2/2 joint 2/2 number 1/1 subject 1/1 factions 1/1 signers 3/3 department 1/1")]
    public void Finds_in_a_real_case_what_was_read_by_hand(string name, string reached)
    {
        if (SharedCases.Folder is null)
        {
            output.WriteLine("Not run: no folder ../shared/cases beside the repository.");
            return;
        }

        var root = SharedCases.Load(name);
        var read = ArchiveReader.Read(SharedCases.Sources(root));
        output.WriteLine(ArchiveNotation.Page(read));
        var score = Score(root, read);
        output.WriteLine($"{name}: {score}");
        NothingIsLostTests.Check(SharedCases.Sources(root));
        Assert.Equal(reached, score);
    }

    [Fact]
    public void Reads_the_reply_alone_unchanged()
    {
        if (SharedCases.Folder is null)
        {
            output.WriteLine("Not run: no folder ../shared/seeds beside the repository.");
            return;
        }

        var source = File.ReadAllText(Path.Combine(SharedCases.Folder, "seeds", "reply-1435-2025.txt"));

        var read = ArchiveReader.Read(new ArchiveSources(source));

        output.WriteLine(ArchiveNotation.Page(read));
        Assert.Equal("1. 2. 3. 4. 5.", ArchiveNotation.Tree(read));
        Assert.Equal("1435/2025", read.Head.Number);
        Assert.Equal("Schwaches Abschneiden beim Smart City Index 2025", read.Head.Subject);
        Assert.Equal([new ArchivedOriginator("SPD-Stadtratsfraktion", null, false)], read.Head.Originators);
        Assert.Equal([new ArchivedDate(ArchivedDateKind.Reply, new DateOnly(2025, 9, 26), "26. September 2025")], read.Head.Dates);
        var reply = Assert.Single(read.Replies);
        Assert.Equal(("Mainz", new DateOnly(2025, 9, 26), "Nino Haase", "Oberbürgermeister"), (reply.Signature!.Place, reply.Signature.Day, Assert.Single(reply.Signature.Names), reply.Signature.Office));
        Assert.Equal([[1], [2], [3], [4], [5]], reply.Entries.Select(entry => entry.Questions));
        Assert.Null(reply.PreliminaryRemark);
        Assert.Null(reply.ClosingRemark);
        Assert.Empty(read.Doubts);
        Assert.Equal("Welche potentiellen Fördermittel für den Bereit der Digitalisierung wurden von Seiten des Fördermitteldezernats eruiert? Für welche konkreten Förderprogramme hat sich die Landeshauptstadt Mainz beworben?", read.Questions[3].Text!.Text);
        var paragraphs = reply.Entries[2].Answer.Text.Split("\n\n");
        Assert.Equal(6, paragraphs.Length);
        Assert.Equal(6, paragraphs[3].Split('\n').Length);
        NothingIsLostTests.Check(new ArchiveSources(source));
    }

    /// <summary>"texts 5/5 labels 5/5 …": found of expected, field by field.</summary>
    private static string Score(JsonElement root, ArchivedCase read)
    {
        var expected = root.GetProperty("questions").EnumerateArray().ToList();
        var found = Nodes(read);
        var places = expected.ConvertAll(question => PlaceOf(question, found));
        var fields = new List<string>
        {
            $"texts {places.Count(place => place >= 0)}/{expected.Count}",
            $"labels {expected.Zip(places).Count(pair => pair.Second >= 0 && (Text(pair.First, "number") is not { } number || found[pair.Second].Path == Plain(number) || !found[pair.Second].IsCounted))}/{expected.Count}",
        };
        var stems = expected.Zip(places).Where(pair => pair.First.TryGetProperty("stem", out var stem) && stem.GetBoolean()).ToList();
        if (stems.Count > 0)
        {
            fields.Add($"stems {stems.Count(pair => pair.Second >= 0 && read.Questions[pair.Second].IsAsked == (Text(pair.First, "answer") is not null))}/{stems.Count}");
        }

        AddAnswers("answers", "answer", read.Replies.Where(reply => !reply.IsSupplement).ToList());
        AddAnswers("supplements", "supplement", read.Replies.Where(reply => reply.IsSupplement).ToList());
        var joint = expected.Index().Where(item => Text(item.Item, "answered_with") is not null).ToList();
        if (joint.Count > 0)
        {
            fields.Add($"joint {joint.Count(item => places[item.Index] >= 0 && IsWith(item.Index, Text(item.Item, "answered_with")!))}/{joint.Count}");
        }

        fields.Add($"number {(Text(root, "number") == read.Head.Number ? 1 : 0)}/1");
        fields.Add($"subject {(ArchiveNotation.Letters(Text(root, "subject")) == ArchiveNotation.Letters(read.Head.Subject) ? 1 : 0)}/1");
        var factions = root.GetProperty("faction").EnumerateArray().Select(item => item.GetString()!).ToList();
        fields.Add($"factions {factions.Count(faction => read.Head.Originators.Any(asker => Names(asker, faction)))}/{factions.Count}");
        var signers = root.GetProperty("signer").EnumerateArray().Select(item => item.GetString()!).ToList();
        fields.Add($"signers {signers.Count(signer => read.Signature?.Names.Any(name => signer.Contains(name, StringComparison.Ordinal)) == true)}/{signers.Count}");
        var department = root.GetProperty("answer_by").GetProperty("dezernat").GetString();
        if (department is not null)
        {
            fields.Add($"department {(read.Head.Departments.Any(found => found.StartsWith(department, StringComparison.Ordinal)) ? 1 : 0)}/1");
        }

        return string.Join(' ', fields);

        void AddAnswers(string field, string property, List<ArchivedReply> replies)
        {
            var wanted = expected.Zip(places).Where(pair => Text(pair.First, property) is not null).ToList();
            if (wanted.Count > 0)
            {
                fields.Add($"{field} {wanted.Count(pair => Answers(pair, property, replies, isExact: true))}={wanted.Count(pair => Answers(pair, property, replies, isExact: false))}/{wanted.Count}");
            }
        }

        bool IsWith(int index, string other)
        {
            var partner = expected.FindIndex(question => Plain(Text(question, "number")) == Plain(other));
            return partner >= 0 && places[partner] >= 0
                && read.Replies[0].Entries.Any(entry => entry.Questions.Contains(places[index] + 1) && entry.Questions.Contains(places[partner] + 1));
        }
    }

    private sealed record Node(string? Path, string Letters, bool IsCounted);

    private static List<Node> Nodes(ArchivedCase read)
    {
        var nodes = new List<Node>();
        var open = new List<string>();
        foreach (var question in read.Questions)
        {
            open.RemoveRange(question.Level, open.Count - question.Level);
            var own = Plain(question.Label);
            open.Add(own is not null && open.Count > 0 && own.StartsWith(open[^1], StringComparison.Ordinal) ? own : (open.Count > 0 ? open[^1] : "") + own);
            nodes.Add(new Node(open[^1], ArchiveNotation.Letters(question.Text?.Text), own is { Length: > 0 }));
        }

        return nodes;
    }

    private static string? Plain(string? label) => label is null ? null : ArchiveNotation.Letters(label);

    private static int PlaceOf(JsonElement question, List<Node> found)
    {
        var letters = ArchiveNotation.Letters(Text(question, "text"));
        var number = Plain(Text(question, "number"));
        var exact = found.FindIndex(node => node.Letters == letters && node.Path == number);
        return exact >= 0 ? exact : found.FindIndex(node => node.Letters == letters);
    }

    private static bool Answers((JsonElement Question, int Place) pair, string property, List<ArchivedReply> replies, bool isExact)
    {
        var wanted = ArchiveNotation.Letters(Text(pair.Question, property));
        return pair.Place >= 0 && replies.SelectMany(reply => reply.Entries).Where(entry => entry.Questions.Contains(pair.Place + 1))
            .Any(entry => ArchiveNotation.Letters(entry.Answer.Text) is var letters && (letters == wanted || (!isExact && (letters.Contains(wanted, StringComparison.Ordinal) || wanted.Contains(letters, StringComparison.Ordinal)))));
    }

    private static bool Names(ArchivedOriginator asker, string faction) =>
        asker.Party == faction || asker.Name.Contains(faction, StringComparison.OrdinalIgnoreCase);

    private static string? Text(JsonElement element, string property) => element.TryGetProperty(property, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;
}
