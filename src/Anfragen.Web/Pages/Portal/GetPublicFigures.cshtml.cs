using Anfragen.Application.Figures;
using Anfragen.Web.Pages.Figures;
using MediatR;

namespace Anfragen.Web.Pages.Portal;

/// <summary>Auswertung der veröffentlichten Anfragen.</summary>
public class GetPublicFiguresModel(IMediator mediator) : FiguresModel(mediator)
{
    public override string Path => "/anfragen/auswertung";

    protected override IRequest<FigureTable> Query(FigureChoice choice) => new GetPublicFigures { Choice = choice };
}
