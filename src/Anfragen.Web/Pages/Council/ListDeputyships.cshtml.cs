using MediatR;

namespace Anfragen.Web.Pages.Council;

/// <summary>Vertretungen.</summary>
public sealed class ListDeputyshipsModel(IMediator mediator) : RegisterModel(mediator);
