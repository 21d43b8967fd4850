using Anfragen.Application.Portal;
using Anfragen.Domain;
using Anfragen.Domain.Cases;
using Anfragen.Domain.Deadlines;
using Anfragen.Domain.Inquiries;
using Anfragen.Domain.Publication;
using Anfragen.Domain.Replies;
using Anfragen.Infrastructure.Attachments;
using Anfragen.Infrastructure.Database;

namespace Anfragen.Infrastructure.Portal;

/// <summary>Makes the public edition of a case: for publishing, and for the preview before it.</summary>
internal sealed class PublicPages(DbSession db)
{
    /// <summary>Name of the signed letter within the public address of its inquiry.</summary>
    public const string PdfName = "antwort.pdf";

    private const string SelectFile = "SELECT size, media_type FROM files WHERE sha256 = @sha256";

    /// <summary>Under which name a letter is kept that is not the latest.</summary>
    public static string LetterName(int ordinal) => $"antwort-{ordinal}.pdf";

    /// <summary>Under which name a public attachment is kept, so that none can pass for the letter.</summary>
    public static string AttachmentName(string fileName) => $"anlagen/{fileName}";

    /// <param name="choice">At least one question of a delivered reply.</param>
    public async Task<PublishedInquiry> Of(InquiryCase @case, PublicationChoice choice, DateOnly publishedOn, CancellationToken cancel)
    {
        var (inquiry, questions, withFile) = (@case.Inquiry, choice.Questions, choice.WithFile);
        // Of a reply that tells nothing chosen, neither its file nor its date and signature may be seen.
        var shown = @case.Delivered.Where(reply => reply.Questions.Any(questions.Contains)).ToList();
        var latest = shown[^1];
        var told = @case.Delivered.SelectMany(reply => reply.Questions).ToHashSet();
        var hasAll = questions.IsSupersetOf(told);
        var corrections = new PublicCorrections(@case, shown);
        var parts = corrections.Standing().Select(standing => Part(@case, standing.Item, questions, hasAll) is { } part
            ? standing is ({ Kind: ReplyKind.Correction }, AnswerEntry entry)
                ? part with { CorrectedOn = standing.Reply.WrittenOn, Earlier = corrections.Earlier(standing.Reply, entry) }
                : part
            : null).OfType<PublishedPart>().ToList();
        var departments = shown.SelectMany(reply => reply.Entries).Where(entry => entry.Questions.Any() && entry.Questions.All(questions.Contains))
            .Select(entry => @case.Answer(entry.Answer).Department).Distinct().ToList();

        return new PublishedInquiry
        {
            Number = inquiry.Number!,
            Slug = await Slug(inquiry.Id, cancel),
            Subject = inquiry.Text.Subject,
            Originators = [.. inquiry.ConfirmedOriginators.Select(originator => originator.Name)],
            Preamble = inquiry.Text.Preamble,
            Rationale = inquiry.Text.Rationale,
            IsImported = inquiry.Archive is not null,
            SubmittedOn = inquiry.Archive is { } archive ? archive.AskedOn : inquiry.ReceivedOn,
            RegisteredOn = inquiry.Archive is null ? DayOf(inquiry, Step.Register) : null,
            AnsweredOn = latest.WrittenOn,
            PublishedOn = publishedOn,
            Deadline = DeadlineOf(@case.FirstDeadline),
            Departments = await Names(departments, latest.Signature is { } signature ? Berlin.Day(signature.At) : latest.WrittenOn ?? publishedOn, cancel),
            Parts = parts,
            IsPartial = !@case.Inquiry.OpenQuestions.All(question => told.Contains(question.Id)),
            Signature = SignatureUnder(latest),
            PdfSha256 = withFile ? latest.PdfSha256 : null,
            PdfSize = withFile && latest.PdfSha256 is { } pdf ? (await db.Single<FileRow>(SelectFile, new { sha256 = pdf }, cancel)).Size : null,
            EarlierLetters = withFile ? await LettersBefore(latest, shown, cancel) : [],
            Attachments = await AttachmentsOf(@case, choice.Attachments, cancel),
        };
    }

    /// <summary>What the public may know of the clock; null while no due date is known.</summary>
    public static PublishedDeadline? DeadlineOf(Deadline? deadline) => deadline is { FirstDueOn: { } first, DueOn: { } due }
        ? new PublishedDeadline(
            first, due, deadline.OverdueSince, deadline.IsStopped, deadline.MetOn,
            [.. deadline.Interims.Select(interim => new PublishedInterim(interim.On, interim.ExpectedOn))])
        : null;

    public Task<string> SortKey(InquiryId id, CancellationToken cancel) =>
        db.Single<string>("SELECT sort_key FROM paper_references WHERE inquiry_id = @id", new { id }, cancel);

