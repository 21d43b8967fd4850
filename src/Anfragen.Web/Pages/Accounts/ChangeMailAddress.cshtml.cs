using Anfragen.Application.Accounts;
using MediatR;
using Microsoft.AspNetCore.Mvc;

namespace Anfragen.Web.Pages.Accounts;

/// <summary>Mailadresse ändern: where a person's mails go.</summary>
public sealed class ChangeMailAddressModel(IMediator mediator) : AccountDeedModel(mediator)
{
    [BindProperty]
    public ChangeMailAddress Input { get; set; } = new() { Id = default };

    public Task<IActionResult> OnPostAsync(CancellationToken cancel) => Take(Input with { Id = Id }, "Die Mailadresse ist gespeichert.", cancel);

    protected override void Prefill() => Input = new ChangeMailAddress { Id = Id, Address = Details.MailAddress };
}
