using Anfragen.Application.Accounts;
using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.ViewFeatures;

namespace Anfragen.Web.Layout;

/// <summary>A link that one page makes and the next one shows, once: it travels in the encrypted cookie of the notices.</summary>
public static class OneTimeLinks
{
    private const string Key = "OneTimeLink";

    /// <summary>Makes a link and goes on to where it is shown.</summary>
    public static async Task<IActionResult> Invite(this PageModel page, IMediator mediator, IRequest<Invitation> command, CancellationToken cancel)
    {
        var invitation = await mediator.Send(command, cancel);
        page.TempData[Key] = $"{page.Request.Scheme}://{page.Request.Host}/einladung/{invitation.Token}";
        return new RedirectResult($"/verwaltung/konten/{invitation.Account}");
    }

    /// <summary>Takes the link away, if there is one.</summary>
    public static string? TakeOneTimeLink(this HttpContext context, ITempDataDictionary tempData) =>
        context.Request.Cookies.ContainsKey(Notices.Cookie) ? tempData[Key] as string : null;
}
