using MediatR;

namespace Anfragen.Web.Pages.Office;

/// <summary>Sitzungen und die Anlage zur Tagesordnung einer von ihnen.</summary>
public sealed class GetAgendaAnnexModel(IMediator mediator) : AgendaModel(mediator);
