using Anfragen.Application.Replies;
using Anfragen.Domain;

namespace Anfragen.Application.Inquiries;

/// <summary>Eingangsbestätigung as PDF, once the inquiry is registered, for everybody who may see the inquiry.</summary>
public sealed record RenderAcknowledgement(InquiryId Id) : IQuery<ReplyFile>
{
    public static Permission Permission => Permission.SignedIn;
}
