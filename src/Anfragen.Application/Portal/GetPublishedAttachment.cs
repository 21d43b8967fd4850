using Anfragen.Application.Attachments;

namespace Anfragen.Application.Portal;

/// <summary>A public attachment of an inquiry, by its name there.</summary>
public sealed record GetPublishedAttachment(string Slug, string FileName) : IQuery<AttachmentFile>
{
    public static Permission Permission => Permission.Anyone;
}
