using Anfragen.Domain;

namespace Anfragen.Application.Replies;

/// <summary>The reply as PDF: the signed file once there is one, before that a preview marked as such.</summary>
public sealed record PreviewReply(ReplyId Id) : IQuery<ReplyFile>
{
    public static Permission Permission => Permission.SignedIn;
}

/// <summary>A file with the name under which it is saved.</summary>
public sealed record ReplyFile(byte[] Bytes, string FileName, string Sha256);
