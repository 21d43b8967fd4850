using MediatR;

namespace Anfragen.Web.Pages.Council;

/// <summary>Wahlperioden.</summary>
public sealed class ListTermsModel(IMediator mediator) : RegisterModel(mediator);
