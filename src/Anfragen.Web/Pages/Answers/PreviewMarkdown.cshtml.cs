using Anfragen.Application.Answers;
using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Anfragen.Web.Pages.Answers;

/// <summary>Vorschau: the part of a page that shows a text as it will look, while somebody writes it.</summary>
public sealed class PreviewMarkdownModel(IMediator mediator) : PageModel
{
    /// <summary>The field as every editor names it.</summary>
    [BindProperty(Name = "Input.Markdown")]
    public string? Markdown { get; set; }

    public MarkdownPreview Preview { get; private set; } = null!;

    public IActionResult OnGet() => NotFound();

    public async Task OnPostAsync(CancellationToken cancel) => Preview = await mediator.Send(new PreviewMarkdown(Markdown), cancel);
}
