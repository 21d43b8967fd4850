using Anfragen.Application;
using Anfragen.Application.Replies;
using Anfragen.Infrastructure.Cases;
using MediatR;

namespace Anfragen.Infrastructure.Replies;

internal sealed class PreviewReplyHandler(CaseViews views, ReplyFiles files) : IRequestHandler<PreviewReply, ReplyFile>
{
    public async Task<ReplyFile> Handle(PreviewReply query, CancellationToken cancel)
    {
        var view = await views.LoadBy("SELECT inquiry_id FROM replies WHERE id = @id", new { query.Id }, cancel);
        var reply = view.Case.Reply(query.Id);
        return views.MaySee(reply) ? await files.Of(view.Case, reply, cancel) : throw new NotFound();
    }
}
