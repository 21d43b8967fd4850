using Anfragen.Domain.Answers;
using Anfragen.Domain.Archive;
using Anfragen.Domain.Inquiries;
using Anfragen.Domain.Publication;
using Anfragen.Domain.Replies;

namespace Anfragen.Domain.Cases;

/// <content>What becomes of old cases whose papers were read.</content>
public sealed partial class InquiryCase
{
    /// <summary>
    /// The day by which the inquiry stands in lists and figures. An old case stands by its own days; where its papers do not say when it was
    /// asked, by when it was answered or treated.
    /// </summary>
    public DateOnly AskedOn => Inquiry.Archive is { } archive
        ? archive.AskedOn ?? _replies.Select(reply => reply.WrittenOn).Append(archive.MeetingOn).Min() ?? Inquiry.ReceivedOn
        : Inquiry.ReceivedOn;

    /// <summary>Puts the next reply to an old inquiry on record: the first is the reply, the others are supplements.</summary>
    public Reply ImportReply(ReplyReading reading, Occasion occasion)
    {
        ImportRules.IsImported.BrokenIf(Inquiry.Archive is null);
        var items = ImportItems(reading, occasion);
        var imported = Domain.Replies.Reply.Import(Inquiry.Id, _replies.Count + 1, ImportKind(_replies.Count + 1, items), items, reading.Letter, occasion);
        _replies.Add(imported);
        return imported;
    }

    /// <summary>
    /// Corrects the reading of an old case as a whole: wording, askers and days, then every reply in its order. The earlier answers end.
    /// </summary>
    public void ReviseImport(
        IReadOnlyList<Originator> originators, InquiryText text, DateOnly? writtenOn, DateOnly? receivedOn, IReadOnlyList<ReplyReading> readings,
        Occasion occasion)
    {
        MustNotBePublic();
        ImportRules.RepliesStay.BrokenIf(readings.Count != _replies.Count);
        Inquiry.ReviseImport(originators, text, writtenOn, receivedOn, occasion);
        foreach (var answer in _answers.Where(answer => answer.State == AnswerState.Issued)) answer.ReplaceImport(occasion);
        foreach (var (reply, reading) in _replies.Zip(readings))
        {
            var items = ImportItems(reading, occasion);
            reply.ReviseImport(ImportKind(reply.Ordinal, items), items, reading.Letter, occasion);
        }
    }

    /// <summary>Enters the number of an old case, or corrects the one that was read.</summary>
    public void NumberImport(string number, Occasion occasion)
    {
        MustNotBePublic();
        Inquiry.NumberImport(number, occasion);
    }

    private List<ReplyItem> ImportItems(ReplyReading reading, Occasion occasion)
    {
        var questions = Inquiry.Text.Questions;
        ImportRules.AnswersQuestionsOfTheInquiry.BrokenIf(
            reading.Answers.SelectMany(answer => answer.Questions).Any(place => place < 1 || place > questions.Count));
        var items = new List<ReplyItem>();
        if (!string.IsNullOrWhiteSpace(reading.Preliminary)) items.Add(new PreliminaryRemark(reading.Preliminary));
        foreach (var read in reading.Answers)
        {
            QuestionId[] covered = [.. read.Questions.Distinct().Order().Select(place => questions[place - 1].Id)];
            var answer = Domain.Answers.Answer.Import(Inquiry.Id, covered, read.Department, read.Markdown, occasion);
            _answers.Add(answer);
            items.Add(AnswerEntry.Of(answer, covered));
        }

        if (!string.IsNullOrWhiteSpace(reading.Closing)) items.Add(new ClosingRemark(reading.Closing));
        return items;
    }

    private ReplyKind ImportKind(int ordinal, IReadOnlyList<ReplyItem> items)
    {
        if (ordinal > 1) return ReplyKind.Supplement;
        var told = items.OfType<AnswerEntry>().SelectMany(entry => entry.Questions).ToHashSet();
        return Inquiry.OpenQuestions.All(question => told.Contains(question.Id)) ? ReplyKind.Full : ReplyKind.Partial;
    }

    private void MustNotBePublic() => ImportRules.IsNotPublic.BrokenIf(
        Publication.Acts.Count > 0 && Publication.State == PublicationState.Published);
}
