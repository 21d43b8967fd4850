using Anfragen.Application.Answers;
using Anfragen.Domain;
using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Anfragen.Web.Pages.Answers;

/// <summary>Zwischenstand: asked by the editor's script every few seconds; answers with a sentence for the person.</summary>
public sealed class KeepWorkingCopyModel(IMediator mediator) : PageModel
{
    [FromRoute, BindProperty(SupportsGet = true)]
    public AnswerId Id { get; set; }

    [BindProperty]
    public SaveAnswerVersion Input { get; set; } = new() { Id = default };

    [BindProperty]
    public Guid? TakenOverFrom { get; set; }

    public DateTimeOffset? KeptAt { get; private set; }

    public IActionResult OnGet() => NotFound();

    public async Task OnPostAsync(CancellationToken cancel) => KeptAt = await mediator.Send(
        new KeepWorkingCopy
        {
            Id = Id,
            Editing = Input.SubmissionKey,
            TakenOverFrom = TakenOverFrom,
            BasedOn = Input.BasedOn,
            Kind = Input.Kind,
            InNameOf = Input.InNameOf,
            Markdown = Input.Markdown,
        },
        cancel);
}
