using Anfragen.Application.Replies;

namespace Anfragen.Application.Portal;

/// <summary>The public PDF of an inquiry.</summary>
public sealed record GetPublishedFile(string Slug) : IQuery<ReplyFile>
{
    public static Permission Permission => Permission.Anyone;
}
