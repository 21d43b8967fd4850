using Anfragen.Application.Accounts;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.ViewFeatures;

namespace Anfragen.Web.Layout;

/// <summary>A link that one page makes and the next one shows, once: it travels in the encrypted cookie of the notices.</summary>
public static class OneTimeLinks
{
    private const string Key = "OneTimeLink";

    /// <summary>Leaves the link for the page the redirect leads to.</summary>
    public static void Hand(this PageModel page, Invitation invitation) =>
        page.TempData[Key] = $"{page.Request.Scheme}://{page.Request.Host}/einladung/{invitation.Token}";

    /// <summary>Takes the link away, if there is one.</summary>
    public static string? TakeOneTimeLink(this HttpContext context, ITempDataDictionary tempData) =>
        context.Request.Cookies.ContainsKey(Notices.Cookie) ? tempData[Key] as string : null;
}
