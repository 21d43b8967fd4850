using MediatR;

namespace Anfragen.Web.Pages.Council;

/// <summary>Unterzeichnende.</summary>
public sealed class ListSignatoriesModel(IMediator mediator) : RegisterModel(mediator);
