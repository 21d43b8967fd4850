namespace Anfragen.Domain.Assignments;

/// <summary>Stand einer Zuweisung.</summary>
public enum AssignmentState
{
    /// <summary>offen: the department has not reacted.</summary>
    Offered,

    /// <summary>angenommen.</summary>
    Accepted,

    /// <summary>abgelehnt: back with the council office.</summary>
    Declined,

    /// <summary>Zuarbeit geliefert.</summary>
    Contributed,

    /// <summary>beendet: given to another department, or no longer needed.</summary>
    Ended,
}

/// <summary>Aufgabe eines Amtes an einer Frage.</summary>
public enum AssignmentPart
{
    /// <summary>Federführung.</summary>
    Lead,

    /// <summary>Zuarbeit.</summary>
    Contributor,
}
