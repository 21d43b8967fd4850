using Anfragen.Application.Replies;
using Anfragen.Domain;
using Anfragen.Domain.Replies;

namespace Anfragen.Infrastructure.Replies;

/// <summary>What a city decides about its replies, read from <c>reply.yaml</c> or, for corrections, <c>correction.yaml</c>, and checked as a whole.</summary>
internal sealed class ReplyTemplate : LetterTemplate
{
    private ReplyTemplate(TemplateYaml yaml, string sha256, string[] placeholders, TemplateYaml close) : base(yaml, sha256, placeholders, close)
    {
        var text = yaml.Section("Schreiben", "Entwurfsvermerk", "Titelzeile", "Eröffnung", "GemeinsameAntwort", "AntwortDritter", "ZurückgewieseneFrage");
        PreviewMark = text.Value("Entwurfsvermerk");
        FirstLine = text.Line("Titelzeile", placeholders, mayBeBold: true);
        Opening = text.Line("Eröffnung", placeholders, mayBeBold: true);
        JointAnswer = text.Line("GemeinsameAntwort", [.. placeholders, "Fragen"], mayBeBold: true);
        ThirdPartyAnswer = text.Line("AntwortDritter", [.. placeholders, "ImNamenVon"], mayBeBold: true);
        RejectedQuestion = text.Line("ZurückgewieseneFrage", [.. placeholders, "Begründung"], mayBeBold: true);

        PlaceAndDate = close.Line("OrtUndDatum", ["Ort", "Datum"]);
        ConformedSignature = close.Value("Schlusszeichnung");
        Attachments = close.Value("Anlagen");
    }

    public string PreviewMark { get; }

    public TemplateText FirstLine { get; }

    public TemplateText Opening { get; }

    public TemplateText JointAnswer { get; }

    public TemplateText ThirdPartyAnswer { get; }

    public TemplateText RejectedQuestion { get; }

    public TemplateText PlaceAndDate { get; }

    public string ConformedSignature { get; }

    /// <summary>What stands above the list of attachments.</summary>
    public string Attachments { get; }

    /// <param name="bytes">The file as it lies on the disk; the digest is made from it.</param>
    /// <param name="file">How messages name it.</param>
    /// <param name="kind">Of which replies it is the template; that of a correction knows which letter is corrected.</param>
    /// <exception cref="TemplateMistake">The file cannot be used.</exception>
    public static ReplyTemplate Parse(byte[] bytes, string file, ReplyKind kind)
    {
        var yaml = TemplateYaml.Read(bytes, file, Sections);
        var close = yaml.Section("Schluss", "OrtUndDatum", "Datumsformat", "Schlusszeichnung", "Anlagen");
        var template = new ReplyTemplate(yaml, Digest.OfBytes(bytes), kind == ReplyKind.Correction ? [.. Everywhere, "AntwortVom"] : Everywhere, close);
        yaml.MustBeRight();
        return template;
    }
}
