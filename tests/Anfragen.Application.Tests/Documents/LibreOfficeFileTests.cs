using System.Runtime.CompilerServices;
using Anfragen.Application.Documents;
using Anfragen.Application.Tests.Replies;
using Anfragen.Infrastructure.Documents;

namespace Anfragen.Application.Tests.Documents;

/// <summary>
/// Files that LibreOffice 7.4 wrote, not this project: an inquiry with a comment, a change that is tracked, nested lists, a table and a
/// footnote, and a workbook with a hidden sheet.
/// </summary>
public sealed class LibreOfficeFileTests
{
    private static readonly string[] Shown =
    [
        "Anfrage der SPD-Stadtratsfraktion", "Betreff: Radwege am Rhein", "Die Lage ist unklar.", "Wir fragen die Verwaltung:",
        "1. Wie viele Radwege gibt es?", "2. Was kostet der Unterhalt?", "a) in diesem Jahr", "b) im nächsten Jahr", "3. Wer ist zuständig?",
    ];

    [Theory]
    [InlineData("anfrage.docx", FileFormat.Docx)]
    [InlineData("anfrage.odt", FileFormat.Odt)]
    public async Task An_inquiry_is_read_as_it_is_shown_and_what_is_hidden_in_it_is_pointed_out(string name, FileFormat format)
    {
        var content = await Content(name);

        var examined = new DocumentExaminer().Examine(content, CancellationToken.None);
        var text = await Read(content);

        Assert.Equal(format, examined.Format);
        Assert.Superset(
            new HashSet<DocumentFindingKind> { DocumentFindingKind.Comment, DocumentFindingKind.TrackedChange, DocumentFindingKind.PersonalMetadata },
            examined.Findings.Select(finding => finding.Kind).ToHashSet());
        var lines = text.Lines.Select(line => line.Trim()).ToList();
        Assert.Equal(Shown, lines.Where(Shown.Contains));
        Assert.Contains(lines, line => line.Contains("2024", StringComparison.Ordinal) && line.Contains("1.200", StringComparison.Ordinal));
        Assert.Contains(text.Footnotes, note => note.Contains("Stand September 2025.", StringComparison.Ordinal));
        Assert.DoesNotContain(lines, line => line.Contains("Gestrichener Satz", StringComparison.Ordinal) || line.Contains("Stimmt das so?", StringComparison.Ordinal));
    }

    [PdfToolsFact]
    public async Task The_same_inquiry_is_read_from_its_PDF()
    {
        var text = await Read(await Content("anfrage.pdf"));

        // LibreOffice prints what is tracked as deleted, struck through, which no text shows.
        var lines = text.Lines.Select(line => line.Replace("Gestrichener Satz.", "", StringComparison.Ordinal).Trim()).ToList();
        Assert.Equal(Shown, lines.Where(Shown.Contains));
    }

    [Theory]
    [InlineData("zahlen.xlsx", FileFormat.Xlsx)]
    [InlineData("zahlen.ods", FileFormat.Ods)]
    public async Task The_hidden_sheet_and_the_comment_of_a_workbook_are_pointed_out(string name, FileFormat format)
    {
        var examined = new DocumentExaminer().Examine(await Content(name), CancellationToken.None);

        Assert.Equal(format, examined.Format);
        Assert.Contains(examined.Findings, finding => finding.Kind == DocumentFindingKind.HiddenSheet);
        Assert.Contains(examined.Findings, finding => finding.Kind == DocumentFindingKind.Comment);
    }

    private static Task<DocumentText> Read(byte[] content) =>
        new DocumentTextReader(new DocumentExaminer(), new PdfToText()).Read(content, CancellationToken.None);

    private static Task<byte[]> Content(string name, [CallerFilePath] string here = "") =>
        File.ReadAllBytesAsync(Path.Combine(Path.GetDirectoryName(here)!, "LibreOffice", name));
}
