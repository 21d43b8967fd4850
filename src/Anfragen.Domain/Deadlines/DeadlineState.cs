namespace Anfragen.Domain.Deadlines;

/// <summary>Stand einer Frist. Overdue is none: it follows from the days and is never undone.</summary>
public enum DeadlineState
{
    /// <summary>noch zu bestätigen: nobody knows yet when the answer is due.</summary>
    Unconfirmed,

    /// <summary>läuft.</summary>
    Running,

    /// <summary>gehemmt: waits for the askers or another thing the office named.</summary>
    Stopped,

    /// <summary>erledigt: every question is answered, rejected or withdrawn.</summary>
    Met,
}
