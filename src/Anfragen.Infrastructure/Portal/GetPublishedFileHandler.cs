using Anfragen.Application.Portal;
using Anfragen.Application.Replies;
using MediatR;

namespace Anfragen.Infrastructure.Portal;

internal sealed class GetPublishedFileHandler(PublicFiles files) : IRequestHandler<GetPublishedFile, ReplyFile>
{
    public async Task<ReplyFile> Handle(GetPublishedFile query, CancellationToken cancel)
    {
        var file = await files.Get(query.Slug, PublicPages.PdfName, cancel);
        return new ReplyFile(file.Bytes, $"Antwort-{query.Slug}.pdf", file.Sha256);
    }
}
