using Anfragen.Application.Attachments;
using Anfragen.Application.Council;
using Anfragen.Application.Documents;
using Anfragen.Application.Inquiries;
using Anfragen.Application.Replies;
using Anfragen.Domain;
using Anfragen.Domain.Archive;
using Anfragen.Domain.Attachments;
using Anfragen.Domain.Cases;
using Anfragen.Domain.Inquiries;
using Anfragen.Domain.Numbers;
using FluentValidation;
using MediatR;

namespace Anfragen.Application.Archive;

/// <summary>
/// Archiv einlesen: makes an inquiry of the papers of an old case, with what the reading is not sure of left to a person. The same
/// reply makes one inquiry, however often it is read.
/// </summary>
public sealed record ImportArchivedCase : ICommand<ImportOutcome>
{
    public const int MostSupplements = 10;

    public static Permission Permission => Permission.ImportArchive;

    /// <summary>The reply.</summary>
    public required ArchiveFile Reply { get; init; }

    /// <summary>The inquiry, where it was kept.</summary>
    public ArchiveFile? Inquiry { get; init; }

    /// <summary>Later replies to the same inquiry, in their order.</summary>
    public IReadOnlyList<ArchiveFile> Supplements { get; init; } = [];

    /// <summary>All papers, in the order in which they are read.</summary>
    internal IEnumerable<(ArchivedDocumentKind Kind, ArchiveFile File)> Papers =>
    [
        .. Inquiry is null ? [] : new[] { (ArchivedDocumentKind.Inquiry, Inquiry) },
        (ArchivedDocumentKind.Reply, Reply),
        .. Supplements.Select(file => (ArchivedDocumentKind.Supplement, file)),
    ];
}

/// <summary>A file of an old case, as it lies in a folder.</summary>
public sealed record ArchiveFile(string Name, byte[] Content);

/// <summary>What became of the papers.</summary>
/// <param name="Id">The inquiry.</param>
/// <param name="Number">Its number, or null when the papers name none.</param>
/// <param name="IsNew">False when the reply had been read before; then nothing was done.</param>
/// <param name="Doubts">How much a person has to look at.</param>
/// <param name="LeftOut">Files that were not there when the reply was read before, so that nobody believes they are in.</param>
public sealed record ImportOutcome(InquiryId Id, string? Number, bool IsNew, int Doubts, IReadOnlyList<string> LeftOut);

internal sealed class ImportArchivedCaseValidator : AbstractValidator<ImportArchivedCase>
{
    public ImportArchivedCaseValidator(IImports imports, ArchivePapers papers)
    {
        RuleFor(command => command.Supplements)
            .Must(files => files.Count <= ImportArchivedCase.MostSupplements)
            .WithMessage($"Zu einer Antwort lassen sich höchstens {ImportArchivedCase.MostSupplements} Ergänzungen einlesen.");
        // Before the transaction: reading a PDF takes a process of its own, for which no writer should wait.
        RuleFor(command => command).CustomAsync(async (command, context, cancel) =>
        {
            if (await imports.Find(Digest.OfBytes(command.Reply.Content), cancel) is not null) return;
            try
            {
                await papers.Read(command, cancel);
            }
            catch (PaperRefused refused)
            {
                context.AddFailure(refused.Message);
            }
        });
    }
}

internal sealed class ImportArchivedCaseHandler(
    ArchivePapers papers, IImports imports, ICases cases, ICouncil council, IInquiryNumbers numbers, IFiles files, IAttachmentFindings findings,
    IAnswerMarkdown markdown, ICurrentUser user, TimeProvider clock)
    : IRequestHandler<ImportArchivedCase, ImportOutcome>
{
    private const int LongestTitle = 200;

    public async Task<ImportOutcome> Handle(ImportArchivedCase command, CancellationToken cancel)
    {
        if (await imports.Find(Digest.OfBytes(command.Reply.Content), cancel) is { } known)
        {
            return new ImportOutcome(
                known.Id, known.Number, false, 0,
                [.. command.Papers.Where(paper => !known.Files.Contains(Digest.OfBytes(paper.File.Content))).Select(paper => paper.File.Name)]);
        }

        var occasion = clock.Occasion(user.As(Permission.ImportArchive));
        var read = await papers.Read(command, cancel);
        var reading = new CaseReading(read, await council.Organizations(cancel), markdown);
        var inquiry = Inquiry.Import(InquiryId.New(), reading.Originators, reading.Text, reading.Import, occasion);
        var @case = InquiryCase.Of(inquiry);
        var replies = reading.Replies.Select(reply => @case.ImportReply(reply, occasion).Id).ToList();
        var reference = reading.Number is null ? null : await Reference(inquiry.Id, reading.Number, occasion.Day, cancel);
        if (reference is not null) @case.NumberImport(reference.Display, occasion);

        var originals = new List<(AttachmentId Attachment, ReadPaper Paper)>();
        foreach (var paper in read)
        {
            var sha256 = await files.Put(paper.File.Content, paper.Format.MediaType(), cancel);
            var holder = paper.Kind == ArchivedDocumentKind.Inquiry
                ? AttachmentHolder.Of(inquiry.Id)
                : AttachmentHolder.Of(replies[read.Where(other => other.Kind != ArchivedDocumentKind.Inquiry).ToList().IndexOf(paper)]);
            originals.Add((@case.AttachOriginal(holder, Title(paper.File.Name), sha256, occasion).Id, paper));
        }

        await cases.Save(@case, cancel);
        if (reference is not null) await numbers.Keep(inquiry.Id, reference, cancel);
        await imports.Keep(inquiry.Id, [.. reading.Import.Papers.Zip(read, (paper, source) => (paper, source.Text))], cancel);
        foreach (var (attachment, paper) in originals) await findings.Note(attachment, paper.Findings, cancel);
        return new ImportOutcome(inquiry.Id, inquiry.Number, true, reading.Import.Doubts.Count, []);
    }

    private async Task<Reference> Reference(InquiryId inquiry, string number, DateOnly day, CancellationToken cancel)
    {
        try
        {
            return await numbers.Enter(inquiry, number, day, cancel);
        }
        catch (RuleViolation taken) when (taken.Rule == InquiryRules.NumberIsFree)
        {
            throw new RuleViolation(ImportRules.NumberIsOnRecord);
        }
    }

    private static string Title(string name) => name.Length <= LongestTitle ? name : name[..LongestTitle];
}
