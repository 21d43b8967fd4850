using System.Text.Json;
using Anfragen.Domain;
using Anfragen.Domain.Search;
using Anfragen.Infrastructure.Database;

namespace Anfragen.Infrastructure.Search;

/// <summary>What an inquiry says today: its wording and the answers the askers have.</summary>
internal sealed record InquiryTexts(InquiryId Id, string Subject, string? Preamble, string? Rationale, IReadOnlyList<QuestionText> Questions, IReadOnlyList<AnswerText> Answers)
{
    /// <summary>Its texts in the order in which they are indexed.</summary>
    public IEnumerable<PassageText> Passages()
    {
        yield return new(PassageKind.Subject, Subject, null, null);
        foreach (var question in Questions) yield return new(PassageKind.Question, question.Text, question, null);
        if (Preamble is not null) yield return new(PassageKind.Context, Preamble, null, null);
        if (Rationale is not null) yield return new(PassageKind.Context, Rationale, null, null);
        foreach (var answer in Answers) yield return new(PassageKind.Answer, answer.Markdown, Questions.FirstOrDefault(question => answer.Questions.Contains(question.Id)), answer);
    }

    /// <summary>What the askers have as the answer to a question, or null.</summary>
    public AnswerText? AnswerTo(QuestionId question) => Answers.LastOrDefault(answer => answer.Questions.Contains(question));
}

/// <summary>One of them.</summary>
internal sealed record PassageText(PassageKind Kind, string Text, QuestionText? Question, AnswerText? Answer);

/// <summary>A question in today's wording.</summary>
internal sealed record QuestionText
{
    public QuestionId Id { get; init; }

    public InquiryId InquiryId { get; init; }

    public string? Label { get; init; }

    public string Ordinal { get; init; } = "";

    public string Text { get; init; } = "";

    public string Shown => Label ?? Ordinal;
}

/// <summary>An answer in a delivered letter.</summary>
internal sealed record AnswerText(AnswerId Id, string Markdown, IReadOnlyList<QuestionId> Questions);

/// <summary>Reads them for some inquiries at once. Who may see them has been asked before.</summary>
internal sealed class InquiryTextReader(DbSession db)
{
    private string SelectTexts => $"""
        SELECT i.id, t.subject, t.preamble, t.rationale, EXISTS (SELECT 1 FROM imports m WHERE m.inquiry_id = i.id) AS is_imported
        FROM inquiries i JOIN inquiry_texts t ON t.inquiry_id = i.id AND t.version = i.text_version
        WHERE {db.Dialect.OneOf("i.id", "ids")}
        """;

    private string SelectQuestions => $"""
        SELECT q.id, q.inquiry_id, q.label, q.ordinal, q.text
        FROM inquiries i JOIN questions q ON q.inquiry_id = i.id AND q.text_version = i.text_version
        WHERE {db.Dialect.OneOf("i.id", "ids")}
        ORDER BY q.inquiry_id, q.position
        """;

    private string SelectAnswers => $"""
        SELECT r.inquiry_id, n.answer_id, n.questions, v.markdown
        FROM replies r
        JOIN reply_items n ON n.reply_id = r.id AND n.revision = r.revision
        JOIN answer_versions v ON v.answer_id = n.answer_id AND v.no = n.answer_version
        WHERE {db.Dialect.OneOf("r.inquiry_id", "ids")} AND r.state = 'Delivered' AND n.kind = 'Answer'
        ORDER BY r.inquiry_id, r.ordinal, n.position
        """;

    /// <summary>In the order of the ids; what does not exist is missing.</summary>
    public async Task<IReadOnlyList<InquiryTexts>> Read(IReadOnlyList<InquiryId> ids, CancellationToken cancel)
    {
        var texts = (await db.List<TextRow>(SelectTexts, new { ids }, cancel)).ToDictionary(row => row.Id);
        var questions = (await db.List<QuestionText>(SelectQuestions, new { ids }, cancel)).ToLookup(row => row.InquiryId);
        var answers = (await db.List<AnswerRow>(SelectAnswers, new { ids }, cancel)).ToLookup(row => row.InquiryId);
        return [.. ids.Where(texts.ContainsKey).Select(id => texts[id]).Select(row => new InquiryTexts(
            row.Id, row.Subject, row.Preamble, row.Rationale, [.. questions[row.Id]], Standing([.. answers[row.Id].Select(answer => answer.ToText())], row.IsImported)))];
    }

    // What was corrected later no longer stands; old letters only ever supplement one another.
    private static IReadOnlyList<AnswerText> Standing(IReadOnlyList<AnswerText> delivered, bool isImported) => isImported
        ? delivered
        : [.. delivered.Where((answer, index) => answer.Questions.Any(question => !delivered.Skip(index + 1).Any(later => later.Questions.Contains(question))))];

    private sealed record TextRow
    {
        public InquiryId Id { get; init; }

        public string Subject { get; init; } = "";

        public string? Preamble { get; init; }

        public string? Rationale { get; init; }

        public bool IsImported { get; init; }
    }

    private sealed record AnswerRow
    {
        public InquiryId InquiryId { get; init; }

        public AnswerId AnswerId { get; init; }

        public string Questions { get; init; } = "[]";

        public string Markdown { get; init; } = "";

        public AnswerText ToText() => new(AnswerId, Markdown, [.. JsonSerializer.Deserialize<Guid[]>(Questions)!.Select(id => new QuestionId(id))]);
    }
}
