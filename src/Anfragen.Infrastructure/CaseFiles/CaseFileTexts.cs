using System.Text;
using Anfragen.Domain;
using Anfragen.Domain.Answers;
using Anfragen.Domain.Assignments;
using Anfragen.Domain.Cases;
using Anfragen.Domain.Deadlines;
using Anfragen.Domain.Inquiries;
using Anfragen.Domain.Replies;
using Anfragen.Infrastructure.Cases;

namespace Anfragen.Infrastructure.CaseFiles;

/// <summary>What people wrote in a case, as texts that are read without this program.</summary>
internal sealed class CaseFileTexts(InquiryCase @case, Names names)
{
    public static CaseFileEntry Wording(InquiryText text)
    {
        var lines = new StringBuilder($"# {(text.Subject.Length == 0 ? "Ohne Betreff" : text.Subject)}\n\nFassung {text.Version}\n");
        if (text.Preamble is not null) lines.Append($"\n## Vorbemerkung\n\n{text.Preamble}\n");
        lines.Append("\n## Fragen\n");
        foreach (var question in text.Questions) lines.Append($"\n{question.Label ?? $"({question.Ordinal})"} {question.Text}\n");
        if (text.Rationale is not null) lines.Append($"\n## Begründung\n\n{text.Rationale}\n");
        return CaseFileEntry.Markdown($"anfrage/fassung-{text.Version:D2}.md", $"Wortlaut der Anfrage, Fassung {text.Version}", lines.ToString());
    }

    public IEnumerable<CaseFileEntry> Answers() => @case.Answers.Index().SelectMany(answer => answer.Item.Versions.Select(version =>
        CaseFileEntry.Markdown(
            $"antworten/{answer.Index + 1:D2}/fassung-{version.No:D3}.md", $"Antwort auf {Questions(answer.Item.Covers)}, Fassung {version.No}",
            $"# Antwort auf {Questions(answer.Item.Covers)}, Fassung {version.No}\n\n{names[answer.Item.Department, version.At]}, {names[version.By]}, {Instant(version.At)}"
            + $"{(version.Base == 0 ? "" : $", nach Fassung {version.Base}")}{(version.InNameOf is null ? "" : $", im Namen von {version.InNameOf}")}\n"
            + $"Prüfsumme {version.Sha256}\n\n---\n\n{version.Markdown}\n")));

    public IEnumerable<CaseFileEntry> Contributions() => @case.Assignments.Where(part => part.Contributions.Count > 0).Index().SelectMany(part =>
        part.Item.Contributions.Select(text => CaseFileEntry.Markdown(
            $"zuarbeiten/{part.Index + 1:D2}/fassung-{text.Version:D3}.md",
            $"Zuarbeit von {names[part.Item.Department]} zu {Questions([part.Item.QuestionId])}, Fassung {text.Version}",
            $"# Zuarbeit zu {Questions([part.Item.QuestionId])}, Fassung {text.Version}\n\n{names[part.Item.Department, text.At]}, {names[text.By]}, {Instant(text.At)}\n\n---\n\n{text.Markdown}\n")));

    /// <summary>Every co-signature that was required, given or refused by a return, of every version.</summary>
    public CaseFileEntry CoSignatures() => Steps(
        "antworten/mitzeichnungen.csv", "Mitzeichnungen und Rückgaben aller Antworten", @case.Answers.SelectMany((answer, index) => answer.Acts
            .Where(act => act.Step is Step.SubmitForCoSignature or Step.RequireCoSignature or Step.CoSignStage or Step.CoSign or Step.ReturnForRedraft)
            .Select(act => ($"{index + 1:D2}", act))));

    /// <summary>Who had to react to what, and how it went.</summary>
    public CaseFileEntry Assignments() => Steps(
        "zuarbeiten/zuweisungen.csv", "Zuweisungen an Ämter", @case.Assignments.SelectMany(part =>
            part.Acts.Select(act => ($"{names[part.Department]}, {Questions([part.QuestionId])}, {(part.Part == AssignmentPart.Lead ? "Federführung" : "Zuarbeit")}", act))));

    public IEnumerable<CaseFileEntry> Replies() => @case.Replies.Select(reply =>
    {
        var lines = new StringBuilder($"# Antwortschreiben {reply.Ordinal}, Stand {reply.Revision}\n\nPrüfsumme des Inhalts {reply.ContentSha256}\n");
        foreach (var item in reply.Items) lines.Append($"\n{Item(item)}\n");
        if (reply.Signature is { } signature)
        {
            lines.Append($"\n---\n\n{signature.Place}, {Day(signature.SignedOn)}, gez. {signature.Name}, {signature.Office}; gezeichnet von {names[signature.By]}, {Instant(signature.At)}\n");
        }

        return CaseFileEntry.Markdown($"schreiben/{reply.Ordinal:D2}-inhalt.md", $"Inhalt des Antwortschreibens {reply.Ordinal}", lines.ToString());
    });

