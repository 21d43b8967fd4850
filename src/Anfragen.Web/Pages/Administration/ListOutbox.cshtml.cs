using Anfragen.Application.Mail;
using Anfragen.Web.Errors;
using Anfragen.Web.Layout;
using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Anfragen.Web.Pages.Administration;

/// <summary>Postausgang: which mails wait, which could not be sent, and why.</summary>
public sealed class ListOutboxModel(IMediator mediator) : PageModel, IShowsAgain
{
    [BindProperty(SupportsGet = true, Name = "stand")]
    public OutboxState State { get; set; } = OutboxState.Failed;

    public OutboxPage Outbox { get; private set; } = null!;

    public Task OnGetAsync(CancellationToken cancel) => Prepare(cancel);

    public async Task<IActionResult> OnPostAsync(Guid mail, CancellationToken cancel)
    {
        await mediator.Send(new RetryMail { Id = mail }, cancel);
        this.Done("Die Nachricht geht mit dem nächsten Versand hinaus.");
        return Redirect($"/verwaltung/postausgang?stand={State}");
    }

    public async Task<IActionResult?> Prepare(CancellationToken cancel)
    {
        Outbox = await mediator.Send(new ListOutbox { State = State }, cancel);
        return null;
    }
}
