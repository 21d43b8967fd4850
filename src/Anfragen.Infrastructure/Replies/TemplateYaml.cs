using Anfragen.Application.Replies;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace Anfragen.Infrastructure.Replies;

/// <summary>A section of a template file. Every key it may have it must have, so a forgotten line is found when the file is read and not when a letter looks odd.</summary>
internal sealed class TemplateYaml
{
    private readonly string file;
    private readonly string name;
    private readonly Dictionary<string, YamlNode> values = [];

    private TemplateYaml(string file, string name, YamlNode node, IReadOnlyCollection<string> keys)
    {
        (this.file, this.name) = (file, name);
        if (node is not YamlMappingNode mapping)
        {
            throw Mistake(node, $"Erwartet werden {name}: {string.Join(", ", keys)}.");
        }

        foreach (var (key, value) in mapping.Children)
        {
            var written = (key as YamlScalarNode)?.Value ?? "";
            if (!keys.Contains(written))
            {
                throw Mistake(key, $"„{written}“ gibt es hier nicht. Erlaubt sind {name}: {string.Join(", ", keys)}.");
            }

            values.Add(written, value);
        }

        if (keys.FirstOrDefault(key => !values.ContainsKey(key)) is { } missing)
        {
            throw Mistake(node, $"„{missing}“ fehlt. Nötig sind {name}: {string.Join(", ", keys)}.");
        }
    }

    /// <exception cref="TemplateMistake">The text is no YAML, or its topmost keys are not the given ones.</exception>
    public static TemplateYaml Read(string text, string file, params string[] keys)
    {
        var stream = new YamlStream();
        try
        {
            stream.Load(new StringReader(text));
        }
        catch (YamlException problem)
        {
            throw new TemplateMistake($"{file}, Zeile {problem.Start.Line}: Das ist kein lesbares YAML ({problem.Message}). Texte mit : # {{ [ oder * gehören in Anführungszeichen.");
        }

        return stream.Documents switch
        {
            [var only] => new TemplateYaml(file, "auf oberster Ebene", only.RootNode, keys),
            [_, var second, ..] => throw new TemplateMistake($"{file}, Zeile {second.RootNode.Start.Line}: Eine Vorlage ist ein einziges YAML-Dokument; die Trennzeile --- bitte entfernen."),
            _ => throw new TemplateMistake($"{file}, Zeile 1: Die Vorlage ist leer. Nötig sind auf oberster Ebene: {string.Join(", ", keys)}."),
        };
    }

    public TemplateYaml Section(string key, params string[] keys) => new(file, $"unter „{key}“", values[key], keys);

    /// <summary>A line with placeholders.</summary>
    public TemplateText Line(string key, IReadOnlyCollection<string> placeholders, bool mayBeBold = false, bool mayBeEmpty = false)
    {
        var value = Value(key, mayBeEmpty);
        try
        {
            return TemplateText.Parse(value, placeholders, mayBeBold);
        }
        catch (FormatException problem)
        {
            throw Mistake(values[key], $"In „{key}“: {problem.Message}.");
        }
    }

    /// <summary>The value as it stands, without placeholders.</summary>
    public string Value(string key, bool mayBeEmpty = false) => values[key] switch
    {
        YamlScalarNode { Value: var value } when mayBeEmpty || !string.IsNullOrWhiteSpace(value) => value?.Trim() ?? "",
        YamlScalarNode empty => throw Mistake(empty, $"„{key}“ ist leer. Ein Wert, der mit # beginnt, gehört in Anführungszeichen."),
        var other => throw Mistake(other, $"„{key}“ muss ein einzelner Text sein; beginnt er mit {{ oder [, gehört er in Anführungszeichen."),
    };

    public TemplateMistake Mistake(string key, string sentence) => Mistake(values[key], sentence);

    private TemplateMistake Mistake(YamlNode node, string sentence) => new($"{file}, Zeile {node.Start.Line}: {sentence}");
}
