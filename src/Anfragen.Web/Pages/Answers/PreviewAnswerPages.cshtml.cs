using Anfragen.Application.Answers;
using Anfragen.Domain;
using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Anfragen.Web.Pages.Answers;

/// <summary>Seiten des Schreibens: the part of the editor that shows the text as it will be printed, while somebody writes it.</summary>
public sealed class PreviewAnswerPagesModel(IMediator mediator) : PageModel
{
    [FromRoute, BindProperty(SupportsGet = true)]
    public AnswerId Id { get; set; }

    [BindProperty]
    public SaveAnswerVersion Input { get; set; } = new() { Id = default };

    public LetterPages Pages { get; private set; } = null!;

    public IActionResult OnGet() => NotFound();

    public async Task OnPostAsync(CancellationToken cancel) => Pages = await mediator.Send(AnswerDraft.Shown(Input with { Id = Id }), cancel);
}
