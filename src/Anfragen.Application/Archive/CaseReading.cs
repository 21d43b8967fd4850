using Anfragen.Application.Documents;
using Anfragen.Application.Inquiries;
using Anfragen.Application.Replies;
using Anfragen.Domain;
using Anfragen.Domain.Archive;
using Anfragen.Domain.Council;
using Anfragen.Domain.Inquiries;

namespace Anfragen.Application.Archive;

/// <summary>
/// Brings what the reader found in the papers into the terms of the city: askers and departments by their organisations, texts as
/// Markdown. Whatever does not fit becomes a doubt and stays as written.
/// </summary>
internal sealed class CaseReading
{
    private const int LongestNumber = 60;

    private readonly IReadOnlyList<ReadPaper> _papers;
    private readonly IReadOnlyList<Organization> _organizations;
    private readonly OrganizationFinder _finder;
    private readonly IAnswerMarkdown _markdown;
    private readonly ArchivedCase _read;
    private readonly List<ArchiveDoubt> _doubts;
    private readonly DateOnly? _written;
    private readonly DateOnly? _received;
    private readonly int _reply;

    public CaseReading(IReadOnlyList<ReadPaper> papers, IReadOnlyList<Organization> organizations, IAnswerMarkdown markdown)
    {
        (_papers, _organizations, _markdown) = (papers, organizations, markdown);
        _reply = papers[0].Kind == ArchivedDocumentKind.Reply ? 0 : 1;
        _read = ArchiveReader.Read(new ArchiveSources(papers[_reply].Letter, _reply == 0 ? null : papers[0].Letter)
        {
            Supplements = [.. papers.Skip(_reply + 1).Select(paper => paper.Letter)],
        });
        _finder = new OrganizationFinder(
            organizations, _read.Replies.Select(reply => reply.Signature?.Place).Append(_read.Signature?.Place).OfType<string>());
        _doubts = [.. _read.Doubts];
        _written = DayOf(_read.Head, ArchivedDateKind.Written);
        _received = DayOf(_read.Head, ArchivedDateKind.Received);

        Number = NumberOf(_read.Head.Number);
        Text = new InquiryText(
            0, _read.Head.Subject?.Trim() ?? "", Plain(_read.Preamble),
            QuestionTree.Build([.. _read.Questions.Select(question => new QuestionDraft(
                question.Label, question.Text?.Text ?? "", Math.Min(question.Level, QuestionLines.DeepestLevel), question.IsAsked))]),
            Plain(_read.Rationale));
        Originators = [.. _read.Head.Originators.Select((asker, index) => OriginatorOf(asker, index + 1))];
        Replies = [.. _read.Replies.Select((reply, index) => ReplyOf(reply, _reply + index))];
        DoubtWhatWasNotRead();
        Import = new ArchiveImport(
            _written, _received, DayOf(_read.Head, ArchivedDateKind.Meeting),
            [.. papers.Select(paper => new ImportedPaper(
                paper.Kind, paper.File.Name, Digest.OfBytes(paper.File.Content), Digest.OfText(paper.Text)))],
            [.. _doubts.Distinct().OrderBy(doubt => doubt.Document).ThenBy(doubt => doubt.Line ?? 0)
                .Select((doubt, index) => new ImportDoubt(index + 1, doubt.Kind, doubt.Document, doubt.Line, doubt.Sentence))]);
    }

    public string? Number { get; }

    public InquiryText Text { get; }

    public IReadOnlyList<Originator> Originators { get; }

    public IReadOnlyList<ReplyReading> Replies { get; }

    public ArchiveImport Import { get; }

    /// <summary>An asker, under the name that the paper gives it; the group lends the forms that the paper does not.</summary>
    internal static Originator OriginatorOf(string name, Organization? group, int position) => new(
        group?.Id, position, name, group?.Names.Genitive ?? (group is null ? $"von {name}" : name), group?.Names.Short ?? name);

    private Originator OriginatorOf(ArchivedOriginator asker, int position)
    {
        var group = (asker.Party is null ? null : _finder.Group(asker.Party, _received ?? _written))
            ?? (asker.IsPerson ? null : _finder.Group(asker.Name, _received ?? _written));
        var name = asker.Party is null ? asker.Name : $"{asker.Name} ({asker.Party})";
        if (group is null)
        {
            _doubts.Add(new ArchiveDoubt(
                ArchiveDoubtKind.OriginatorUnknown, 0, null, $"„{name}“ lässt sich keiner Fraktion und keinem Ortsbeirat der Stadt eindeutig zuordnen."));
        }

        return OriginatorOf(name, group, position);
    }

