using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.ViewFeatures;

namespace Anfragen.Web.Layout;

/// <summary>The sentence that the next page shows once after a successful step.</summary>
public static class Notices
{
    /// <summary>The cookie that carries the sentence.</summary>
    public const string Cookie = "anfragen-notice";

    private const string Key = "Notice";

    /// <summary>Leaves a sentence such as "Die Anfrage ist registriert." for the page the redirect leads to.</summary>
    public static void Done(this PageModel page, string sentence) => page.TempData[Key] = sentence;

    /// <summary>Takes the sentence away, if there is one. Looking for it without the cookie would send a cookie back.</summary>
    public static string? TakeNotice(this HttpContext context, ITempDataDictionary tempData) =>
        context.Request.Cookies.ContainsKey(Cookie) ? tempData[Key] as string : null;
}
