using Anfragen.Domain.Inquiries;
using FluentValidation;

namespace Anfragen.Application.Inquiries;

/// <summary>Splits a pasted text into preamble, question tree and rationale, for correction by hand.</summary>
public sealed record SplitPastedText(string Pasted) : IQuery<SplitText>
{
    public static Permission Permission => Permission.SubmitInquiries;
}

internal sealed class SplitPastedTextValidator : AbstractValidator<SplitPastedText>
{
    public SplitPastedTextValidator() => RuleFor(query => query.Pasted).IsGiven("Bitte fügen Sie zuerst den Text der Anfrage ein.").IsText();
}
