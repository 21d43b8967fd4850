using Anfragen.Domain.Inquiries;

namespace Anfragen.Domain.Archive;

/// <summary>
/// Leser alter Schreiben: makes a case of the plain texts of an old inquiry, its reply and supplements. Any text is
/// allowed. Nothing is dropped, and what is not sure becomes a doubt instead of a guess.
/// </summary>
public static class ArchiveReader
{
    /// <summary>Reads the texts.</summary>
    public static ArchivedCase Read(ArchiveSources sources)
    {
        ArgumentNullException.ThrowIfNull(sources);
        var inquiryText = sources.Inquiry is null ? null : new PaperText(sources.Inquiry, ArchivedDocumentKind.Inquiry);
        var replyText = new PaperText(sources.Reply, ArchivedDocumentKind.Reply);
        var supplementTexts = sources.Supplements.Select(text => new PaperText(text, ArchivedDocumentKind.Supplement)).ToList();
        List<PaperText> papers = [.. inquiryText is null ? [] : new[] { inquiryText }, replyText, .. supplementTexts];
        var doubts = new DoubtList(papers);

        var inquiry = inquiryText is null ? null : new InquiryPaper(inquiryText);
        var reply = new ReplyPaper(replyText, inquiry?.Questions, doubts);
        var supplements = supplementTexts.ConvertAll(text => new ReplyPaper(text, reply.Questions, doubts));
        var heads = Heads(inquiryText, inquiry, replyText, reply);
        var replies = new List<ArchivedReply> { Archived(reply, heads[^1], isSupplement: false) };
        replies.AddRange(supplements.Select((supplement, i) => Archived(supplement, HeadOf(supplementTexts[i], supplement), isSupplement: true)));

        new CaseDoubts(papers, doubts).Add(heads, reply.Questions, replies);
        return new ArchivedCase(
            Combine(heads),
            inquiry?.Preamble ?? reply.Preamble,
            [.. reply.Questions.Select((question, i) => new ArchivedQuestion(i + 1, question.Level, question.Label, question.Text, question.IsAsked))],
            inquiry?.Rationale,
            inquiry?.Signed,
            replies,
            [.. papers.Select(paper => paper.Document())],
            doubts.All);
    }

    /// <summary>The lines of a text as doubts count them: the end of a page ends one as well.</summary>
    public static IReadOnlyList<string> LinesOf(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var lines = SourceLines.Of(text);
        return [.. lines.Select(line => text[line.Start..Math.Max(line.Start, line.To)])];
    }

    /// <summary>How a doubt names a question: by the whole path of its label, or by its place.</summary>
    internal static string NameOf(IReadOnlyList<ReadQuestion> questions, int index) =>
        questions[index].FullPath is { } path ? $"Frage {path}" : $"Frage {index + 1} (ohne Nummer)";

    private static ArchivedReply Archived(ReplyPaper paper, ArchivedHead head, bool isSupplement) =>
        new(isSupplement, head, paper.PreliminaryRemark, paper.Entries, paper.ClosingRemark, paper.Signed);

    private static List<ArchivedHead> Heads(PaperText? inquiryText, InquiryPaper? inquiry, PaperText replyText, ReplyPaper reply)
    {
        var heads = new List<ArchivedHead>();
        if (inquiryText is not null && inquiry is not null)
        {
            var head = new HeadReader(inquiryText, inquiry.HeadEnd).Read();
            heads.Add(WithDay(head, ArchivedDateKind.Written, inquiry.Signed));
        }

        heads.Add(HeadOf(replyText, reply));
        return heads;
    }

    /// <summary>The head of a reply. Place and day may stand there or beside the signature; both count for both.</summary>
    private static ArchivedHead HeadOf(PaperText text, ReplyPaper reply)
    {
        var reader = new HeadReader(text, reply.HeadEnd);
        var head = reader.Read();
        if (reply.QuotesInquiry && reply.Answered is { } answered)
        {
            return head with
            {
                Dates = [.. head.Dates.Select(date => date.Kind == ArchivedDateKind.Reply ? date with { Kind = ArchivedDateKind.Written } : date), new ArchivedDate(ArchivedDateKind.Reply, answered.Day, answered.AsWritten)],
            };
        }

        if (reader.Place is { } place && reply.Signed is { Day: null })
        {
            reply.SignAt(place, head.Dates.FirstOrDefault(date => date.Kind == ArchivedDateKind.Reply));
        }

        return WithDay(head, ArchivedDateKind.Reply, reply.Signed);
    }

    private static ArchivedHead WithDay(ArchivedHead head, ArchivedDateKind kind, ArchivedSignature? signed) =>
        signed is { Day: { } day, DayAsWritten: { } written } && !head.Dates.Any(date => date.Kind == kind)
            ? head with { Dates = [.. head.Dates, new ArchivedDate(kind, day, written)] }
            : head;

    /// <summary>One head of both papers: the inquiry names subject and askers, the reply number and departments.</summary>
    private static ArchivedHead Combine(List<ArchivedHead> heads)
    {
        var numbers = heads.Select(head => head.Number).OfType<string>().ToList();
        var askers = heads.Find(head => head.Originators.Count > 0)?.Originators ?? [];
        var number = numbers.FirstOrDefault();
        return new ArchivedHead(
            number,
            [.. numbers.Concat(heads.SelectMany(head => head.OtherNumbers)).Where(other => other != number).Distinct()],
            heads.Select(head => head.Subject).FirstOrDefault(subject => subject is not null),
            askers,
            [.. heads.SelectMany(head => head.Dates).DistinctBy(date => (date.Kind, date.Day)).OrderBy(date => date.Kind)],
            [.. heads.SelectMany(head => head.Departments).Distinct()]);
    }
}
