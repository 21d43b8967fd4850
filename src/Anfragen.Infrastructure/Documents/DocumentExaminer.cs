using System.Runtime.CompilerServices;
using Anfragen.Application.Documents;

namespace Anfragen.Infrastructure.Documents;

/// <summary>
/// Examines a file. Scoped, and remembers the result or the refusal: the validator of a command asks before the transaction begins, its
/// handler asks again about the same bytes.
/// </summary>
internal sealed class DocumentExaminer : IDocumentExaminer
{
    private readonly ConditionalWeakTable<byte[], Lazy<ExaminedDocument>> _examined = [];

    public ExaminedDocument Examine(byte[] content, CancellationToken cancel) =>
        _examined.GetValue(content, file => new Lazy<ExaminedDocument>(() => ExamineAnew(file, cancel))).Value;

    private static ExaminedDocument ExamineAnew(byte[] content, CancellationToken cancel)
    {
        if (content.Length == 0) throw DocumentRefused.Because("Die Datei ist leer.");
        if (content.Length > DocumentLimits.FileBytes) throw DocumentRefused.Because("Die Datei ist größer als 25 MB.");
        var findings = new FindingList();
        var format = Recognize(content, findings, cancel);
        return new ExaminedDocument(format, findings.All);
    }

    private static FileFormat Recognize(byte[] content, FindingList findings, CancellationToken cancel)
    {
        if (PdfScan.IsPdf(content))
        {
            PdfScan.Examine(content, findings, cancel);
            return FileFormat.Pdf;
        }

        if (Pictures.IsPng(content))
        {
            Pictures.ExaminePng(content, "Das Bild", findings);
            return FileFormat.Png;
        }

        if (Pictures.IsJpeg(content))
        {
            Pictures.ExamineJpeg(content, "Das Bild", findings);
            return FileFormat.Jpeg;
        }

        if (content.AsSpan().StartsWith("PK"u8)) return ExaminePackage(content, new InflateBudget(), 0, findings, cancel);
        if (ForeignContent.Name(content) is { } foreign) throw DocumentRefused.Because(foreign);
        return PlainText.TryDecode(content, out var text)
            ? ForeignContent.IsMarkup(text) ? throw DocumentRefused.Because("Die Datei ist eine Webseite oder Grafik (HTML, SVG, XML).") : FileFormat.PlainText
            : throw DocumentRefused.Because("Die Datei hat ein unbekanntes Format.");
    }

    private static FileFormat ExaminePackage(byte[] content, InflateBudget budget, int nesting, FindingList findings, CancellationToken cancel)
    {
        using var package = Package.Open(content, budget, cancel);
        var format = OoxmlScan.Recognize(package, cancel) ?? OdfScan.Recognize(package, cancel)
            ?? throw DocumentRefused.Because("Die Datei ist ein ZIP-Archiv. Bitte laden Sie die Dateien daraus einzeln hoch.");
        if (format is FileFormat.Odt or FileFormat.Ods or FileFormat.Odp)
        {
            OdfScan.PointOut(package, findings, cancel);
        }
        else
        {
            OoxmlScan.PointOut(package, format, findings, cancel);
        }

        foreach (var part in package.Parts) ExaminePart(part, budget, nesting, findings, cancel);
        return format;
    }

    private static void ExaminePart(PackagePart part, InflateBudget budget, int nesting, FindingList findings, CancellationToken cancel)
    {
        if (ForeignContent.IsProgram(part.Start)) throw DocumentRefused.Because("Die Datei enthält ein Programm.");
        if (part.Start.StartsWith("PK\x03\x04"u8))
        {
            if (nesting >= DocumentLimits.Nesting) throw DocumentRefused.Because("Die Datei enthält ineinander verschachtelte Archive.");
            ExamineEmbedded(part.Read(), budget, nesting, cancel);
        }
        else if (Pictures.IsJpeg(part.Start) || Pictures.IsPng(part.Start))
        {
            PointOutPicture(part.Read(), findings);
        }
    }

    // What lies in an embedded document is told by the finding that there is one; its own findings would not say where they are.
    private static void ExamineEmbedded(byte[] content, InflateBudget budget, int nesting, CancellationToken cancel)
    {
        try
        {
            ExaminePackage(content, budget, nesting + 1, new FindingList(), cancel);
        }
        catch (DocumentRefused refused)
        {
            throw new DocumentRefused($"In der Datei steckt eine weitere, die nicht angenommen wird: {refused.Message}");
        }
    }

    private static void PointOutPicture(byte[] picture, FindingList findings)
    {
        try
        {
            const string Embedded = "Ein eingebettetes Bild";
            if (Pictures.IsPng(picture))
            {
                Pictures.ExaminePng(picture, Embedded, findings);
            }
            else
            {
                Pictures.ExamineJpeg(picture, Embedded, findings);
            }
        }
        catch (DocumentRefused)
        {
            findings.Add(DocumentFindingKind.AppendedData, "Ein eingebettetes Bild ist beschädigt und konnte nicht geprüft werden.");
        }
    }
}
