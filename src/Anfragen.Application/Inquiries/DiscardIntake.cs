using Anfragen.Domain;
using FluentValidation;
using MediatR;

namespace Anfragen.Application.Inquiries;

/// <summary>Takes an intake out again that was recorded twice, or is no inquiry.</summary>
public sealed record DiscardIntake : ICommand<Unit>
{
    public static Permission Permission => Permission.AdmitInquiries;

    public required InquiryId Id { get; init; }

    public string Reason { get; init; } = "";
}

internal sealed class DiscardIntakeValidator : AbstractValidator<DiscardIntake>
{
    public DiscardIntakeValidator() => RuleFor(command => command.Reason).IsGiven("Bitte geben Sie einen Grund an.").IsText();
}

internal sealed class DiscardIntakeHandler(ICases cases, ICurrentUser user, TimeProvider clock) : IRequestHandler<DiscardIntake, Unit>
{
    public async Task<Unit> Handle(DiscardIntake command, CancellationToken cancel)
    {
        var @case = await cases.Get(command.Id, cancel);
        @case.Inquiry.DiscardIntake(command.Reason.Trim(), clock.Occasion(user.As(Permission.AdmitInquiries)));
        await cases.Save(@case, cancel);
        return Unit.Value;
    }
}
