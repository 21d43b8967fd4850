using Anfragen.Application;
using Anfragen.Application.Replies;
using Anfragen.Infrastructure.Cases;
using MediatR;

namespace Anfragen.Infrastructure.Replies;

internal sealed class RenderReplyHandler(CaseViews views, ReplyFiles files) : IRequestHandler<RenderReply, ReplyFile>
{
    public async Task<ReplyFile> Handle(RenderReply query, CancellationToken cancel)
    {
        var view = await views.LoadBy("SELECT inquiry_id FROM paper_references WHERE display = @number", new { query.Number }, cancel);
        var reply = view.Case.Replies.LastOrDefault(reply => reply.Signature is not null) ?? view.Case.OpenReply ?? throw new NotFound();
        return await files.Of(view.Case, reply, cancel);
    }
}
