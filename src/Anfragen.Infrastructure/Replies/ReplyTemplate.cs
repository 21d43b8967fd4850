using Anfragen.Application.Replies;
using Anfragen.Domain;
using Anfragen.Domain.Replies;

namespace Anfragen.Infrastructure.Replies;

/// <summary>What a city decides about its replies, read from <c>reply.yaml</c> or, for corrections, <c>correction.yaml</c>, and checked as a whole.</summary>
internal sealed class ReplyTemplate : LetterTemplate
{
    private ReplyTemplate(TemplateYaml yaml, TemplateSource source, string[] placeholders, TemplateYaml close) : base(yaml, source, placeholders, close)
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
        PublicPage = close.Value("ImNetz");
        Verification = close.Value("EchtheitPrüfen");
        DataDigest = close.Value("Prüfsumme");
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

    /// <summary>What stands before the public address.</summary>
    public string PublicPage { get; }

    /// <summary>What stands before the address at which the letter can be checked.</summary>
    public string Verification { get; }

    /// <summary>What stands above the digest of the embedded data.</summary>
    public string DataDigest { get; }

    /// <param name="source">The file as it lies on the disk.</param>
    /// <param name="kind">Of which replies it is the template; that of a correction knows which letter is corrected.</param>
    /// <exception cref="TemplateMistake">The file cannot be used.</exception>
    public static ReplyTemplate Parse(TemplateSource source, ReplyKind kind)
    {
        var yaml = TemplateYaml.Read(source.Bytes, source.File, Sections, OptionalSections);
        var close = yaml.Section("Schluss", "OrtUndDatum", "Datumsformat", "Schlusszeichnung", "Anlagen", "ImNetz", "EchtheitPrüfen", "Prüfsumme");
        var template = new ReplyTemplate(yaml, source, kind == ReplyKind.Correction ? [.. Everywhere, "AntwortVom"] : Everywhere, close);
        yaml.MustBeRight();
        return template;
    }
}
