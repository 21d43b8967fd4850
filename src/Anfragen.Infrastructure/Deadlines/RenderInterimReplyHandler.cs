using Anfragen.Application.Deadlines;
using Anfragen.Application.Replies;
using Anfragen.Infrastructure.Replies;
using MediatR;

namespace Anfragen.Infrastructure.Deadlines;

internal sealed class RenderInterimReplyHandler(NoticeFiles notices) : IRequestHandler<RenderInterimReply, ReplyFile>
{
    public Task<ReplyFile> Handle(RenderInterimReply query, CancellationToken cancel) =>
        notices.Of(query.Id, "Zwischennachricht", (@case, frame) => NoticeOf.Interim(@case, query.No, frame), cancel);
}
