using Anfragen.Application.Accounts;
using Anfragen.Web.Layout;
using MediatR;
using Microsoft.AspNetCore.Mvc;

namespace Anfragen.Web.Pages.Accounts;

/// <summary>Person einladen: a new account, whose password its person sets.</summary>
public sealed class InvitePersonModel(IMediator mediator) : FormModel<InvitationForm>(mediator)
{
    [BindProperty]
    public InvitePerson Input { get; set; } = new();

    public InvitationForm Form => Surroundings;

    protected override IRequest<InvitationForm> Query => new GetInvitationForm();

    public Task<IActionResult> OnPostAsync(CancellationToken cancel) => this.Invite(Mediator, Input, cancel);
}
