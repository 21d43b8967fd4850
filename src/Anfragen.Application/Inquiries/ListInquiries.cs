using Anfragen.Application.Views;
using Anfragen.Domain;
using Anfragen.Domain.Inquiries;

namespace Anfragen.Application.Inquiries;

/// <summary>The inquiries this person may see, newest first, page by page.</summary>
public sealed record ListInquiries : IQuery<InquiryPage>
{
    public const int PageSize = 25;

    public static Permission Permission => Permission.SignedIn;

    public InquiryStatus? Status { get; init; }

    /// <summary>Only those whose answer is owed, ordered by their deadline; null for all.</summary>
    public DeadlineChoice? Deadline { get; init; }

    /// <summary>Only these, as they were ticked in the list; all when there are none.</summary>
    public IReadOnlyList<InquiryId> Only { get; init; } = [];

    /// <summary>Where the page begins, from <see cref="InquiryPage.Next"/>; null for the first.</summary>
    public string? After { get; init; }

    /// <summary>Inquiries on a page; more than 1,000 are never read at once.</summary>
    public int Size { get; init; } = PageSize;
}

/// <summary>Auswahl nach der Frist.</summary>
public enum DeadlineChoice
{
    /// <summary>Überfällig, the longest first.</summary>
    Overdue,

    /// <summary>Mit Frist und noch nicht beantwortet, the next due date first.</summary>
    Running,
}

/// <summary>One page and the way to the next.</summary>
public sealed record InquiryPage(IReadOnlyList<InquiryItem> Items, string? Next)
{
    /// <summary>The person's own views of this list.</summary>
    public IReadOnlyList<SavedView> Views { get; init; } = [];
}

/// <summary>One line of the list.</summary>
public sealed record InquiryItem
{
    public InquiryId Id { get; init; }

    public string? Number { get; init; }

    public string Subject { get; init; } = "";

    /// <summary>Short names of the askers, "SPD, FDP".</summary>
    public string Originators { get; init; } = "";

    public InquiryStatus Status { get; init; }

    /// <summary>Whether it was read from the archive.</summary>
    public bool IsImported { get; init; }

    /// <summary>Day of submission, or of the draft; of an old case the day that its papers name.</summary>
    public DateOnly ReceivedOn { get; init; }

    /// <summary>The day of the meeting on whose agenda it stands, or null.</summary>
    public DateOnly? MeetingOn { get; init; }

    /// <summary>Gremium of that meeting.</summary>
    public string? Committee { get; init; }

    /// <summary>The due date in force, or null.</summary>
    public DateOnly? DueOn { get; init; }

    /// <summary>The first late day, also when it still lies ahead.</summary>
    public DateOnly? OverdueSince { get; init; }

    /// <summary>Whether the clock stands still.</summary>
    public bool ClockStopped { get; init; }

    /// <summary>The day everything was answered or settled, or null.</summary>
    public DateOnly? DeadlineMetOn { get; init; }
}
