using System.CommandLine;
using Anfragen.Application.Archive;

namespace Anfragen.Cli.Commands;

internal static class ImportCommand
{
    private const string Description = """
        Liest alte Anfragen und ihre Antwortschreiben als Vorgänge ein: Fragen, Antworten, Tage, Fragende, Ämter, Originale. Gelesen werden
        reiner Text, Word (DOCX), OpenDocument (ODT) und PDF. Was unsicher ist, steht danach im Eingang des Ratsbüros unter „Eingelesenes
        prüfen“. Was schon eingelesen ist, wird übersprungen: Nach einem Abbruch ruft man den Befehl einfach noch einmal auf.

        PFAD ist ein Antwortschreiben oder ein Ordner. In einem Ordner (und allen darunter) gehört zusammen:
          was in einem Unterordner liegt, wenn eine Datei dort mit „Antwort“ oder „Reply“ beginnt,
          sonst Dateien mit gleichem Anfang: 1435-2025-Antwort.pdf, 1435-2025-Anfrage.docx, 1435-2025-Nachtrag-1.pdf.
        Anfragen heißen „Anfrage“ oder „Inquiry“, Ergänzungen „Nachtrag“, „Ergänzung“ oder „Supplement“. Was zu nichts passt, wird genannt.
        """;

    public static Command Create(Terminal terminal)
    {
        var path = new Argument<string>("PFAD") { Description = "Ein Antwortschreiben oder ein Ordner mit alten Vorgängen" };
        var inquiry = new Option<string?>("--inquiry") { Description = "Die Anfrage zum Antwortschreiben", HelpName = "DATEI" };
        var supplements = new Option<string[]>("--supplement") { Description = "Eine Ergänzung zum Antwortschreiben; mehrfach möglich", HelpName = "DATEI" };
        var account = new Option<string>("--as") { Description = "Anmeldung des Kontos, das einliest; es braucht die Rolle Ratsbüro", HelpName = "ANMELDUNG" };
        var command = new DocumentedCommand("import", Description, "anfragen import archiv/2019 --as ratsbuero") { path, inquiry, supplements };
        command.Need(account);
        command.SetAction(async (parse, cancel) =>
        {
            var source = parse.GetRequiredValue(path);
            var plan = PlanOf(source, parse.GetValue(inquiry), parse.GetValue(supplements) ?? []);
            await using var host = await AnfragenHost.OpenMigrated(parse, cancel);
            await host.ActAs(parse.GetRequiredValue(account), cancel);
            var report = await terminal.WithProgress("Archiv", progress => new ArchiveImporter(host).Run(plan.Cases, progress, cancel));
            return Print(terminal, plan, report);
        });
        return command;
    }

    private static ArchivePlan PlanOf(string source, string? inquiry, IReadOnlyList<string> supplements)
    {
        if (Directory.Exists(source))
        {
            if (inquiry is not null || supplements.Count > 0) throw new Refused("--inquiry und --supplement gelten nur für ein einzelnes Antwortschreiben, nicht für einen Ordner.");
            return ArchiveFolder.Read(source);
        }

        if (new[] { source, inquiry }.Concat(supplements).FirstOrDefault(file => file is not null && !File.Exists(file)) is { } missing)
        {
            throw new Refused($"Die Datei „{missing}“ gibt es nicht.");
        }

        return new ArchivePlan([new PlannedCase(source, source, inquiry, supplements)], []);
    }

    private static int Print(Terminal terminal, ArchivePlan plan, ArchiveReport report)
    {
        foreach (var (name, outcome) in report.Done)
        {
            var number = outcome.Number ?? "ohne Nummer";
            if (!outcome.IsNew) terminal.Output.WriteLine($"Bereits eingelesen: {name} ({number})");
            else terminal.Output.WriteLine($"Eingelesen: {name} ({number}){(outcome.Doubts == 0 ? "" : outcome.Doubts == 1 ? ", ein Zweifel" : $", {outcome.Doubts} Zweifel")}");
            foreach (var file in outcome.LeftOut) terminal.Output.WriteLine($"    {file} war damals nicht dabei und wurde nicht eingelesen.");
        }

        foreach (var file in plan.Unmatched) terminal.Error.WriteLine($"Gehört zu keinem Vorgang und wurde nicht gelesen: {file}");
        foreach (var (name, sentence) in report.Refused) terminal.Error.WriteLine($"{name}: {sentence}");
        var fresh = report.Done.Where(done => done.Outcome.IsNew).ToList();
        terminal.Output.WriteLine(
            $"Eingelesen: {fresh.Count}, davon mit Zweifeln: {fresh.Count(done => done.Outcome.Doubts > 0)}; "
            + $"schon vorhanden: {report.Done.Count - fresh.Count}; abgelehnt: {report.Refused.Count}.");
        return report.HasFailed ? ExitCodes.Failed : report.Refused.Count > 0 ? ExitCodes.Refused : ExitCodes.Done;
    }
}
