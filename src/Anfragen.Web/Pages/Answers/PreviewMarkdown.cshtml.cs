using Anfragen.Application.Answers;
using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Anfragen.Web.Pages.Answers;

/// <summary>Vorschau: the part of a page that shows a text as it will look, while somebody writes it.</summary>
public sealed class PreviewMarkdownModel(IMediator mediator) : PageModel
{
    /// <summary>The field of the posted form that holds the text, as most editors name it.</summary>
    [BindProperty(SupportsGet = true, Name = "feld")]
    public string Field { get; set; } = "Input.Markdown";

    public MarkdownPreview Preview { get; private set; } = null!;

    public IActionResult OnGet() => NotFound();

    public async Task OnPostAsync(CancellationToken cancel) => Preview = await mediator.Send(new PreviewMarkdown(Request.Form[Field]), cancel);
}
