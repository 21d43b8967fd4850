using Anfragen.Domain;

namespace Anfragen.Application.Attachments;

/// <summary>The file of an attachment, for whoever sees what it hangs on.</summary>
public sealed record GetAttachment(AttachmentId Id) : IQuery<AttachmentFile>
{
    public static Permission Permission => Permission.SignedIn;
}

/// <summary>A file to be saved, never shown.</summary>
/// <param name="FileName">Made of the title and the ending of the true format.</param>
public sealed record AttachmentFile(byte[] Bytes, string FileName, string MediaType, string Sha256);
