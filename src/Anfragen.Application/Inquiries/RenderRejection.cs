using Anfragen.Application.Replies;
using Anfragen.Domain;

namespace Anfragen.Application.Inquiries;

/// <summary>Zurückweisung of questions as PDF, as long as one is rejected, for everybody who may see the inquiry.</summary>
public sealed record RenderRejection(InquiryId Id) : IQuery<ReplyFile>
{
    public static Permission Permission => Permission.SignedIn;
}
