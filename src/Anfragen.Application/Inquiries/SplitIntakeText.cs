using Anfragen.Domain.Inquiries;
using FluentValidation;

namespace Anfragen.Application.Inquiries;

/// <summary>Splits the text of an original that was typed because no program could read it, for correction by hand.</summary>
public sealed record SplitIntakeText(string Pasted) : IQuery<SplitIntake>
{
    public static Permission Permission => Permission.AdmitInquiries;
}

internal sealed class SplitIntakeTextValidator : AbstractValidator<SplitIntakeText>
{
    public SplitIntakeTextValidator() => RuleFor(query => query.Pasted).IsGiven("Bitte fügen Sie zuerst den Text des Originals ein.").IsText();
}
