using Anfragen.Domain;
using FluentValidation;
using MediatR;

namespace Anfragen.Application.Publication;

/// <summary>Takes everything public of the inquiry back, at once.</summary>
public sealed record DepublishInquiry : ICommand<Unit>
{
    public static Permission Permission => Permission.DepublishInquiries;

    public required InquiryId Id { get; init; }

    public string Reason { get; init; } = "";
}

internal sealed class DepublishInquiryValidator : AbstractValidator<DepublishInquiry>
{
    public DepublishInquiryValidator()
    {
        RuleFor(command => command.Reason).IsGiven("Bitte geben Sie einen Grund an.").IsText();
    }
}

internal sealed class DepublishInquiryHandler(ICases cases, ICurrentUser user, TimeProvider clock) : IRequestHandler<DepublishInquiry, Unit>
{
    public async Task<Unit> Handle(DepublishInquiry command, CancellationToken cancel)
    {
        var @case = await cases.Get(command.Id, cancel);
        var occasion = clock.Occasion(user.As(Permission.DepublishInquiries));
        CommonRules.StepFitsState.BrokenIf(@case.Publication.Acts.Count == 0);
        @case.Publication.Depublish(command.Reason.Trim(), occasion);
        await cases.Save(@case, cancel);
        return Unit.Value;
    }
}
