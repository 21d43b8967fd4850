using System.Text.Json;
using Anfragen.Application.Inquiries;
using Anfragen.Domain;
using Anfragen.Domain.Answers;
using Anfragen.Domain.Archive;
using Anfragen.Domain.Cases;
using Anfragen.Domain.Inquiries;
using Anfragen.Domain.Replies;
using static Anfragen.Application.TextRules;

namespace Anfragen.Application.Archive;

/// <summary>Everything that was read in the papers of an old case, to be corrected by hand.</summary>
public record ImportForm
{
    /// <summary>The wording the form was loaded with.</summary>
    public int BasedOn { get; init; }

    public string? Number { get; init; }

    public string Subject { get; init; } = "";

    public DateOnly? WrittenOn { get; init; }

    public DateOnly? ReceivedOn { get; init; }

    /// <summary>Who asks; a line without a name is none.</summary>
    public IReadOnlyList<AskerLine> Askers { get; init; } = [];

    public string? Preamble { get; init; }

    /// <summary>The question tree; answers name a line by its <see cref="QuestionLine.Key"/>.</summary>
    public IReadOnlyList<QuestionLine> Questions { get; init; } = [];

    public string? Rationale { get; init; }

    /// <summary>The reply, then the supplements; their number stays.</summary>
    public IReadOnlyList<ReplyLines> Replies { get; init; } = [];

    /// <summary>The form of a case as it stands.</summary>
    public static ImportForm Of(InquiryCase @case)
    {
        var inquiry = @case.Inquiry;
        var places = inquiry.Text.Questions.ToDictionary(question => question.Id, question => question.Position);
        return new ImportForm
        {
            BasedOn = inquiry.Text.Version,
            Number = inquiry.Number,
            Subject = inquiry.Text.Subject,
            WrittenOn = inquiry.Archive?.WrittenOn,
            ReceivedOn = inquiry.Archive?.ReceivedOn,
            Askers = [.. inquiry.Originators.Select(asker => new AskerLine { Name = asker.Name, Group = asker.Organization })],
            Preamble = inquiry.Text.Preamble,
            Questions = [.. QuestionLines.Of(inquiry.Text).Select((line, index) => line with { Key = index + 1 })],
            Rationale = inquiry.Text.Rationale,
            Replies = [.. @case.Replies.Select(reply => LinesOf(@case, reply, places))],
        };
    }

    /// <summary>Without lines that hold nothing, texts as they are stored; two forms that say the same are then equal as JSON.</summary>
    internal ImportForm Tidy() => this with
    {
        Number = TypedLine(Number),
        Subject = Subject.Trim(),
        Askers = [.. Askers.Where(asker => TypedLine(asker.Name) is not null).Select(asker => asker with { Name = asker.Name.Trim() })],
        Preamble = TypedText(Preamble),
        Questions = [.. Questions.Where(line => TypedLine(line.Text) is not null || TypedLine(line.Label) is not null)
            .Select(line => line with { Label = TypedLine(line.Label), Text = TypedText(line.Text) ?? "" })],
        Rationale = TypedText(Rationale),
        Replies = [.. Replies.Select(reply => reply with
        {
            Preliminary = TypedText(reply.Preliminary),
            Closing = TypedText(reply.Closing),
            Place = TypedLine(reply.Place),
            Name = TypedLine(reply.Name),
            Office = TypedLine(reply.Office),
            Answers = [.. reply.Answers.Where(answer => TypedLine(answer.Markdown) is not null).Select(answer => answer with
            {
                Markdown = TypedText(answer.Markdown)!,
                Questions = [.. answer.Questions.Distinct().Order()],
            })],
        })],
    };

    /// <summary>What the form says of the papers, apart from the number, which is not part of their wording.</summary>
    internal string Content()
    {
        // A line that was moved and moved back says the same.
        var places = Places();
        return JsonSerializer.Serialize(new
        {
            Subject,
            WrittenOn,
            ReceivedOn,
            Askers,
            Preamble,
            Questions = Questions.Select(line => new { line.Label, line.Text, line.Level, line.IsAsked }),
            Rationale,
            Replies = Replies.Select(reply => reply with
            {
                Answers = [.. reply.Answers.Select(answer => answer with { Questions = [.. answer.Questions.Select(key => places.GetValueOrDefault(key)).Order()] })],
            }),
        });
    }

    /// <summary>The place of each question by the key that answers name, counted from 1.</summary>
    internal Dictionary<int, int> Places() => Questions.Select((line, index) => (line.Key, Place: index + 1)).ToDictionary(pair => pair.Key, pair => pair.Place);

    private static ReplyLines LinesOf(InquiryCase @case, Reply reply, Dictionary<QuestionId, int> places) => new()
    {
        Preliminary = reply.Items.OfType<PreliminaryRemark>().FirstOrDefault()?.Markdown,
        Answers = [.. reply.Entries.Select(entry => LineOf(@case.Answer(entry.Answer), entry, places))],
        Closing = reply.Items.OfType<ClosingRemark>().FirstOrDefault()?.Markdown,
        Place = reply.Letter?.Place,
        WrittenOn = reply.Letter?.WrittenOn,
        Name = reply.Letter?.Name,
        Office = reply.Letter?.Office,
    };

    private static AnswerLine LineOf(Answer answer, AnswerEntry entry, Dictionary<QuestionId, int> places) => new()
    {
        Questions = [.. entry.Questions.Select(question => places[question])],
        Department = answer.Department,
        Markdown = answer.Versions[entry.AnswerVersion - 1].Markdown,
    };
}

/// <summary>One who asks, under the name that the paper gives.</summary>
public sealed record AskerLine
{
    public string Name { get; init; } = "";

    /// <summary>The group of the city, or null when it is none.</summary>
    public OrganizationId? Group { get; init; }
}

/// <summary>A reply or supplement.</summary>
public sealed record ReplyLines
{
    public string? Preliminary { get; init; }

    /// <summary>The answers; a line without text is none.</summary>
    public IReadOnlyList<AnswerLine> Answers { get; init; } = [];

    public string? Closing { get; init; }

    public string? Place { get; init; }

    public DateOnly? WrittenOn { get; init; }

    public string? Name { get; init; }

    public string? Office { get; init; }
}

/// <summary>One answer of it.</summary>
public sealed record AnswerLine
{
    /// <summary>Keys of the questions it answers.</summary>
    public IReadOnlyList<int> Questions { get; init; } = [];

    public OrganizationId Department { get; init; }

    public string Markdown { get; init; } = "";
}
