using Anfragen.Application.Inquiries;
using Anfragen.Web.Layout;
using MediatR;
using Microsoft.AspNetCore.Mvc;

namespace Anfragen.Web.Pages.Inquiries;

/// <summary>Anfragen als Tabelle, with the filters of the page.</summary>
public sealed class ListInquiriesCsvModel(IMediator mediator) : ListInquiriesModel(mediator)
{
    private static readonly string[] Header = ["Nummer", "Betreff", "Fraktion", "Stand", "Eingang", "Fällig", "Überfällig ab", "Erledigt"];

    private readonly IMediator _mediator = mediator;

    public override Task<IActionResult> OnGetAsync(CancellationToken cancel) => this.Csv("Anfragen", Header, async after =>
    {
        var page = await _mediator.Send(Chosen with { After = after, Size = CsvFiles.Batch }, cancel);
        return (page.Items.Select(Line), page.Next);
    }, cancel);

    private static IReadOnlyList<string?> Line(InquiryItem item) =>
    [
        item.Number, item.Subject, item.Originators, item.Status.German(), CsvFiles.Day(item.ReceivedOn), CsvFiles.Day(item.DueOn),
        CsvFiles.Day(item.OverdueSince), CsvFiles.Day(item.DeadlineMetOn),
    ];
}
