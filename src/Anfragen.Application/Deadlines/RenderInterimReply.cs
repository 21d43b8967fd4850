using Anfragen.Application.Replies;
using Anfragen.Domain;

namespace Anfragen.Application.Deadlines;

/// <summary>Zwischennachricht as PDF, for everybody who may see the inquiry.</summary>
/// <param name="No">Which one, 1 to n; null for the latest.</param>
public sealed record RenderInterimReply(InquiryId Id, int? No) : IQuery<ReplyFile>
{
    public static Permission Permission => Permission.SignedIn;
}