    private ReplyReading ReplyOf(ArchivedReply reply, int paper)
    {
        var file = _papers[paper];
        var signature = reply.Signature;
        var day = DayOf(reply.Head, ArchivedDateKind.Reply) ?? signature?.Day;
        var names = signature is null ? "" : string.Join(", ", signature.Names);
        var department = DepartmentOf(reply, paper, day);
        return new ReplyReading(
            Markdown(reply.PreliminaryRemark),
            [.. reply.Entries.Select(entry => new AnswerReading(entry.Questions, department, AnswerOf(entry)))],
            Markdown(reply.ClosingRemark),
            new ImportedLetter(
                signature?.Place, day, names.Length == 0 ? null : names, signature?.Office, Digest.OfBytes(file.File.Content),
                file.Format == FileFormat.Pdf));
    }

    // A letter that names no department speaks for the city.
    private OrganizationId DepartmentOf(ArchivedReply reply, int paper, DateOnly? day)
    {
        var written = reply.Head.Departments.Count > 0 ? reply.Head.Departments : _read.Head.Departments;
        var found = written.Select(name => (Name: name, Organization: _finder.Department(name, day))).ToList();
        foreach (var (name, _) in found.Where(pair => pair.Organization is null))
        {
            _doubts.Add(new ArchiveDoubt(
                ArchiveDoubtKind.DepartmentUnknown, paper, null,
                $"„{name}“ ist keinem Amt und keinem Dezernat eindeutig zuzuordnen; als Federführung steht dort die Stadt."));
        }

        return found.Select(pair => pair.Organization).OfType<Organization>().FirstOrDefault()?.Id
            ?? _organizations.First(organization => organization.Type == OrganizationKind.Body).Id;
    }

    // The repeated question stands above the answer anyway; a heading of its own belongs to the text.
    private string AnswerOf(ArchivedEntry entry)
    {
        var headings = entry.Headings.Where(heading => heading.Question is null)
            .Select(heading => $"{heading.Label} {heading.Text?.Text}".Trim()).Where(text => text.Length > 0);
        return string.Join("\n\n", headings.Append(entry.Answer.Text).Select(_markdown.OfPlainText));
    }

    private string? NumberOf(string? written)
    {
        if (written is null || (written.Length <= LongestNumber && written.Any(char.IsAsciiLetterOrDigit) && !written.Any(char.IsControl))) return written?.Trim();
        _doubts.Add(new ArchiveDoubt(ArchiveDoubtKind.NumberMissing, _reply, null, "Was als Drucksachennummer gelesen wurde, ist keine. Bitte tragen Sie sie ein."));
        return null;
    }

    private void DoubtWhatWasNotRead()
    {
        for (var index = 0; index < _papers.Count; index++)
        {
            var document = _papers[index].Document;
            // Of every PDF the same is said; that is no doubt about this one.
            foreach (var sentence in document.Format == FileFormat.Pdf ? [] : document.Unread)
            {
                _doubts.Add(new ArchiveDoubt(ArchiveDoubtKind.NotRead, index, null, sentence));
            }

            if (document.Footnotes.Count > 0)
            {
                _doubts.Add(new ArchiveDoubt(
                    ArchiveDoubtKind.NotRead, index, _papers[index].Letter.Count(character => character is '\n' or '\f') + 2,
                    "Fußnoten stehen am Ende des gelesenen Textes und in keiner Antwort. Bitte ergänzen Sie sie, wo sie hingehören."));
            }
        }
    }

    private static DateOnly? DayOf(ArchivedHead head, ArchivedDateKind kind) =>
        head.Dates.Where(date => date.Kind == kind).Select(date => (DateOnly?)date.Day).FirstOrDefault();

    private static string? Plain(ArchivedText? text) => string.IsNullOrWhiteSpace(text?.Text) ? null : text.Text.Trim();

    private string? Markdown(ArchivedText? text) => Plain(text) is { } plain ? _markdown.OfPlainText(plain) : null;
}
