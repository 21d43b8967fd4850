using Anfragen.Application.Replies;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Net.Http.Headers;

namespace Anfragen.Web.Layout;

/// <summary>PDF files as answers.</summary>
public static class PdfFiles
{
    /// <summary>Shown in the browser, saved under its name; the digest is its tag, so an unchanged file is not sent twice.</summary>
    public static FileContentResult ShownPdf(this PageModel page, ReplyFile file)
    {
        var disposition = new ContentDispositionHeaderValue("inline");
        disposition.SetHttpFileName(file.FileName);
        page.Response.Headers.ContentDisposition = disposition.ToString();
        return new FileContentResult(file.Bytes, "application/pdf") { EntityTag = new EntityTagHeaderValue($"\"{file.Sha256}\""), EnableRangeProcessing = true };
    }
}
