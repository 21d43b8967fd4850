using Anfragen.Application.Replies;
using Anfragen.Domain;
using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Anfragen.Web.Pages.Replies;

/// <summary>Antwortschreiben: the whole of it, and what can be done with it now.</summary>
public sealed class GetReplyModel(IMediator mediator) : PageModel
{
    [FromRoute, BindProperty(SupportsGet = true)]
    public ReplyId Id { get; set; }

    public ReplyPage Reply { get; private set; } = null!;

    public async Task OnGetAsync(CancellationToken cancel) => Reply = await mediator.Send(new GetReply(Id), cancel);
}
