using System.Text;
using Anfragen.Application;
using Anfragen.Application.Replies;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace Anfragen.Infrastructure.Replies;

/// <summary>
/// A section of a template file. But for what is said to be optional, every key it may have it must have, so a forgotten line is found when
/// the file is read and not when a letter looks odd. What is wrong is added to a list, and reading goes on, so that a person sees all mistakes at once.
/// </summary>
internal sealed class TemplateYaml
{
    private readonly string file;
    private readonly string name;
    private readonly List<FileMistake> mistakes;
    private readonly Dictionary<string, YamlNode> values = [];

    private TemplateYaml(
        string file, string name, YamlNode? node, List<FileMistake> mistakes, IReadOnlyCollection<string> keys, IReadOnlyCollection<string> optional)
    {
        (this.file, this.name, this.mistakes) = (file, name, mistakes);
        if (node is YamlMappingNode mapping) Take(mapping, keys, optional);
        else if (node is not null) Mistake(node, $"Erwartet werden {name}: {string.Join(", ", keys)}.");
    }

    /// <param name="bytes">The file as it lies on the disk.</param>
    /// <param name="file">How messages name it.</param>
    /// <param name="keys">Its topmost keys.</param>
    /// <param name="optional">Topmost keys that may be left out.</param>
    /// <exception cref="TemplateMistake">It is no YAML in UTF-8.</exception>
    public static TemplateYaml Read(byte[] bytes, string file, IReadOnlyCollection<string> keys, params IReadOnlyCollection<string> optional)
    {
        var stream = new YamlStream();
        try
        {
            stream.Load(new StringReader(Text(bytes, file)));
        }
        catch (YamlException problem)
        {
            throw new TemplateMistake([$"{file}, Zeile {problem.Start.Line}: Das ist kein lesbares YAML ({problem.Message}). Texte mit : # {{ [ oder * gehören in Anführungszeichen."]);
        }

        return stream.Documents switch
        {
            [var only] => new TemplateYaml(file, "auf oberster Ebene", only.RootNode, [], keys, optional),
            [_, var second, ..] => throw new TemplateMistake([$"{file}, Zeile {second.RootNode.Start.Line}: Eine Vorlage ist ein einziges YAML-Dokument; die Trennzeile --- bitte entfernen."]),
            _ => throw new TemplateMistake([$"{file}, Zeile 1: Die Vorlage ist leer. Nötig sind auf oberster Ebene: {string.Join(", ", keys)}."]),
        };
    }

    /// <exception cref="TemplateMistake">Something was wrong in what was read so far.</exception>
    public void MustBeRight()
    {
        if (mistakes.Count > 0) throw new TemplateMistake([.. mistakes.OrderBy(mistake => mistake.Line).Select(mistake => $"{file}, Zeile {mistake.Line}: {mistake.Sentence}")]);
    }

    public TemplateYaml Section(string key, params string[] keys) => new(file, $"unter „{key}“", values.GetValueOrDefault(key), mistakes, keys, []);

    /// <summary>A section that may be left out as a whole; null when it is.</summary>
    public TemplateYaml? OptionalSection(string key, params string[] keys) => values.ContainsKey(key) ? Section(key, keys) : null;

    /// <summary>A line with placeholders.</summary>
    public TemplateText Line(string key, IReadOnlyCollection<string> placeholders, bool mayBeBold = false, bool mayBeEmpty = false) =>
        values.TryGetValue(key, out var node) ? Parsed(node, key, placeholders, mayBeBold, mayBeEmpty) : TemplateText.Empty;

    /// <summary>A list of such lines.</summary>
    public IReadOnlyList<TemplateText> Lines(string key, IReadOnlyCollection<string> placeholders)
    {
        switch (values.GetValueOrDefault(key))
        {
            case null:
                return [];
            case YamlSequenceNode list:
                return [.. list.Children.Select(node => Parsed(node, key, placeholders, mayBeBold: true, mayBeEmpty: false))];
            case var other:
                Mistake(other, $"„{key}“ muss eine Liste sein: jeder Absatz beginnt mit einem Strich.");
                return [];
        }
    }

    /// <summary>The value as it stands, without placeholders.</summary>
    public string Value(string key, bool mayBeEmpty = false) => values.TryGetValue(key, out var node) ? Scalar(node, key, mayBeEmpty) : "";

    public void Mistake(string key, string sentence) => Mistake(values[key], sentence);

    private static string Text(byte[] bytes, string file)
    {
        try
        {
            return new UTF8Encoding(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true).GetString(bytes).TrimStart('\uFEFF');
        }
        catch (DecoderFallbackException problem)
        {
            var line = bytes.AsSpan(0, problem.Index).Count((byte)'\n') + 1;
            throw new TemplateMistake([$"{file}, Zeile {line}: Die Datei ist nicht in UTF-8 gespeichert."]);
        }
    }

    private void Take(YamlMappingNode mapping, IReadOnlyCollection<string> keys, IReadOnlyCollection<string> optional)
    {
        foreach (var (key, value) in mapping.Children)
        {
            var written = (key as YamlScalarNode)?.Value ?? "";
            if (keys.Contains(written) || optional.Contains(written)) values.Add(written, value);
            else Mistake(key, $"„{written}“ gibt es hier nicht. Erlaubt sind {name}: {string.Join(", ", [.. keys, .. optional])}.");
        }

        foreach (var missing in keys.Where(key => !values.ContainsKey(key))) Mistake(mapping, $"„{missing}“ fehlt. Nötig sind {name}: {string.Join(", ", keys)}.");
    }

    private TemplateText Parsed(YamlNode node, string key, IReadOnlyCollection<string> placeholders, bool mayBeBold, bool mayBeEmpty)
    {
        try
        {
            return TemplateText.Parse(Scalar(node, key, mayBeEmpty), placeholders, mayBeBold);
        }
        catch (FormatException problem)
        {
            Mistake(node, $"In „{key}“: {problem.Message}.");
            return TemplateText.Empty;
        }
    }

    private string Scalar(YamlNode node, string key, bool mayBeEmpty)
    {
        if (node is YamlScalarNode { Value: var value })
        {
            if (!mayBeEmpty && string.IsNullOrWhiteSpace(value)) Mistake(node, $"„{key}“ ist leer. Ein Wert, der mit # beginnt, gehört in Anführungszeichen.");
            return value?.Trim() ?? "";
        }

        Mistake(node, $"„{key}“ muss ein einzelner Text sein; beginnt er mit {{ oder [, gehört er in Anführungszeichen.");
        return "";
    }

    private void Mistake(YamlNode node, string sentence) => mistakes.Add(new FileMistake((int)node.Start.Line, sentence));
}
