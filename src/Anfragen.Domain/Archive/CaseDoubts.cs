namespace Anfragen.Domain.Archive;

/// <summary>The doubts about a case as a whole: what is missing, and where its papers contradict each other.</summary>
internal sealed class CaseDoubts(IReadOnlyList<PaperText> papers, DoubtList doubts)
{
    public void Add(IReadOnlyList<ArchivedHead> heads, IReadOnlyList<ReadQuestion> questions, IReadOnlyList<ArchivedReply> replies)
    {
        AddMissing(heads, replies[0]);
        AddContradictions(heads);
        if (questions.Count == 0)
        {
            doubts.Add(ArchiveDoubtKind.QuestionsMissing, papers[0], "Es wurde keine Frage gefunden.");
        }

        var answered = replies.SelectMany(reply => reply.Entries).SelectMany(entry => entry.Questions).ToHashSet();
        for (var i = 0; i < questions.Count; i++)
        {
            var isAnsweredInParts = i + 1 < questions.Count && questions[i + 1].Level > questions[i].Level && answered.Contains(i + 2);
            if (questions[i].IsAsked && !answered.Contains(i + 1) && !isAnsweredInParts)
            {
                doubts.Add(ArchiveDoubtKind.Unanswered, Reply, $"Zu {ArchiveReader.NameOf(questions, i)} wurde keine Antwort gefunden.");
            }
        }
    }

    private PaperText Reply => papers.First(paper => paper.Kind == ArchivedDocumentKind.Reply);

    private void AddMissing(IReadOnlyList<ArchivedHead> heads, ArchivedReply reply)
    {
        if (heads.All(head => head.Number is null))
        {
            doubts.Add(ArchiveDoubtKind.NumberMissing, Reply, "Es wurde keine Drucksachennummer gefunden.");
        }

        if (heads.All(head => head.Subject is null))
        {
            doubts.Add(ArchiveDoubtKind.SubjectMissing, Reply, "Es wurde kein Betreff gefunden.");
        }

        if (heads.All(head => head.Originators.Count == 0))
        {
            doubts.Add(ArchiveDoubtKind.OriginatorMissing, Reply, "Es wurde nicht gefunden, wer fragt.");
        }

        if (!reply.Head.Dates.Any(date => date.Kind == ArchivedDateKind.Reply))
        {
            doubts.Add(ArchiveDoubtKind.ReplyDateMissing, Reply, "Das Antwortschreiben nennt kein Datum, an dem es geschrieben wurde.");
        }
    }

    private void AddContradictions(IReadOnlyList<ArchivedHead> heads)
    {
        var numbers = heads.Select(head => head.Number).OfType<string>().Distinct().ToList();
        if (numbers.Count > 1 && !heads.Skip(1).All(head => head.OtherNumbers.Contains(numbers[0])))
        {
            doubts.Add(ArchiveDoubtKind.NumberDiffers, Reply, $"Die Anfrage trägt die Nummer „{numbers[0]}“, das Antwortschreiben „{numbers[1]}“.");
        }

        var subjects = heads.Select(head => head.Subject).OfType<string>().DistinctBy(Letters).ToList();
        if (subjects.Count > 1)
        {
            doubts.Add(ArchiveDoubtKind.SubjectDiffers, Reply, $"Der Betreff der Anfrage lautet „{subjects[0]}“, der des Antwortschreibens „{subjects[1]}“.");
        }

        var written = heads.SelectMany(head => head.Dates).Where(date => date.Kind == ArchivedDateKind.Written).Select(date => date.Day).DefaultIfEmpty(DateOnly.MinValue).Min();
        var replied = heads.SelectMany(head => head.Dates).Where(date => date.Kind == ArchivedDateKind.Reply).Select(date => date.Day).DefaultIfEmpty(DateOnly.MaxValue).Max();
        if (replied < written)
        {
            doubts.Add(ArchiveDoubtKind.DatesOutOfOrder, Reply, "Das Antwortschreiben trägt ein früheres Datum als die Anfrage.");
        }
    }

    private static string Letters(string text) => string.Concat(text.Where(char.IsLetterOrDigit)).ToLowerInvariant();
}
