using System.Globalization;
using System.Text;
using Anfragen.Application;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Anfragen.Web.Layout;

/// <summary>Lists as tables to be saved: the one way by which all of them become CSV.</summary>
public static class CsvFiles
{
    /// <summary>Lines asked for at a time.</summary>
    public const int Batch = 1000;

    /// <summary>"16.10.2025", as a German spreadsheet reads a day.</summary>
    public static string? Day(DateOnly? day) => day?.ToString("dd.MM.yyyy", CultureInfo.InvariantCulture);

    /// <summary>The table as a file of that name.</summary>
    public static Task<IActionResult> Csv(this PageModel page, string name, IReadOnlyList<string?> header, IEnumerable<IReadOnlyList<string?>> rows, CancellationToken cancel) =>
        page.Csv(name, header, _ => Task.FromResult((rows, (string?)null)), cancel);

    /// <summary>A list of any length, page after page: none of it is kept.</summary>
    /// <param name="page">Which answers.</param>
    /// <param name="name">The file's name without its end.</param>
    /// <param name="header">The first line.</param>
    /// <param name="read">Gives the rows from where the last page ended, and where the next begins; the first is asked for before anything is sent, so that a refusal is still one.</param>
    /// <param name="cancel">Stops between pages.</param>
    public static async Task<IActionResult> Csv(
        this PageModel page, string name, IReadOnlyList<string?> header, Func<string?, Task<(IEnumerable<IReadOnlyList<string?>> Rows, string? Next)>> read,
        CancellationToken cancel)
    {
        var (rows, next) = await read(null);
        var target = page.Begin($"{name}.csv", $"{CsvText.MediaType}; charset=utf-8");
        await Write(target, CsvText.Mark + CsvText.Line(header), rows, cancel);
        while (next is not null)
        {
            (rows, next) = await read(next);
            await Write(target, "", rows, cancel);
        }

        return new EmptyResult();
    }

    private static async Task Write(Stream target, string before, IEnumerable<IReadOnlyList<string?>> rows, CancellationToken cancel) =>
        await target.WriteAsync(Encoding.UTF8.GetBytes(before + string.Concat(rows.Select(CsvText.Line))), cancel);
}
