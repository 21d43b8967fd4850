using Anfragen.Application.Council;
using Anfragen.Application.Replies;
using Anfragen.Web.Layout;
using MediatR;

namespace Anfragen.Web.Pages.Council;

/// <summary>Muster eines Schreibens mit dem Briefkopf.</summary>
public sealed class PreviewLetterheadModel(IMediator mediator) : PrivatePdfModel(mediator)
{
    protected override IRequest<ReplyFile> Query => new PreviewLetterhead();
}
