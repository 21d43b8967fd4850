namespace Anfragen.Domain;

/// <summary>Kennung: a typed UUID, so that an answer's id never passes for a question's.</summary>
public interface IId<TSelf> where TSelf : struct, IId<TSelf>
{
    Guid Value { get; }

    static abstract TSelf From(Guid value);
}

/// <summary>Konto, mit dem jemand handelt.</summary>
public readonly record struct UserId(Guid Value) : IId<UserId>
{
    public static UserId From(Guid value) => new(value);

    public static UserId New() => new(Guid.CreateVersion7());

    public static bool TryParse(string? text, out UserId id)
    {
        var parsed = Guid.TryParse(text, out var value);
        id = new(value);
        return parsed;
    }

    public override string ToString() => Value.ToString();
}

/// <summary>Fraktion, Amt, Dezernat, Ratsbüro oder OB-Büro.</summary>
public readonly record struct OrganizationId(Guid Value) : IId<OrganizationId>
{
    public static OrganizationId From(Guid value) => new(value);

    public static OrganizationId New() => new(Guid.CreateVersion7());

    public static bool TryParse(string? text, out OrganizationId id)
    {
        var parsed = Guid.TryParse(text, out var value);
        id = new(value);
        return parsed;
    }

    public override string ToString() => Value.ToString();
}

/// <summary>Anfrage.</summary>
public readonly record struct InquiryId(Guid Value) : IId<InquiryId>
{
    public static InquiryId From(Guid value) => new(value);

    public static InquiryId New() => new(Guid.CreateVersion7());

    public static bool TryParse(string? text, out InquiryId id)
    {
        var parsed = Guid.TryParse(text, out var value);
        id = new(value);
        return parsed;
    }

    public override string ToString() => Value.ToString();
}

/// <summary>Einzelfrage.</summary>
public readonly record struct QuestionId(Guid Value) : IId<QuestionId>
{
    public static QuestionId From(Guid value) => new(value);

    public static QuestionId New() => new(Guid.CreateVersion7());

    public static bool TryParse(string? text, out QuestionId id)
    {
        var parsed = Guid.TryParse(text, out var value);
        id = new(value);
        return parsed;
    }

    public override string ToString() => Value.ToString();
}

/// <summary>Zuweisung.</summary>
public readonly record struct AssignmentId(Guid Value) : IId<AssignmentId>
{
    public static AssignmentId From(Guid value) => new(value);

    public static AssignmentId New() => new(Guid.CreateVersion7());

    public static bool TryParse(string? text, out AssignmentId id)
    {
        var parsed = Guid.TryParse(text, out var value);
        id = new(value);
        return parsed;
    }

    public override string ToString() => Value.ToString();
}

/// <summary>Antwort.</summary>
public readonly record struct AnswerId(Guid Value) : IId<AnswerId>
{
    public static AnswerId From(Guid value) => new(value);

    public static AnswerId New() => new(Guid.CreateVersion7());

    public static bool TryParse(string? text, out AnswerId id)
    {
        var parsed = Guid.TryParse(text, out var value);
        id = new(value);
        return parsed;
    }

    public override string ToString() => Value.ToString();
}

/// <summary>Antwortschreiben.</summary>
public readonly record struct ReplyId(Guid Value) : IId<ReplyId>
{
    public static ReplyId From(Guid value) => new(value);

    public static ReplyId New() => new(Guid.CreateVersion7());

    public static bool TryParse(string? text, out ReplyId id)
    {
        var parsed = Guid.TryParse(text, out var value);
        id = new(value);
        return parsed;
    }

    public override string ToString() => Value.ToString();
}

/// <summary>Anlage.</summary>
public readonly record struct AttachmentId(Guid Value) : IId<AttachmentId>
{
    public static AttachmentId From(Guid value) => new(value);

    public static AttachmentId New() => new(Guid.CreateVersion7());

    public static bool TryParse(string? text, out AttachmentId id)
    {
        var parsed = Guid.TryParse(text, out var value);
        id = new(value);
        return parsed;
    }

    public override string ToString() => Value.ToString();
}

/// <summary>Frist einer Anfrage.</summary>
public readonly record struct DeadlineId(Guid Value) : IId<DeadlineId>
{
    public static DeadlineId From(Guid value) => new(value);

    public static DeadlineId New() => new(Guid.CreateVersion7());

    public static bool TryParse(string? text, out DeadlineId id)
    {
        var parsed = Guid.TryParse(text, out var value);
        id = new(value);
        return parsed;
    }

    public override string ToString() => Value.ToString();
}

/// <summary>Kommentar zu einer Frage.</summary>
public readonly record struct CommentId(Guid Value) : IId<CommentId>
{
    public static CommentId From(Guid value) => new(value);

    public static CommentId New() => new(Guid.CreateVersion7());

    public static bool TryParse(string? text, out CommentId id)
    {
        var parsed = Guid.TryParse(text, out var value);
        id = new(value);
        return parsed;
    }

    public override string ToString() => Value.ToString();
}

/// <summary>Textbaustein.</summary>
public readonly record struct TextBlockId(Guid Value) : IId<TextBlockId>
{
    public static TextBlockId From(Guid value) => new(value);

    public static TextBlockId New() => new(Guid.CreateVersion7());

    public static bool TryParse(string? text, out TextBlockId id)
    {
        var parsed = Guid.TryParse(text, out var value);
        id = new(value);
        return parsed;
    }

    public override string ToString() => Value.ToString();
}

/// <summary>Zusage in einer Antwort.</summary>
public readonly record struct PromiseId(Guid Value) : IId<PromiseId>
{
    public static PromiseId From(Guid value) => new(value);

    public static PromiseId New() => new(Guid.CreateVersion7());

    public static bool TryParse(string? text, out PromiseId id)
    {
        var parsed = Guid.TryParse(text, out var value);
        id = new(value);
        return parsed;
    }

    public override string ToString() => Value.ToString();
}
