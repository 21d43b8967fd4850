using System.Globalization;
using Anfragen.Application.Figures;
using Anfragen.Web.Layout;
using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Anfragen.Web.Pages.Figures;

/// <summary>Auswertung: the same page and the same table for the house and for the public.</summary>
public abstract class FiguresModel(IMediator mediator) : PageModel
{
    [BindProperty(SupportsGet = true, Name = "nach")]
    public FigureGroup By { get; set; }

    /// <summary>A year, or "wp" and the ordinal of a legislative term.</summary>
    [BindProperty(SupportsGet = true, Name = "zeitraum")]
    public string? Time { get; set; }

    [BindProperty(SupportsGet = true, Name = "von")]
    public DateOnly? From { get; set; }

    [BindProperty(SupportsGet = true, Name = "bis")]
    public DateOnly? To { get; set; }

    /// <summary>Where the page is.</summary>
    public abstract string Path { get; }

    public FigureTable Table { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        Table = await mediator.Send(Query(new FigureChoice { By = By, Year = Number(Time), Term = Time is ['w', 'p', .. var term] ? Number(term) : null, From = From, To = To }), cancel);
        return await Show(cancel);
    }

    /// <summary>The table as a file, with what is chosen.</summary>
    public string CsvAddress => $"{Path}.csv{QueryString.Create(new Dictionary<string, string?>
    {
        ["nach"] = By.ToString(),
        ["von"] = Table.From.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        ["bis"] = Table.To.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
    })}";

    protected abstract IRequest<FigureTable> Query(FigureChoice choice);

    protected virtual Task<IActionResult> Show(CancellationToken cancel) => Task.FromResult<IActionResult>(Page());

    /// <summary>The whole table as a file.</summary>
    protected Task<IActionResult> AsFile(CancellationToken cancel) => this.Csv($"Auswertung-{Table.From:yyyy-MM-dd}-{Table.To:yyyy-MM-dd}", FigureWords.Columns(By), FigureWords.Lines(Table, By), cancel);

    private static int? Number(string? text) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
}
