using Anfragen.Application;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Anfragen.Web.Layout;

/// <summary>Tables as answers, to be saved.</summary>
public static class CsvFiles
{
    /// <summary>The table as a file of that name.</summary>
    public static FileContentResult Csv(this PageModel page, string name, IReadOnlyList<string?> header, IEnumerable<IReadOnlyList<string?>> rows)
    {
        page.Response.Headers.CacheControl = "private, no-store";
        return new FileContentResult(CsvText.File(header, rows), $"{CsvText.MediaType}; charset=utf-8") { FileDownloadName = $"{name}.csv" };
    }
}
