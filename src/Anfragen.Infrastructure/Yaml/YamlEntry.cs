using System.Globalization;
using Anfragen.Application;
using Anfragen.Domain.Council;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace Anfragen.Infrastructure.Yaml;

/// <summary>One entry of a file that people write. What is wrong with it is added to the list, and reading goes on, so that a person sees all mistakes at once.</summary>
internal sealed class YamlEntry
{
    private readonly Dictionary<string, YamlNode> values = [];
    private readonly List<FileMistake> mistakes;
    private readonly string name;

    public YamlEntry(YamlNode node, string name, List<FileMistake> mistakes, params string[] keys)
    {
        (this.name, this.mistakes) = (name, mistakes);
        Line = LineOf(node);
        if (node is not YamlMappingNode mapping)
        {
            Mistake(node, $"Hier werden Angaben erwartet ({name}): {string.Join(", ", keys)}.");
            return;
        }

        foreach (var (key, value) in mapping.Children)
        {
            var written = (key as YamlScalarNode)?.Value ?? "";
            if (keys.Contains(written)) values[written] = value;
            else Mistake(key, $"„{written}“ gibt es hier nicht. Erlaubt sind ({name}): {string.Join(", ", keys)}.");
        }
    }

    /// <summary>What the file holds.</summary>
    /// <exception cref="FileMistakes">It is no YAML.</exception>
    public static YamlNode Root(string text)
    {
        var stream = new YamlStream();
        try
        {
            stream.Load(new StringReader(text));
        }
        catch (YamlException problem)
        {
            throw new FileMistakes([new FileMistake((int)problem.Start.Line, $"Das ist kein lesbares YAML ({problem.Message}). Texte mit : # {{ [ oder * gehören in Anführungszeichen.")]);
        }

        return stream.Documents is [var only]
            ? only.RootNode
            : throw new FileMistakes([new FileMistake(1, "Die Datei muss genau ein YAML-Dokument enthalten.")]);
    }

    /// <summary>The line in the file on which the entry begins.</summary>
    public int Line { get; }

    /// <summary>A text that must be there.</summary>
    public string Text(string key)
    {
        if (Optional(key) is { } text) return text;
        if (!values.ContainsKey(key)) mistakes.Add(new FileMistake(Line, $"„{key}“ fehlt ({name})."));
        else if (values[key] is YamlScalarNode) Mistake(values[key], $"„{key}“ ist leer.");
        return "";
    }

    /// <summary>A text, or null when it is not there or empty.</summary>
    public string? Optional(string key)
    {
        if (!values.TryGetValue(key, out var node)) return null;
        if (node is not YamlScalarNode { Value: var value })
        {
            Mistake(node, $"„{key}“ muss ein einzelner Text sein.");
            return null;
        }

        if (value?.Length > 500) Mistake(node, $"„{key}“ hat mehr als 500 Zeichen.");
        if (value?.Any(char.IsControl) == true) Mistake(node, $"„{key}“ enthält einen Zeilenumbruch oder ein Steuerzeichen.");
        return string.IsNullOrWhiteSpace(value) || value == "~" ? null : value.Trim();
    }

    /// <summary>The texts of a list, none when it is not there; a single text counts as a list of one.</summary>
    public IReadOnlyList<string> Texts(string key)
    {
        if (values.GetValueOrDefault(key) is YamlScalarNode) return Optional(key) is { } only ? [only] : [];
        var texts = new List<string>();
        foreach (var node in List(key))
        {
            if (OneLine(node) is { } text) texts.Add(text);
            else Mistake(node, $"Jeder Eintrag bei „{key}“ muss ein Text auf einer Zeile sein.");
        }

        return texts;
    }

