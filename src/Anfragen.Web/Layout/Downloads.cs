using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Net.Http.Headers;

namespace Anfragen.Web.Layout;

/// <summary>Files that are written as they are made; never kept by a cache on the way.</summary>
public static class Downloads
{
    /// <summary>Says what comes and gives the stream it is written to.</summary>
    public static Stream Begin(this PageModel page, string fileName, string mediaType)
    {
        var disposition = new ContentDispositionHeaderValue("attachment");
        disposition.SetHttpFileName(fileName);
        page.Response.ContentType = mediaType;
        page.Response.Headers.ContentDisposition = disposition.ToString();
        page.Response.Headers.CacheControl = "private, no-store";
        return page.Response.Body;
    }
}
