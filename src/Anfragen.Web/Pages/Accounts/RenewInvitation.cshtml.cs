using Anfragen.Application.Accounts;
using Anfragen.Web.Layout;
using MediatR;
using Microsoft.AspNetCore.Mvc;

namespace Anfragen.Web.Pages.Accounts;

/// <summary>Neuer Link: for a lost one, or for a forgotten password.</summary>
public sealed class RenewInvitationModel(IMediator mediator) : AccountDeedModel(mediator)
{
    public Task<IActionResult> OnPostAsync(CancellationToken cancel) => this.Invite(Mediator, new RenewInvitation(Id), cancel);
}
