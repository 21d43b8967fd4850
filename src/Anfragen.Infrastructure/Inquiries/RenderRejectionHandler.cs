using Anfragen.Application.Inquiries;
using Anfragen.Application.Replies;
using Anfragen.Infrastructure.Replies;
using MediatR;

namespace Anfragen.Infrastructure.Inquiries;

internal sealed class RenderRejectionHandler(NoticeFiles notices) : IRequestHandler<RenderRejection, ReplyFile>
{
    public Task<ReplyFile> Handle(RenderRejection query, CancellationToken cancel) => notices.Of(query.Id, "Zurueckweisung", NoticeOf.Rejection, cancel);
}
