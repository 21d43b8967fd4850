using Anfragen.Domain;
using FluentValidation;
using MediatR;

namespace Anfragen.Application.Inquiries;

/// <summary>Nachfrage: the askers put one more question to what was answered.</summary>
public sealed record AskSupplementaryQuestion : ICommand<QuestionId>, IIdempotentCommand
{
    public static Permission Permission => Permission.SubmitInquiries;

    public required InquiryId Id { get; init; }

    /// <summary>The answered question it follows; null for the inquiry as a whole.</summary>
    public QuestionId? About { get; init; }

    public string Text { get; init; } = "";

    public Guid SubmissionKey { get; init; }
}

internal sealed class AskSupplementaryQuestionValidator : AbstractValidator<AskSupplementaryQuestion>
{
    public AskSupplementaryQuestionValidator() => RuleFor(command => command.Text).IsGiven("Bitte schreiben Sie Ihre Nachfrage.").IsText();
}

internal sealed class AskSupplementaryQuestionHandler(ICases cases, ICurrentUser user, TimeProvider clock)
    : IRequestHandler<AskSupplementaryQuestion, QuestionId>
{
    public async Task<QuestionId> Handle(AskSupplementaryQuestion command, CancellationToken cancel)
    {
        var @case = await cases.Get(command.Id, cancel);
        var groups = @case.Inquiry.Originators.Where(originator => originator.Position == 1).Select(originator => originator.Organization).OfType<OrganizationId>();
        var occasion = clock.Occasion(user.As(Permission.SubmitInquiries, groups));
        var asked = @case.AskSupplementary(command.About, TextRules.TypedText(command.Text)!, occasion);
        await cases.Save(@case, cancel);
        return asked.Id;
    }
}
