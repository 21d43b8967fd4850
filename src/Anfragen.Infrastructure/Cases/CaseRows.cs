using System.Text.Json;
using Anfragen.Domain;
using Anfragen.Domain.Answers;
using Anfragen.Domain.Archive;
using Anfragen.Domain.Assignments;
using Anfragen.Domain.Attachments;
using Anfragen.Domain.Council;
using Anfragen.Domain.Inquiries;
using Anfragen.Domain.Replies;
using Signature = Anfragen.Domain.Replies.Signature;

namespace Anfragen.Infrastructure.Cases;

internal sealed record InquiryRow
{
    public InquiryId Id { get; init; }

    public int Version { get; init; }

    public int TextVersion { get; init; }

    public string Subject { get; init; } = "";

    public string? Preamble { get; init; }

    public string? Rationale { get; init; }
}

internal sealed record ActRow
{
    public Guid SubjectId { get; init; }

    public int SubjectNo { get; init; }

    public string Step { get; init; } = "";

    public string? FromState { get; init; }

    public string ToState { get; init; } = "";

    public UserId ByUser { get; init; }

    public UserId? ForUser { get; init; }

    public string Role { get; init; } = "";

    public OrganizationId OrganizationId { get; init; }

    public DateTimeOffset At { get; init; }

    public QuestionId? QuestionId { get; init; }

    public int? Version { get; init; }

    public string? ContentSha256 { get; init; }

    public Guid? OtherId { get; init; }

    public string? Code { get; init; }

    public string? Reason { get; init; }

    public Act ToAct() => new(
        SubjectNo, Enum.Parse<Step>(Step), FromState, ToState,
        new Occasion(new Actor(ByUser, Enum.Parse<Role>(Role), OrganizationId, ForUser), At),
        new ActSubject(QuestionId, Version, ContentSha256, OtherId, Code), Reason);
}

internal sealed record AssignmentRow
{
    public AssignmentId Id { get; init; }

    public int Version { get; init; }

    public QuestionId QuestionId { get; init; }

    public OrganizationId DepartmentId { get; init; }

    public AssignmentPart Part { get; init; }

    public string? Note { get; init; }
}

internal sealed record ContributionRow
{
    public AssignmentId AssignmentId { get; init; }

    public int Version { get; init; }

    public string Markdown { get; init; } = "";

    public UserId ByUser { get; init; }

    public DateTimeOffset At { get; init; }
}

internal sealed record AnswerRow
{
    public AnswerId Id { get; init; }

    public int Version { get; init; }

    public OrganizationId DepartmentId { get; init; }
}

internal sealed record CoverageRow
{
    public AnswerId AnswerId { get; init; }

    public QuestionId QuestionId { get; init; }
}

internal sealed record AnswerVersionRow
{
    public AnswerId AnswerId { get; init; }

    public int No { get; init; }

    public int Base { get; init; }

    public AnswerKind Kind { get; init; }

    public string? InNameOf { get; init; }

    public string Markdown { get; init; } = "";

    public UserId ByUser { get; init; }

    public DateTimeOffset At { get; init; }

    public int? EffortMinutes { get; init; }

    public AnswerVersion ToVersion() => new(No, Base, Kind, InNameOf, Markdown, ByUser, At) { EffortMinutes = EffortMinutes };
}

internal sealed record ReplyRow
{
    public ReplyId Id { get; init; }

    public int Version { get; init; }

    public int Ordinal { get; init; }

    public ReplyKind Kind { get; init; }

    public int Revision { get; init; }
}

internal enum ReplyItemKind { Preliminary, Answer, Rejected, Closing }

internal sealed record ReplyItemRow
{
    public ReplyId ReplyId { get; init; }

    public int Revision { get; init; }

    public int Position { get; init; }

    public ReplyItemKind Kind { get; init; }

    public string? Text { get; init; }

    public AnswerId? AnswerId { get; init; }

    public int? AnswerVersion { get; init; }

    public string? AnswerSha256 { get; init; }

    /// <summary>JSON array of ids; read and written as a whole, never queried.</summary>
    public string? Questions { get; init; }

