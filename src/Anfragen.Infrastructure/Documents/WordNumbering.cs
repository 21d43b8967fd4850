using System.Text;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;

namespace Anfragen.Infrastructure.Documents;

/// <summary>
/// Counts the lists of a Word document along its paragraphs: the file holds no label, only which list and level a paragraph belongs to,
/// by itself or by its style.
/// </summary>
internal sealed class WordNumbering
{
    private const int Levels = 9;
    private const int LongestStyleChain = 20;

    private readonly Dictionary<int, NumberingInstance> _lists = [];
    private readonly Dictionary<int, AbstractNum> _definitions = [];
    private readonly Dictionary<string, Style> _styles = [];
    private readonly Dictionary<int, int?[]> _counters = [];
    private readonly HashSet<int> _begun = [];
    private readonly string? _defaultStyle;

    public WordNumbering(MainDocumentPart main)
    {
        foreach (var list in main.NumberingDefinitionsPart?.Numbering?.Elements<NumberingInstance>() ?? [])
        {
            if (list.NumberID?.Value is { } id) _lists.TryAdd(id, list);
        }

        foreach (var definition in main.NumberingDefinitionsPart?.Numbering?.Elements<AbstractNum>() ?? [])
        {
            if (definition.AbstractNumberId?.Value is { } id) _definitions.TryAdd(id, definition);
        }

        foreach (var style in main.StyleDefinitionsPart?.Styles?.Elements<Style>() ?? [])
        {
            if (style.StyleId?.Value is { } id) _styles.TryAdd(id, style);
            if (style.Default?.Value == true && style.Type?.Value == StyleValues.Paragraph) _defaultStyle = style.StyleId?.Value;
        }
    }

    /// <summary>The label of the next paragraph with what stands between it and the text, indented by its level; empty when it has none.</summary>
    public string Next(Paragraph paragraph) =>
        NextLabel(paragraph) is { } label ? new string(' ', 4 * label.Level) + label.Text + (label.IsApart ? " " : "") : "";

    /// <summary>The label of the next paragraph, or null when it has none.</summary>
    public WordLabel? NextLabel(Paragraph paragraph)
    {
        if (PlaceOf(paragraph.ParagraphProperties) is not var (listId, level) || !_lists.TryGetValue(listId, out var list)) return null;
        if (DefinitionOf(list) is not { } definition) return null;
        var key = definition.AbstractNumberId!.Value;
        var counters = Count(key, listId, list, definition, level);
        var shown = LevelOf(list, definition, level);
        var label = Label(list, definition, shown, counters);
        if (label.Length == 0) return null;
        var format = shown?.NumberingFormat?.Val?.Value ?? NumberFormatValues.Decimal;
        return new WordLabel(level, label, shown?.LevelSuffix?.Val?.Value != LevelSuffixValues.Nothing)
        {
            IsBullet = format == NumberFormatValues.Bullet,
            Number = format == NumberFormatValues.Decimal && label == $"{counters[level]}." ? counters[level] : null,
        };
    }

    private int?[] Count(int key, int listId, NumberingInstance list, AbstractNum definition, int level)
    {
        if (!_counters.TryGetValue(key, out var counters)) _counters[key] = counters = new int?[Levels];
        if (_begun.Add(listId))
        {
            foreach (var start in list.Elements<LevelOverride>().Where(start => start.StartOverrideNumberingValue is not null))
            {
                if (start.LevelIndex?.Value is >= 0 and < Levels and var restarted) Array.Clear(counters, restarted, Levels - restarted);
            }
        }

        for (var above = 0; above < level; above++) counters[above] ??= StartOf(list, definition, above);
        counters[level] = counters[level] is { } last ? unchecked(last + 1) : StartOf(list, definition, level);
        for (var below = level + 1; below < Levels; below++)
        {
            if (LevelOf(list, definition, below)?.LevelRestart?.Val?.Value != 0) counters[below] = null;
        }

        return counters;
    }

