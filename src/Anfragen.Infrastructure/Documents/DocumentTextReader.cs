using Anfragen.Application.Documents;

namespace Anfragen.Infrastructure.Documents;

/// <summary>Examines a file, then reads it in the way of its format.</summary>
internal sealed class DocumentTextReader(IDocumentExaminer examiner, PdfToText pdf) : IDocumentText
{
    public Task<DocumentText> Read(byte[] content, CancellationToken cancel) => examiner.Examine(content, cancel).Format switch
    {
        FileFormat.Docx => Task.Run(() => WordText.Read(content, cancel), cancel),
        FileFormat.Odt => Task.Run(() => OdtText.Read(content, cancel), cancel),
        FileFormat.Pdf => pdf.Read(content, cancel),
        FileFormat.PlainText => Task.FromResult(ReadPlainText(content)),
        _ => throw new DocumentRefused("Aus dieser Datei lässt sich kein Text lesen. Möglich ist das bei Word (DOCX), OpenDocument (ODT), PDF und reinem Text."),
    };

    private static DocumentText ReadPlainText(byte[] content)
    {
        var text = new TextUnderway();
        if (!PlainText.TryDecode(content, out var decoded)) throw DocumentRefused.Because(ZipDirectory.Broken);
        foreach (var line in decoded.ReplaceLineEndings("\n").Split('\n')) text.Add(line);
        return text.ToText(FileFormat.PlainText, []);
    }
}
