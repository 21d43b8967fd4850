using MediatR;

namespace Anfragen.Web.Pages.Accounts;

/// <summary>Konto: roles, memberships and access of one person.</summary>
public sealed class GetAccountModel(IMediator mediator) : AccountDeedModel(mediator);
