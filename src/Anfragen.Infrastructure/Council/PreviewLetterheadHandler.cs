using Anfragen.Application.Council;
using Anfragen.Application.Replies;
using Anfragen.Domain;
using Anfragen.Infrastructure.Demo;
using MediatR;

namespace Anfragen.Infrastructure.Council;

internal sealed class PreviewLetterheadHandler(ILetterheads letterheads, IReplyRenderer renderer) : IRequestHandler<PreviewLetterhead, ReplyFile>
{
    public async Task<ReplyFile> Handle(PreviewLetterhead query, CancellationToken cancel)
    {
        var pdf = renderer.Render(DemoLetters.Notice(NoticeKind.Acknowledgement, await letterheads.Current(cancel))).Pdf;
        return new ReplyFile(pdf, "Muster.pdf", Digest.OfBytes(pdf));
    }
}
