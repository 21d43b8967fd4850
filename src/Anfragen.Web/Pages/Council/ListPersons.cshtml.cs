using MediatR;

namespace Anfragen.Web.Pages.Council;

/// <summary>Personen.</summary>
public sealed class ListPersonsModel(IMediator mediator) : RegisterModel(mediator);
