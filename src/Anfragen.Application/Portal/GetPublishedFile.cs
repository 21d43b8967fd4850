using Anfragen.Application.Replies;

namespace Anfragen.Application.Portal;

/// <summary>The public PDF of an inquiry.</summary>
/// <param name="Slug">Of the inquiry.</param>
/// <param name="Letter">Which of its letters, 1 to n; null for the latest.</param>
public sealed record GetPublishedFile(string Slug, int? Letter = null) : IQuery<ReplyFile>
{
    public static Permission Permission => Permission.Anyone;
}
