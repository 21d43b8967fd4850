using System.Text.Json;
using Anfragen.Domain.Archive;

namespace Anfragen.Domain.Tests.Archive;

/// <summary>Real papers that may lie in <c>../shared</c> beside the repository and are not part of it.</summary>
internal static class SharedCases
{
    public static string? Folder { get; } = Find();

    public static JsonElement Load(string name)
    {
        using var document = JsonDocument.Parse(File.ReadAllText(Path.Combine(Folder!, "cases", name + ".json")));
        return document.RootElement.Clone();
    }

    public static ArchiveSources Sources(JsonElement root)
    {
        // An annex is attached to the reply; it is no letter to read.
        var replies = root.GetProperty("raw_answer").EnumerateArray().Where(file => !file.GetProperty("name").GetString()!.StartsWith("Anlage", StringComparison.Ordinal)).OrderBy(file => file.GetProperty("date").GetString(), StringComparer.Ordinal).Select(Text).ToList();
        return new ArchiveSources(replies[0], Text(root.GetProperty("raw_inquiry")[0])) { Supplements = replies.GetRange(1, replies.Count - 1) };
    }

    private static string Text(JsonElement file) => file.GetProperty("text").GetString()!;

    private static string? Find()
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
