using Anfragen.Application.Attachments;
using Anfragen.Application.Portal;
using MediatR;

namespace Anfragen.Infrastructure.Portal;

internal sealed class GetPublishedAttachmentHandler(PublicFiles files) : IRequestHandler<GetPublishedAttachment, AttachmentFile>
{
    public async Task<AttachmentFile> Handle(GetPublishedAttachment query, CancellationToken cancel)
    {
        var file = await files.Get(query.Slug, PublicPages.AttachmentName(query.FileName), cancel);
        return new AttachmentFile(file.Bytes, query.FileName, file.MediaType, file.Sha256);
    }
}
