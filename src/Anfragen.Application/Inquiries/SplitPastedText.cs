using Anfragen.Domain.Inquiries;

namespace Anfragen.Application.Inquiries;

/// <summary>Splits a pasted text into preamble, question tree and rationale, for correction by hand.</summary>
public sealed record SplitPastedText(string Text) : IQuery<SplitText>
{
    public static Permission Permission => Permission.SubmitInquiries;
}