    private Task<string> Slug(InquiryId id, CancellationToken cancel) =>
        db.Single<string>("SELECT slug FROM paper_references WHERE inquiry_id = @id", new { id }, cancel);

    private async Task<IReadOnlyList<PublishedLetter>> LettersBefore(Reply latest, IEnumerable<Reply> shown, CancellationToken cancel)
    {
        var letters = new List<PublishedLetter>();
        foreach (var reply in shown.Where(reply => reply != latest && reply.PdfSha256 is not null && reply.PdfSha256 != latest.PdfSha256).Reverse())
        {
            var file = await db.Single<FileRow>(SelectFile, new { sha256 = reply.PdfSha256 }, cancel);
            letters.Add(new PublishedLetter(reply.Ordinal, reply.Kind, reply.WrittenOn, file.Size));
        }

        return letters;
    }

    private async Task<IReadOnlyList<PublishedAttachment>> AttachmentsOf(InquiryCase @case, IReadOnlySet<AttachmentId> chosen, CancellationToken cancel)
    {
        var published = new List<PublishedAttachment>();
        foreach (var attachment in @case.Attachments.Where(attachment => attachment.IsShown && chosen.Contains(attachment.Id)))
        {
            var file = await db.Single<FileRow>(SelectFile, new { sha256 = attachment.FileSha256 }, cancel);
            published.Add(new PublishedAttachment(
                attachment.Title, AttachmentPlace.Of(@case, attachment.Holder),
                $"{published.Count + 1}-{AttachmentFileName.Of(attachment.Title, file.MediaType)}", file.MediaType, file.Size, attachment.FileSha256));
        }

        return published;
    }

    // As they were called when the reply was signed, also when the edition is made again after a renaming.
    private Task<IReadOnlyList<string>> Names(IReadOnlyList<OrganizationId> ids, DateOnly day, CancellationToken cancel) => db.List<string>(
        $"""
        SELECT COALESCE(
            (SELECT n.name FROM organization_names n WHERE n.organization_id = o.id AND n.last_day >= @day ORDER BY n.last_day LIMIT 1), o.name)
        FROM organizations o
        WHERE {db.Dialect.OneOf("o.id", "ids")}
        ORDER BY o.sort_key
        """,
        new { ids, day }, cancel);

    // A remark may speak of any question that was answered, so it is public only when each of them is.
    private static PublishedPart? Part(InquiryCase @case, ReplyItem item, IReadOnlySet<QuestionId> questions, bool hasAll) => item switch
    {
        PreliminaryRemark remark when hasAll => new PublishedPart { Questions = [], Markdown = remark.Markdown },
        ClosingRemark remark when hasAll => new PublishedPart { Questions = [], Markdown = remark.Markdown },
        RejectedQuestion rejected when questions.Contains(rejected.Question) =>
            new PublishedPart { Questions = Questions(@case, [rejected.Question]), Markdown = rejected.Reason, IsRejected = true },
        // An old text that nobody could give to a question may speak of any of them, as a remark may.
        AnswerEntry { Questions.Count: 0 } entry => hasAll ? Answer(@case, entry) : null,
        AnswerEntry entry when entry.Questions.All(questions.Contains) => Answer(@case, entry),
        _ => null,
    };

    private static PublishedPart Answer(InquiryCase @case, AnswerEntry entry)
    {
        var version = @case.Answer(entry.Answer).Versions[entry.AnswerVersion - 1];
        return new PublishedPart { Questions = Questions(@case, entry.Questions), Markdown = version.Markdown, InNameOf = version.InNameOf };
    }

    private static IReadOnlyList<PublishedQuestion> Questions(InquiryCase @case, IReadOnlyList<QuestionId> ids) =>
        [.. @case.Inquiry.Text.Questions.Where(question => ids.Contains(question.Id))
            .Select(question => new PublishedQuestion(question.Ordinal, question.Label, question.Text))];

    private static PublishedSignature? SignatureUnder(Reply reply) => reply switch
    {
        { Signature: { } signature } => new PublishedSignature(signature.Place, signature.SignedOn, signature.Name, signature.Office),
        { Letter: { Name: not null } or { Office: not null } } =>
            new PublishedSignature(reply.Letter.Place, reply.Letter.WrittenOn, reply.Letter.Name, reply.Letter.Office),
        _ => null,
    };

    private static DateOnly DayOf(Inquiry inquiry, Step step) => inquiry.Acts.Last(act => act.Step == step).Occasion.Day;

    private sealed record FileRow
    {
        public long Size { get; init; }

        public string MediaType { get; init; } = "";
    }
}