    private static string Label(NumberingInstance list, AbstractNum definition, Level? level, int?[] counters)
    {
        var format = level?.NumberingFormat?.Val?.Value ?? NumberFormatValues.Decimal;
        var pattern = level?.LevelText?.Val?.Value ?? "";
        if (format == NumberFormatValues.Bullet) return ListLabels.BulletOf(pattern);
        var isLegal = level?.IsLegalNumberingStyle is { } legal && legal.Val?.Value != false;
        var label = new StringBuilder();
        for (var i = 0; i < pattern.Length; i++)
        {
            if (pattern[i] != '%' || i + 1 >= pattern.Length || pattern[i + 1] is < '1' or > '9')
            {
                label.Append(pattern[i]);
                continue;
            }

            var index = pattern[++i] - '1';
            var own = LevelOf(list, definition, index)?.NumberingFormat?.Val?.Value ?? NumberFormatValues.Decimal;
            label.Append(Write(counters[index] ?? 1, isLegal ? NumberFormatValues.Decimal : own));
        }

        return label.ToString().Trim();
    }

    private static string Write(int value, NumberFormatValues format) => format switch
    {
        NumberFormatValues.LowerLetter => ListLabels.Letter(value),
        NumberFormatValues.UpperLetter => ListLabels.Letter(value).ToUpperInvariant(),
        NumberFormatValues.LowerRoman => ListLabels.Roman(value).ToLowerInvariant(),
        NumberFormatValues.UpperRoman => ListLabels.Roman(value),
        NumberFormatValues.DecimalZero => value is >= 0 and < 10 ? "0" + ListLabels.Decimal(value) : ListLabels.Decimal(value),
        NumberFormatValues.Ordinal => ListLabels.Decimal(value) + ".",
        NumberFormatValues.None => "",
        _ => ListLabels.Decimal(value),
    };

    private (int List, int Level)? PlaceOf(ParagraphProperties? properties)
    {
        var own = properties?.NumberingProperties;
        var styled = PlaceByStyle(properties?.ParagraphStyleId?.Val?.Value ?? _defaultStyle);
        var list = own?.NumberingId?.Val?.Value ?? styled?.List;
        var level = own?.NumberingLevelReference?.Val?.Value ?? (own?.NumberingId is null ? styled?.Level : null) ?? 0;
        return list is null or 0 ? null : (list.Value, Math.Clamp(level, 0, Levels - 1));
    }

    private (int List, int Level)? PlaceByStyle(string? styleId)
    {
        int? level = null;
        for (var i = 0; i < LongestStyleChain && styleId is not null && _styles.TryGetValue(styleId, out var style); i++)
        {
            var numbering = style.StyleParagraphProperties?.NumberingProperties;
            level ??= numbering?.NumberingLevelReference?.Val?.Value;
            if (numbering?.NumberingId?.Val?.Value is { } list) return (list, level ?? LevelOfStyle(list, styleId) ?? 0);
            styleId = style.BasedOn?.Val?.Value;
        }

        return null;
    }

    private int? LevelOfStyle(int listId, string styleId) =>
        _lists.TryGetValue(listId, out var list)
            ? DefinitionOf(list)?.Elements<Level>().FirstOrDefault(level => level.ParagraphStyleIdInLevel?.Val?.Value == styleId)?.LevelIndex?.Value
            : null;

    // A definition may stand for a list style, whose own definition then holds the levels.
    private AbstractNum? DefinitionOf(NumberingInstance list)
    {
        if (list.AbstractNumId?.Val?.Value is not { } id || !_definitions.TryGetValue(id, out var definition)) return null;
        return definition.NumberingStyleLink?.Val?.Value is { } link
            ? _definitions.Values.FirstOrDefault(candidate => candidate.StyleLink?.Val?.Value == link) ?? definition
            : definition;
    }

    private static Level? LevelOf(NumberingInstance list, AbstractNum definition, int index) =>
        OverrideOf(list, index)?.Level ?? definition.Elements<Level>().FirstOrDefault(level => level.LevelIndex?.Value == index);

    private static int StartOf(NumberingInstance list, AbstractNum definition, int index) =>
        OverrideOf(list, index)?.StartOverrideNumberingValue?.Val?.Value ?? LevelOf(list, definition, index)?.StartNumberingValue?.Val?.Value ?? 1;

    private static LevelOverride? OverrideOf(NumberingInstance list, int index) =>
        list.Elements<LevelOverride>().FirstOrDefault(candidate => candidate.LevelIndex?.Value == index);
}

/// <summary>The label of a paragraph of a list.</summary>
/// <param name="Level">0 to 8.</param>
/// <param name="Text">As it is shown.</param>
/// <param name="IsApart">Whether a blank stands between it and the text.</param>
internal sealed record WordLabel(int Level, string Text, bool IsApart)
{
    public bool IsBullet { get; init; }

    /// <summary>Of a plain number with a point; null for every other label.</summary>
    public int? Number { get; init; }
}
