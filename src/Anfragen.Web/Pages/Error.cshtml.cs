using Anfragen.Web.Errors;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Anfragen.Web.Pages;

/// <summary>
/// The page behind every status code. It has no handler, so that it answers any method and reads nothing from the request
/// that was refused but the reason; what is absent and what is invisible look the same.
/// </summary>
[IgnoreAntiforgeryToken]
[ResponseCache(NoStore = true)]
public sealed class ErrorModel : PageModel
{
    private int Code => int.TryParse(RouteData.Values["code"]?.ToString(), out var code) && code is >= 400 and < 600 ? code : 404;

    public (string Title, string Explanation) Text => Code switch
    {
        400 when IsExpiredForm => ("Das Formular ist nicht mehr gültig",
            "Es war zu lange offen, oder Sie haben sich inzwischen ab- oder neu angemeldet. Gespeichert wurde nichts."),
        400 or 422 => ("Die Anfrage an den Server war nicht zu lesen", "Bitte prüfen Sie die Adresse und versuchen Sie es noch einmal."),
        401 or 403 => ("Das dürfen Sie nicht", "Ihr Konto hat dafür kein Recht. Wenn das ein Irrtum ist, hilft die Administration."),
        409 => ("Das geht gerade nicht", HttpContext.BrokenRule()?.Text ?? "Der Stand hat sich inzwischen geändert. Bitte laden Sie die Seite neu."),
        413 => ("Das ist zu groß", "Das Formular oder die Datei ist größer als erlaubt. Gehen Sie mit dem Zurück-Knopf zu Ihrem Text und kürzen Sie ihn. Gespeichert wurde nichts."),
        429 => ("Zu viele Versuche", "Bitte warten Sie einen Augenblick und versuchen Sie es dann noch einmal."),
        404 => ("Diese Seite gibt es nicht", "Vielleicht wurde sie verschoben, oder in der Adresse steckt ein Tippfehler."),
        503 => ("Gerade ist zu viel los", "Die Datenbank ist stark ausgelastet. Gespeichert wurde nichts. Gehen Sie mit dem Zurück-Knopf zu Ihrem Formular und senden Sie es in einem Augenblick noch einmal ab."),
        < 500 => ("Das geht auf diesem Weg nicht", "Bitte gehen Sie zurück und versuchen Sie es noch einmal."),
        _ => ("Es ist ein Fehler aufgetreten", "Das liegt nicht an Ihnen. Der Fehler ist aufgezeichnet. Bitte versuchen Sie es in einigen Minuten noch einmal."),
    };

    /// <summary>Only for failures: on any other page it would tell two refusals apart.</summary>
    public string? Reference => Code >= 500 ? HttpContext.TraceIdentifier : null;

    /// <summary>
    /// What somebody typed into a form that ran out or met a busy database, so that no text is lost. Not what a foreign site made the browser send.
    /// </summary>
    public IReadOnlyList<string> Typed => !(IsExpiredForm || Code == 503) || !IsFromHere || !Request.HasFormContentType
        ? []
        : [.. Request.Form.Where(entry => !entry.Key.StartsWith("__", StringComparison.Ordinal) && !IsSecret(entry.Key))
            .SelectMany(entry => entry.Value).OfType<string>().Where(value => value.Contains(' '))];

    private bool IsExpiredForm => HttpContext.Features.Get<ExpiredForm>() is not null;

    private bool IsFromHere => Request.Headers.Origin == $"{Request.Scheme}://{Request.Host}";

    private static bool IsSecret(string field) => field.Contains("password", StringComparison.OrdinalIgnoreCase);

    public override void OnPageHandlerExecuting(PageHandlerExecutingContext context)
    {
        // Asked for by its own address, it is itself a page that does not exist.
        Response.StatusCode = HttpContext.IsErrorPage() ? Code : 404;
    }
}
