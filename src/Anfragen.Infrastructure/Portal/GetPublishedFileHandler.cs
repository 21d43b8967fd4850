using Anfragen.Application.Portal;
using Anfragen.Application.Replies;
using MediatR;

namespace Anfragen.Infrastructure.Portal;

internal sealed class GetPublishedFileHandler(PublicFiles files) : IRequestHandler<GetPublishedFile, ReplyFile>
{
    public async Task<ReplyFile> Handle(GetPublishedFile query, CancellationToken cancel)
    {
        var file = await files.Get(query.Slug, query.Letter is { } letter ? PublicPages.LetterName(letter) : PublicPages.PdfName, cancel);
        return new ReplyFile(file.Bytes, query.Letter is { } no ? $"Antwort-{query.Slug}-{no}.pdf" : $"Antwort-{query.Slug}.pdf", file.Sha256);
    }
}
