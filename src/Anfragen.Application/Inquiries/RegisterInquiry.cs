using Anfragen.Application.Deadlines;
using Anfragen.Domain;
using Anfragen.Domain.Deadlines;
using FluentValidation;
using MediatR;

namespace Anfragen.Application.Inquiries;

/// <summary>Admits an inquiry and gives it its number.</summary>
public sealed record RegisterInquiry : ICommand<string>
{
    public static Permission Permission => Permission.AdmitInquiries;

    public required InquiryId Id { get; init; }

    /// <summary>A number another system gave; empty takes the next of our own.</summary>
    public string? NumberByHand { get; init; }

    /// <summary>Kind of inquiry, by which its deadline is computed; the first of the city's rules when none is named.</summary>
    public string? Kind { get; init; }
}

internal sealed class RegisterInquiryValidator : AbstractValidator<RegisterInquiry>
{
    public RegisterInquiryValidator() => RuleFor(command => command.NumberByHand).IsInquiryNumber();
}

internal sealed class RegisterInquiryHandler(ICases cases, IInquiryNumbers numbers, ICityRules rules, ICurrentUser user, TimeProvider clock)
    : IRequestHandler<RegisterInquiry, string>
{
    public async Task<string> Handle(RegisterInquiry command, CancellationToken cancel)
    {
        var @case = await cases.Get(command.Id, cancel);
        var occasion = clock.Occasion(user.As(Permission.AdmitInquiries));
        var reference = string.IsNullOrWhiteSpace(command.NumberByHand)
            ? await numbers.Next(command.Id, occasion.Day, cancel)
            : await numbers.TakeByHand(command.Id, command.NumberByHand.Trim(), occasion.Day, cancel);
        var city = await rules.On(occasion.Day, cancel);
        var rule = city.Of(string.IsNullOrEmpty(command.Kind) ? null : command.Kind);
        ClockRules.KindExists.BrokenIf(rule is null && !string.IsNullOrEmpty(command.Kind));
        @case.Register(reference.Display, rule is null ? null : new PinnedRule(city.City, rule), city.Calendar, occasion);
        await cases.Save(@case, cancel);
        return reference.Display;
    }
}
