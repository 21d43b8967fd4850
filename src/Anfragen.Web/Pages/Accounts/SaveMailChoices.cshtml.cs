using Anfragen.Application.Mail;
using Anfragen.Web.Errors;
using Anfragen.Web.Layout;
using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Anfragen.Web.Pages.Accounts;

/// <summary>Nachrichten per Mail: which come when, and where they go.</summary>
public sealed class SaveMailChoicesModel(IMediator mediator) : PageModel, IShowsAgain
{
    [BindProperty]
    public SaveMailChoices Input { get; set; } = new();

    public MailChoicesPage Mails { get; private set; } = null!;

    public async Task OnGetAsync(CancellationToken cancel)
    {
        await Prepare(cancel);
        Input = new SaveMailChoices
        {
            Address = Mails.Address,
            Choices = [.. Mails.Choices.Select(choice => new SaveMailChoices.Choice { Kind = choice.Kind, Timing = choice.Timing })],
        };
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        await mediator.Send(Input, cancel);
        this.Done("Ihre Wahl ist gespeichert.");
        return Redirect("/profil");
    }

    public async Task<IActionResult?> Prepare(CancellationToken cancel)
    {
        Mails = await mediator.Send(new GetMailChoices(), cancel);
        return null;
    }
}
