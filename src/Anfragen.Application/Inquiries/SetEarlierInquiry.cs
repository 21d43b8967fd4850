using Anfragen.Domain;
using Anfragen.Domain.Inquiries;
using FluentValidation;
using MediatR;

namespace Anfragen.Application.Inquiries;

/// <summary>Says by its number which earlier inquiry this one follows up, or that it follows none.</summary>
public sealed record SetEarlierInquiry : ICommand<Unit>
{
    public static Permission Permission => Permission.AdmitInquiries;

    public required InquiryId Id { get; init; }

    /// <summary>Empty takes the reference away.</summary>
    public string? Number { get; init; }
}

internal sealed class SetEarlierInquiryValidator : AbstractValidator<SetEarlierInquiry>
{
    public SetEarlierInquiryValidator() => RuleFor(command => command.Number).IsInquiryNumber();
}

internal sealed class SetEarlierInquiryHandler(ICases cases, ICurrentUser user, TimeProvider clock) : IRequestHandler<SetEarlierInquiry, Unit>
{
    public async Task<Unit> Handle(SetEarlierInquiry command, CancellationToken cancel)
    {
        var @case = await cases.Get(command.Id, cancel);
        var number = TextRules.TypedLine(command.Number);
        var earlier = number is null ? null : await cases.FindByNumber(number, cancel);
        InquiryRules.EarlierIsKnown.BrokenIf(number is not null && earlier is null);
        @case.Inquiry.ReferToEarlier(earlier, clock.Occasion(user.As(Permission.AdmitInquiries)));
        await cases.Save(@case, cancel);
        return Unit.Value;
    }
}
