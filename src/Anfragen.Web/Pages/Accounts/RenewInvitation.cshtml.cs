using Anfragen.Application.Accounts;
using MediatR;
using Microsoft.AspNetCore.Mvc;

namespace Anfragen.Web.Pages.Accounts;

/// <summary>Neuer Link: for a lost one, or for a forgotten password.</summary>
public sealed class RenewInvitationModel(IMediator mediator) : AccountDeedModel(mediator)
{
    public Task<IActionResult> OnPostAsync(CancellationToken cancel) => Invite(new RenewInvitation(Id), cancel);
}
