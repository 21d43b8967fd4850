using System.Runtime.CompilerServices;
using Anfragen.Application.Documents;

namespace Anfragen.Infrastructure.Documents;

/// <summary>
/// Examines a file, then reads it in the way of its format. Scoped, and remembers what it read: reading a PDF takes its time, so it is done
/// where the command is validated, and no transaction waits for it.
/// </summary>
internal sealed class DocumentTextReader(IDocumentExaminer examiner, PdfToText pdf) : IDocumentText
{
    private readonly ConditionalWeakTable<byte[], Task<DocumentText>> _read = [];

    public Task<DocumentText> Read(byte[] content, CancellationToken cancel) => _read.GetValue(content, file => ReadAnew(file, cancel));

    private async Task<DocumentText> ReadAnew(byte[] content, CancellationToken cancel) => examiner.Examine(content, cancel).Format switch
    {
        FileFormat.Docx => await Task.Run(() => WordText.Read(content, cancel), cancel),
        FileFormat.Odt => await Task.Run(() => OdtText.Read(content, cancel), cancel),
        FileFormat.Pdf => await pdf.Read(content, cancel),
        FileFormat.PlainText => ReadPlainText(content),
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
