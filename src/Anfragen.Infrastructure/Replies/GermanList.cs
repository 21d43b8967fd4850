using System.Globalization;

namespace Anfragen.Infrastructure.Replies;

/// <summary>Enumerations as a German sentence has them.</summary>
internal static class GermanList
{
    /// <summary>"A", "A und B", "A, B und C".</summary>
    public static string And(IEnumerable<string> parts)
    {
        var all = parts.Where(part => part.Length > 0).ToList();
        return all.Count < 2 ? string.Concat(all) : $"{string.Join(", ", all[..^1])} und {all[^1]}";
    }

    /// <summary>"2 und 3", "2 bis 4", "1, 3 und 5", "a und b"; null if labels are missing, mere bullets or alike, since then no sentence can name the questions.</summary>
    public static string? OfLabels(IReadOnlyList<string?> labels)
    {
        var bare = labels.Select(label => (label ?? "").Trim(' ', '.', ')', '(', ':')).ToList();
        if (bare.Distinct().Count() < bare.Count || !bare.All(label => label.Any(char.IsLetterOrDigit)))
        {
            return null;
        }

        return bare.Count > 2 && AreConsecutive(bare) ? $"{bare[0]} bis {bare[^1]}" : And(bare);
    }

    private static bool AreConsecutive(List<string> labels) =>
        int.TryParse(labels[0], NumberStyles.None, CultureInfo.InvariantCulture, out var first)
        && labels.Index().All(label => label.Item == (first + label.Index).ToString(CultureInfo.InvariantCulture));
}
