namespace Anfragen.Domain.Assignments;

/// <summary>Anlass einer Ablehnung, from the list that departments choose from. Stored by name.</summary>
public enum DeclineCause
{
    /// <summary>Nicht zuständig.</summary>
    NotCompetent,

    /// <summary>Ein anderes Amt ist zuständig; it is named.</summary>
    OtherDepartment,

    /// <summary>Die Frage ist unklar.</summary>
    Unclear,

    /// <summary>Sonstiges, in eigenen Worten.</summary>
    Other,
}

/// <summary>Grund einer Ablehnung: a cause from the list, the department that is competent if one knows it, and words of one's own.</summary>
public sealed record DeclineReason(DeclineCause Cause, string? Words = null, OrganizationId? Competent = null)
{
    /// <summary>The cause and the words as people read them.</summary>
    public string Text => string.Join(' ', new[] { Sentence, Words?.Trim() }.Where(part => !string.IsNullOrEmpty(part)));

    private string? Sentence => Cause switch
    {
        DeclineCause.NotCompetent => "Unser Amt ist nicht zuständig.",
        DeclineCause.OtherDepartment => "Ein anderes Amt ist zuständig.",
        DeclineCause.Unclear => "Die Frage ist zu unbestimmt, um sie zu beantworten.",
        _ => null,
    };
}
