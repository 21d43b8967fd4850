using Anfragen.Application.Attachments;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Net.Http.Headers;

namespace Anfragen.Web.Layout;

/// <summary>Files of others as answers.</summary>
public static class AttachmentFiles
{
    /// <summary>To be saved, never shown from our origin; the digest is its tag, so an unchanged file is not sent twice.</summary>
    public static FileContentResult ToSave(this AttachmentFile file) => new(file.Bytes, file.MediaType)
    {
        FileDownloadName = file.FileName,
        EntityTag = new EntityTagHeaderValue($"\"{file.Sha256}\""),
        EnableRangeProcessing = true,
    };
}
