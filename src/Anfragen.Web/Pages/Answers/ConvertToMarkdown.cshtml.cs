using Anfragen.Application.Answers;
using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Anfragen.Web.Pages.Answers;

/// <summary>Einfügen: asked by the editor's script for the Markdown of what was copied elsewhere. Without script the plain text is pasted.</summary>
[RequestFormLimits(ValueLengthLimit = LongestValue)]
public sealed class ConvertToMarkdownModel(IMediator mediator) : PageModel
{
    /// <summary>Bytes of the copied HTML; a character of it can take four.</summary>
    private const int LongestValue = 4 * ConvertToMarkdown.MostHtml;

    [BindProperty]
    public string? Html { get; set; }

    public IActionResult OnGet() => NotFound();

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel) => new JsonResult(await mediator.Send(new ConvertToMarkdown { Html = Html ?? "" }, cancel));
}
