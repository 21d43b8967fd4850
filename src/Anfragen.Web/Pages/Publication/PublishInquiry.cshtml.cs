using Anfragen.Application.Publication;
using Anfragen.Domain;
using Anfragen.Web.Errors;
using Anfragen.Web.Layout;
using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Anfragen.Web.Pages.Publication;

/// <summary>Veröffentlichen: shows what becomes public before it does.</summary>
public sealed class PublishInquiryModel(IMediator mediator) : PageModel, IShowsAgain
{
    [FromRoute, BindProperty(SupportsGet = true)]
    public InquiryId Id { get; set; }

    [BindProperty]
    public PublishInquiry Input { get; set; } = new() { Id = default };

    public PublicationDetails Publication { get; private set; } = null!;

    public async Task OnGetAsync(CancellationToken cancel)
    {
        Publication = await mediator.Send(new GetPublication(Id), cancel);
        Input = new PublishInquiry { Id = Id, Questions = [.. Publication.Choices.Select(choice => choice.Question.Id)], WithFile = Publication.HasFiles };
    }

    public async Task<IActionResult?> Prepare(CancellationToken cancel)
    {
        Publication = await mediator.Send(new GetPublication(Id, Input.Questions, Input.WithFile) { Attachments = Input.Attachments }, cancel);
        return null;
    }

    /// <summary>The page with another choice; nothing is published.</summary>
    public async Task<IActionResult> OnPostPreviewAsync(CancellationToken cancel) => await Prepare(cancel) ?? Page();

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        await mediator.Send(Input with { Id = Id }, cancel);
        this.Done("Die Antwort ist veröffentlicht.");
        return Redirect($"/vorgaenge/{Id}");
    }
}
