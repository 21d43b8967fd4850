using Anfragen.Application.Inquiries;
using Anfragen.Application.Publication;
using Anfragen.Domain;
using Anfragen.Domain.Inquiries;
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

    /// <summary>What was delivered; the rest has no answer to publish.</summary>
    public IEnumerable<QuestionDetails> Choices => Publication.Inquiry.Questions.Where(question =>
        question.Status is QuestionStatus.Delivered or QuestionStatus.Published or QuestionStatus.Depublished or QuestionStatus.Rejected);

    public async Task OnGetAsync(CancellationToken cancel)
    {
        await Prepare(cancel);
        Input = new PublishInquiry { Id = Id, Questions = [.. Choices.Select(question => question.Question.Id)] };
    }

    public async Task<IActionResult?> Prepare(CancellationToken cancel)
    {
        Publication = await mediator.Send(new GetPublication(Id), cancel);
        return null;
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        await mediator.Send(Input with { Id = Id }, cancel);
        this.Done("Die Antwort ist veröffentlicht.");
        return Redirect($"/vorgaenge/{Id}");
    }
}