    public IEnumerable<CaseFileEntry> Deadlines() => @case.Deadlines.Select(deadline =>
        CaseFileEntry.Markdown($"fristen/frist-{deadline.Round:D2}.md", $"Frist {deadline.Round} mit ihrer Berechnung", Calculation(deadline)));

    private static string Calculation(Deadline deadline)
    {
        var lines = new StringBuilder($"# Frist {deadline.Round}\n\n");
        if (deadline.Pinned is { } pinned) lines.Append($"- Regel: {pinned.City}, {pinned.Rule.Title} ({pinned.Rule.LegalBasis})\n");
        lines.Append($"- Erste Fälligkeit: {Day(deadline.FirstDueOn) ?? "noch zu bestätigen"}\n");
        if (deadline.EstablishedBecause is { } because) lines.Append($"- Festgesetzt, weil: {because}\n");
        lines.Append($"- Geltende Fälligkeit: {Day(deadline.DueOn) ?? "noch zu bestätigen"}\n");
        if (deadline.OverdueSince is { } late) lines.Append($"- Erster Tag nach Ablauf: {Day(late)}\n");
        if (deadline.MetOn is { } met) lines.Append($"- Erledigt: {Day(met)}\n");
        lines.Append($"- Tage, an denen die Frist ruhte: {deadline.StoppedDays}\n");
        AddList(lines, "Berechnung", deadline.Reasons);
        AddList(lines, "Verlängerungen", deadline.Extensions.Select(extension => $"am {Day(extension.On)} von {Day(extension.From)} auf {Day(extension.To)}: {extension.Reason}"));
        AddList(lines, "Hemmungen", deadline.Stops.Select(stop => $"von {Day(stop.From)} bis {Day(stop.To) ?? "heute"}: {stop.Reason}"));
        AddList(lines, "Zwischennachrichten", deadline.Interims.Select(interim => $"am {Day(interim.On)}, Antwort erwartet am {Day(interim.ExpectedOn)}: {interim.Reason}"));
        return lines.ToString();
    }

    private static void AddList(StringBuilder lines, string title, IEnumerable<string> items)
    {
        var all = items.ToList();
        if (all.Count == 0) return;
        lines.Append($"\n## {title}\n\n");
        foreach (var item in all) lines.Append($"- {item}\n");
    }

    private string Item(ReplyItem item) => item switch
    {
        PreliminaryRemark remark => $"## Vorbemerkung\n\n{remark.Markdown}",
        ClosingRemark remark => $"## Schlussbemerkung\n\n{remark.Markdown}",
        RejectedQuestion rejected => $"## Zurückgewiesen: {Questions([rejected.Question])}\n\n{rejected.Reason}",
        AnswerEntry entry => $"## Antwort auf {Questions(entry.Questions)}\n\n{@case.Answer(entry.Answer).Versions.Single(version => version.No == entry.AnswerVersion).Markdown}",
        _ => throw new InvalidOperationException($"Unknown item of a reply: {item.GetType().Name}."),
    };

    private CaseFileEntry Steps(string path, string what, IEnumerable<(string Of, Act Act)> steps) => CaseFileEntry.Of(
        path, Application.CsvText.MediaType, what, Application.CsvText.File(
            ["Zu", "Zeitpunkt (UTC)", "Schritt", "Fassung", "Prüfsumme", "Person", "In Vertretung für", "Organisation", "Danach", "Begründung"],
            steps.Select(step => (IReadOnlyList<string?>)
            [
                step.Of, Instant(step.Act.Occasion.At), step.Act.Step.ToString(), step.Act.Subject.Version?.ToString(System.Globalization.CultureInfo.InvariantCulture),
                step.Act.Subject.ContentSha256, names[step.Act.Occasion.Actor.User],
                step.Act.Occasion.Actor.OnBehalfOf is { } principal ? names[principal] : null,
                names[step.Act.Occasion.Actor.Organization, step.Act.Occasion.At], step.Act.To, step.Act.Reason,
            ])));

    private string Questions(IReadOnlyCollection<QuestionId> questions) =>
        QuestionLabels.Of(@case, questions) is { Length: > 0 } labels ? $"{(questions.Count == 1 ? "Frage" : "Fragen")} {labels}" : "Fragen einer früheren Fassung";

    private static string Instant(DateTimeOffset at) => Database.ColumnType.Text(at);

    private static string? Day(DateOnly? day) => day?.ToString("dd.MM.yyyy", System.Globalization.CultureInfo.InvariantCulture);
}
