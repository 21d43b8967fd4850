using Anfragen.Application.Replies;
using Anfragen.Domain;

namespace Anfragen.Infrastructure.Replies;

/// <summary>What a city decides about its notices, one file for each kind; checked as a whole.</summary>
internal sealed class NoticeTemplate : LetterTemplate
{
    private static readonly string[] OfEvery = [.. Everywhere, "Datum", "Eingang", "Fragenzahl"];

    private NoticeTemplate(TemplateYaml yaml, TemplateSource source, NoticeKind kind, string[] placeholders, TemplateYaml close)
        : base(yaml, source, placeholders, close)
    {
        var text = kind == NoticeKind.Rejection
            ? yaml.Section("Schreiben", "Titelzeile", "Absätze", "Begründung", "Schlussabsätze")
            : yaml.Section("Schreiben", "Titelzeile", "Absätze", "Schlussabsätze");
        FirstLine = text.Line("Titelzeile", placeholders, mayBeBold: true);
        Opening = text.Lines("Absätze", placeholders);
        Reason = text.Line("Begründung", [.. placeholders, "Begründung"], mayBeBold: true);
        Closing = text.Lines("Schlussabsätze", placeholders);
    }

    public TemplateText FirstLine { get; }

    /// <summary>Paragraphs before the questions.</summary>
    public IReadOnlyList<TemplateText> Opening { get; }

    /// <summary>Below a rejected question.</summary>
    public TemplateText Reason { get; }

    /// <summary>Paragraphs after the questions.</summary>
    public IReadOnlyList<TemplateText> Closing { get; }

    /// <inheritdoc cref="ReplyTemplate.Parse"/>
    public static NoticeTemplate Parse(TemplateSource source, NoticeKind kind)
    {
        var yaml = TemplateYaml.Read(source.Bytes, source.File, Sections, OptionalSections);
        string[] placeholders = kind switch
        {
            NoticeKind.Rejection => [.. OfEvery, "Zurückgewiesenes"],
            NoticeKind.Interim => [.. OfEvery, "Erwartet", "Grund"],
            _ => OfEvery,
        };
        var template = new NoticeTemplate(yaml, source, kind, placeholders, yaml.Section("Schluss", "Datumsformat"));
        yaml.MustBeRight();
        return template;
    }
}
