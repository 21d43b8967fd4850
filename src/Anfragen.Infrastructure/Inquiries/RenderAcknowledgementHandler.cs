using Anfragen.Application.Inquiries;
using Anfragen.Application.Replies;
using Anfragen.Infrastructure.Replies;
using MediatR;

namespace Anfragen.Infrastructure.Inquiries;

internal sealed class RenderAcknowledgementHandler(NoticeFiles notices) : IRequestHandler<RenderAcknowledgement, ReplyFile>
{
    public Task<ReplyFile> Handle(RenderAcknowledgement query, CancellationToken cancel) => notices.Of(query.Id, "Eingangsbestaetigung", NoticeOf.Acknowledgement, cancel);
}
