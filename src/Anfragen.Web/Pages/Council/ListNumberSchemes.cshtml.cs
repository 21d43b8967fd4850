using MediatR;

namespace Anfragen.Web.Pages.Council;

/// <summary>Nummern.</summary>
public sealed class ListNumberSchemesModel(IMediator mediator) : RegisterModel(mediator);
