using Anfragen.Domain.Cases;
using Anfragen.Domain.Inquiries;

namespace Anfragen.Domain.Figures;

/// <summary>Was von einer Anfrage gezählt wird: days and counts, no words of anybody.</summary>
public sealed record InquiryFacts
{
    /// <summary>When the city had it.</summary>
    public DateOnly ReceivedOn { get; init; }

    /// <summary>Whether an answer is still to come.</summary>
    public bool IsOpen { get; init; }

    /// <summary>Whether everything was answered; what was rejected or withdrawn was not.</summary>
    public bool IsAnswered { get; init; }

    /// <summary>The due date that was computed or established first; null where there never was one.</summary>
    public DateOnly? FirstDueOn { get; init; }

    /// <summary>The first late day by the due date in force then, also when it lies ahead.</summary>
    public DateOnly? OverdueSince { get; init; }

    /// <summary>The day nothing was owed any more; null while something is, and where there is no clock.</summary>
    public DateOnly? MetOn { get; init; }

    /// <summary>How often the due date was moved.</summary>
    public int Extensions { get; init; }

    /// <summary>How many interim replies were sent.</summary>
    public int Interims { get; init; }

    /// <summary>Whether an inquiry in this status still waits for its answer.</summary>
    public static bool Waits(InquiryStatus status) => status is InquiryStatus.Submitted or InquiryStatus.Registered or InquiryStatus.InProgress
        or InquiryStatus.InReview or InquiryStatus.Approved or InquiryStatus.Signed;

    /// <summary>Whether an inquiry in this status has its answer.</summary>
    public static bool HasAnswer(InquiryStatus status) => status is InquiryStatus.Delivered or InquiryStatus.Depublished or InquiryStatus.Published;

    /// <summary>Reads them off the evidence.</summary>
    public static InquiryFacts Of(InquiryCase @case) => new()
    {
        ReceivedOn = @case.AskedOn,
        IsOpen = Waits(@case.Status()),
        IsAnswered = HasAnswer(@case.Status()),
        FirstDueOn = @case.Deadline?.FirstDueOn,
        OverdueSince = @case.Deadline?.OverdueSince,
        MetOn = @case.Deadline?.MetOn,
        Extensions = @case.Deadline?.Extensions.Count ?? 0,
        Interims = @case.Deadline?.Interims.Count ?? 0,
    };

    /// <summary>Whether the answer came, or can only come, after the first due date; null while that is not decided, and where nothing is to be measured.</summary>
    public bool? IsLateByFirst(DateOnly today) => Lateness(FirstDueOn is { } due ? due.AddDays(1) : null, today);

    /// <summary>The same by the due dates in force, which extensions and stops have moved.</summary>
    public bool? IsLateInForce(DateOnly today) => FirstDueOn is null ? null : Lateness(OverdueSince ?? DateOnly.MaxValue, today);

    private bool? Lateness(DateOnly? firstLateDay, DateOnly today) => (firstLateDay, IsAnswered, IsOpen, MetOn) switch
    {
        (null, _, _, _) => null,
        ({ } late, true, _, { } met) => met >= late,
        ({ } late, _, true, null) when late <= today => true,
        _ => null,
    };
}
