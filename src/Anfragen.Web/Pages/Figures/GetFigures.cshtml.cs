using Anfragen.Application.Figures;
using MediatR;

namespace Anfragen.Web.Pages.Figures;

/// <summary>Auswertung der Anfragen, die man sehen kann.</summary>
public class GetFiguresModel(IMediator mediator) : FiguresModel(mediator)
{
    public override string Path => "/auswertung";

    protected override IRequest<FigureTable> Query(FigureChoice choice) => new GetFigures { Choice = choice };
}