    public ReplyItem ToItem() => Kind switch
    {
        ReplyItemKind.Preliminary => new PreliminaryRemark(Text!),
        ReplyItemKind.Closing => new ClosingRemark(Text!),
        ReplyItemKind.Rejected => new RejectedQuestion(Ids().Single(), Text!),
        ReplyItemKind.Answer => new AnswerEntry(AnswerId!.Value, AnswerVersion!.Value, AnswerSha256!, Ids()),
        _ => throw new InvalidOperationException($"Unknown part of a reply: {Kind}."),
    };

    public static ReplyItemRow Of(Reply reply, ReplyItem item, int position)
    {
        var row = new ReplyItemRow { ReplyId = reply.Id, Revision = reply.Revision, Position = position };
        return item switch
        {
            PreliminaryRemark remark => row with { Kind = ReplyItemKind.Preliminary, Text = remark.Markdown },
            ClosingRemark remark => row with { Kind = ReplyItemKind.Closing, Text = remark.Markdown },
            RejectedQuestion rejected => row with { Kind = ReplyItemKind.Rejected, Text = rejected.Reason, Questions = Json([rejected.Question]) },
            AnswerEntry entry => row with
            {
                Kind = ReplyItemKind.Answer,
                AnswerId = entry.Answer,
                AnswerVersion = entry.AnswerVersion,
                AnswerSha256 = entry.AnswerSha256,
                Questions = Json(entry.Questions),
            },
            _ => throw new InvalidOperationException($"Unknown part of a reply: {item.GetType().Name}."),
        };
    }

    private IReadOnlyList<QuestionId> Ids() => [.. JsonSerializer.Deserialize<Guid[]>(Questions!)!.Select(QuestionId.From)];

    private static string Json(IEnumerable<QuestionId> questions) => JsonSerializer.Serialize(questions.Select(question => question.Value));
}

internal sealed record SignatureRow
{
    public ReplyId ReplyId { get; init; }

    public string Place { get; init; } = "";

    public DateOnly SignedOn { get; init; }

    public string Name { get; init; } = "";

    public string Office { get; init; } = "";

    public UserId ByUser { get; init; }

    public DateTimeOffset At { get; init; }

    public string ContentSha256 { get; init; } = "";

    public string TemplateSha256 { get; init; } = "";

    public string PdfSha256 { get; init; } = "";

    public string? DataSha256 { get; init; }

    public Signature ToSignature() => new(Place, SignedOn, Name, Office, ByUser, At, ContentSha256, TemplateSha256, PdfSha256) { DataSha256 = DataSha256 };
}

internal sealed record ImportedLetterRow
{
    public ReplyId ReplyId { get; init; }

    public string? Place { get; init; }

    public DateOnly? WrittenOn { get; init; }

    public string? Name { get; init; }

    public string? Office { get; init; }

    public string FileSha256 { get; init; } = "";

    public bool IsPdf { get; init; }

    public ImportedLetter ToLetter() => new(Place, WrittenOn, Name, Office, FileSha256, IsPdf);
}

internal sealed record ImportRow
{
    public DateOnly? WrittenOn { get; init; }

    public DateOnly? ReceivedOn { get; init; }

    public DateOnly? MeetingOn { get; init; }
}

internal sealed record AttachmentRow
{
    public AttachmentId Id { get; init; }

    public AttachmentHolderKind HolderKind { get; init; }

    public Guid HolderId { get; init; }

    public string Title { get; init; } = "";

    public string FileSha256 { get; init; } = "";
}

internal sealed record PromiseRow
{
    public PromiseId Id { get; init; }

    public int Version { get; init; }

    public AnswerId AnswerId { get; init; }

    public string Text { get; init; } = "";
}

internal sealed record SupplementaryRow
{
    public QuestionId Id { get; init; }

    public QuestionId? ParentId { get; init; }

    public int Position { get; init; }

    public string Ordinal { get; init; } = "";

    public string? Label { get; init; }

    public string Text { get; init; } = "";

    public int Round { get; init; }

    public Question ToQuestion() => new(Id, ParentId, Position, Ordinal, Label, Text, true) { Round = Round };
}