    /// <summary>Labels of one's own choice, each with a text, in their order; none when the part is not there.</summary>
    public IReadOnlyList<(string Label, string Value)> Pairs(string key)
    {
        var pairs = new List<(string, string)>();
        switch (values.GetValueOrDefault(key))
        {
            case null or YamlScalarNode { Value: null or "" or "~" }:
                break;
            case YamlMappingNode mapping:
                foreach (var (label, value) in mapping.Children)
                {
                    if (OneLine(label) is { } name && OneLine(value) is { } text) pairs.Add((name, text));
                    else Mistake(label, $"Bei „{key}“ steht auf jeder Zeile eine Bezeichnung, ein Doppelpunkt und ein Text.");
                }

                break;
            case var other:
                Mistake(other, $"Bei „{key}“ steht auf jeder Zeile eine Bezeichnung, ein Doppelpunkt und ein Text.");
                break;
        }

        return pairs;
    }

    /// <summary>One of the words given.</summary>
    public T Word<T>(string key, IReadOnlyDictionary<string, T> words) where T : struct
    {
        var text = Text(key);
        if (words.TryGetValue(text, out var value)) return value;
        if (text.Length > 0) Mistake(values[key], $"„{text}“ gibt es bei „{key}“ nicht. Erlaubt sind: {string.Join(", ", words.Keys)}.");
        return default;
    }

    /// <summary>A list of these words.</summary>
    public IReadOnlyList<T> Words<T>(string key, IReadOnlyDictionary<string, T> words) where T : struct
    {
        var known = new List<T>();
        foreach (var node in List(key))
        {
            var text = (node as YamlScalarNode)?.Value?.Trim() ?? "";
            if (words.TryGetValue(text, out var value)) known.Add(value);
            else Mistake(node, $"„{text}“ gibt es bei „{key}“ nicht. Erlaubt sind: {string.Join(", ", words.Keys)}.");
        }

        return known;
    }

    /// <summary>The line of a key that is there.</summary>
    public int LineAt(string key) => LineOf(values[key]);

    public int? Number(string key)
    {
        var text = Text(key);
        if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number > 0) return number;
        if (text.Length > 0) Mistake(values[key], $"„{key}“ muss eine Zahl ab 1 sein.");
        return null;
    }

    public bool YesOrNo(string key)
    {
        var text = Optional(key);
        if (text is not null and not ("ja" or "nein")) Mistake(values[key], $"Bei „{key}“ sind erlaubt: ja, nein.");
        return text == "ja";
    }

    /// <summary>A day as 2025-09-26 or 26.09.2025.</summary>
    public DateOnly? Day(string key)
    {
        if (Optional(key) is not { } text) return null;
        if (DateOnly.TryParseExact(text, ["yyyy-MM-dd", "d.M.yyyy"], CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)) return day;
        Mistake(values[key], $"„{text}“ ist bei „{key}“ kein Datum. Erlaubt sind 2025-09-26 und 26.09.2025.");
        return null;
    }

    public Period Period() => new(Day("Von"), Day("Bis"));

    /// <summary>The entries of a list, none when it is not there.</summary>
    public IReadOnlyList<YamlNode> List(string key)
    {
        switch (values.GetValueOrDefault(key))
        {
            case null or YamlScalarNode { Value: null or "" or "~" }: return [];
            case YamlSequenceNode list: return [.. list.Children];
            case var other:
                Mistake(other, $"„{key}“ muss eine Liste sein: jeder Eintrag beginnt mit einem Strich.");
                return [];
        }
    }

    /// <summary>The part of that name.</summary>
    public YamlNode? Part(string key) => values.GetValueOrDefault(key);

    public void Mistake(string key, string sentence) => Mistake(values.TryGetValue(key, out var node) ? node : null, sentence);

    private void Mistake(YamlNode? node, string sentence) => mistakes.Add(new FileMistake(node is null ? Line : LineOf(node), sentence));

    private static string? OneLine(YamlNode node) =>
        node is YamlScalarNode { Value: { } text } && !string.IsNullOrWhiteSpace(text) && !text.Any(char.IsControl) ? text.Trim() : null;

    private static int LineOf(YamlNode node) => (int)node.Start.Line;
}
