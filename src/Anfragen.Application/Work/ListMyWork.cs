using Anfragen.Application.Inquiries;
using Anfragen.Application.Views;
using Anfragen.Domain;
using Anfragen.Domain.Cases;
using Anfragen.Domain.Inquiries;

namespace Anfragen.Application.Work;

/// <summary>Meine Aufgaben: what waits for this person's roles, overdue first, then as it falls due; what has no due date last, longest waiting first.</summary>
public sealed record ListMyWork : IQuery<WorkPage>
{
    public const int PageSize = 50;

    public static Permission Permission => Permission.SignedIn;

    /// <summary>Only tasks of this kind; null for all.</summary>
    public WorkKind? Kind { get; init; }

    /// <summary>Only tasks about inquiries of which this department leads a question; null for all.</summary>
    public OrganizationId? Department { get; init; }

    /// <summary>Only tasks about inquiries of this group; null for all.</summary>
    public OrganizationId? Group { get; init; }

    /// <summary>Only what falls due by then; null for all.</summary>
    public DueChoice? Due { get; init; }

    /// <summary>Where the page begins, from <see cref="WorkPage.Next"/>; null for the first.</summary>
    public string? After { get; init; }

    /// <summary>Tasks on a page; more than 1,000 are never read at once.</summary>
    public int Size { get; init; } = PageSize;
}

/// <summary>Auswahl nach der Fälligkeit.</summary>
public enum DueChoice
{
    /// <summary>überfällig: the inquiry's due date is over.</summary>
    Overdue,

    /// <summary>bis heute.</summary>
    Today,

    /// <summary>in den nächsten sieben Tagen.</summary>
    Week,

    /// <summary>in den nächsten dreißig Tagen.</summary>
    Month,
}

/// <summary>One page and the way to the next.</summary>
public sealed record WorkPage(IReadOnlyList<WorkLine> Items, string? Next)
{
    /// <summary>Groups one can choose among; none for those who see their own inquiries only.</summary>
    public IReadOnlyList<OrganizationChoice> Groups { get; init; } = [];

    /// <summary>Departments one can choose among; none for those who see their own part only.</summary>
    public IReadOnlyList<OrganizationChoice> Departments { get; init; } = [];

    /// <summary>The person's own views of this list.</summary>
    public IReadOnlyList<SavedView> Views { get; init; } = [];
}

/// <summary>One task.</summary>
public sealed record WorkLine
{
    public WorkKind Kind { get; init; }

    /// <summary>Id of what it is done to: inquiry, assignment, answer or reply.</summary>
    public Guid Subject { get; init; }

    public InquiryId InquiryId { get; init; }

    public string? Number { get; init; }

    public string InquirySubject { get; init; } = "";

    public string Originators { get; init; } = "";

    public InquiryStatus Status { get; init; }

    /// <summary>"1–3 und 5", the questions it is about; empty when it is about the whole inquiry.</summary>
    public string Questions { get; init; } = "";

    public DateTimeOffset Since { get; init; }

    /// <summary>By when this task has to be done, counted back from the due date of the inquiry; null while no clock runs.</summary>
    public DateOnly? DueOn { get; init; }

    /// <summary>The due date of the inquiry in force, or null.</summary>
    public DateOnly? InquiryDueOn { get; init; }

    /// <summary>By which it is ordered.</summary>
    public DateOnly OrderOn { get; init; }

    /// <summary>The inquiry's first late day, also when it still lies ahead.</summary>
    public DateOnly? OverdueSince { get; init; }

    public bool ClockStopped { get; init; }

    public DateOnly? DeadlineMetOn { get; init; }
}
