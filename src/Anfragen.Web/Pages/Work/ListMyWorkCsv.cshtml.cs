using Anfragen.Application.Work;
using Anfragen.Web.Layout;
using MediatR;
using Microsoft.AspNetCore.Mvc;

namespace Anfragen.Web.Pages.Work;

/// <summary>Meine Aufgaben als Tabelle, with the filters of the page.</summary>
public sealed class ListMyWorkCsvModel(IMediator mediator) : WorkListModel
{
    private static readonly string[] Header =
        ["Nummer", "Betreff", "Zu tun", "Fragen", "Fraktion", "Stand", "Wartet seit", "Fällig", "Frist der Anfrage", "Überfällig ab"];

    public Task<IActionResult> OnGetAsync(CancellationToken cancel) => this.Csv("Meine-Aufgaben", Header, async after =>
    {
        var page = await mediator.Send(Chosen with { After = after, Size = CsvFiles.Batch }, cancel);
        return (page.Items.Select(Line), page.Next);
    }, cancel);

    private static IReadOnlyList<string?> Line(WorkLine line) =>
    [
        line.Number, line.InquirySubject, line.Kind.German(), line.Questions, line.Originators, line.Status.German(),
        CsvFiles.Day(Domain.Berlin.Day(line.Since)), CsvFiles.Day(line.DueOn), CsvFiles.Day(line.InquiryDueOn), CsvFiles.Day(line.OverdueSince),
    ];
}
