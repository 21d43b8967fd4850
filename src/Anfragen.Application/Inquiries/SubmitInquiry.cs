using Anfragen.Domain;
using FluentValidation;
using MediatR;

namespace Anfragen.Application.Inquiries;

/// <summary>Hands an inquiry in, a new one or a draft in its last wording.</summary>
public sealed record SubmitInquiry : InquiryForm, ICommand<InquiryId>, IIdempotentCommand
{
    public static Permission Permission => Permission.SubmitInquiries;
}

internal sealed class SubmitInquiryValidator : InquiryFormValidator<SubmitInquiry>
{
    public SubmitInquiryValidator()
    {
        RuleFor(form => form.Subject).IsGiven("Bitte geben Sie einen Betreff an.");
        RuleFor(form => form.Questions)
            .Must(questions => questions.Any(question => question.IsAsked && !string.IsNullOrWhiteSpace(question.Text)))
            .WithMessage("Bitte stellen Sie mindestens eine Frage.");
        RuleForEach(form => form.Questions).ChildRules(question =>
            question.RuleFor(line => line.Text).IsGiven("Diese Frage ist noch leer. Bitte schreiben Sie sie, oder entfernen Sie die Zeile."));
    }
}

internal sealed class SubmitInquiryHandler(InquiryDrafting drafting) : IRequestHandler<SubmitInquiry, InquiryId>
{
    public Task<InquiryId> Handle(SubmitInquiry command, CancellationToken cancel) =>
        drafting.Write(command, (inquiry, occasion) => inquiry.Submit(occasion), cancel);
}
