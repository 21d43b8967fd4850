namespace Anfragen.Domain;

/// <summary>Regeln, die für alle Vorgänge gelten.</summary>
public static class CommonRules
{
    public static readonly Rule StepFitsState =
        new("step.fits-state", "Dieser Schritt ist im jetzigen Stand nicht möglich. Vermutlich hat inzwischen jemand anders gehandelt.");

    public static readonly Rule StepIsOpenToActor =
        new("step.is-open-to-actor", "Für diesen Schritt ist eine andere Stelle zuständig.");

    public static readonly Rule NotChangedMeanwhile =
        new("version.not-changed-meanwhile", "Der Vorgang wurde inzwischen geändert. Bitte sehen Sie sich den neuen Stand an.");

    public static readonly Rule FormIsSentOnce = new(
        "form.is-sent-once",
        "Dieses Formular ist schon einmal mit anderem Inhalt angekommen. Ihr Text ist noch da: Wenn er zusätzlich gelten soll, senden Sie ihn bitte noch einmal ab.");

    public static readonly Rule ReasonIsGiven = new("reason.is-given", "Bitte geben Sie einen Grund an.");
}
