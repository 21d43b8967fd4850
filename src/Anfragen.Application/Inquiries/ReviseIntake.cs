using Anfragen.Application.Council;
using Anfragen.Domain;
using Anfragen.Domain.Inquiries;
using FluentValidation;
using MediatR;

namespace Anfragen.Application.Inquiries;

/// <summary>The wording of an intake as a person read it in the original; it can be registered afterwards.</summary>
public sealed record ReviseIntake : InquiryForm, ICommand<Unit>, IIdempotentCommand
{
    public static Permission Permission => Permission.AdmitInquiries;

    public DateOnly ReceivedOn { get; init; }

    public IntakeChannel Channel { get; init; }
}

internal sealed class ReviseIntakeValidator : WholeInquiryValidator<ReviseIntake>
{
    public ReviseIntakeValidator(TimeProvider clock)
    {
        RuleFor(form => form.Id).NotNull();
        RuleFor(form => form.ReceivedOn).IsDayOfReceipt(clock);
        RuleFor(form => form.Channel).IsIntakeChannel();
    }
}

internal sealed class ReviseIntakeHandler(ICases cases, ICouncil council, ICurrentUser user, TimeProvider clock) : IRequestHandler<ReviseIntake, Unit>
{
    public async Task<Unit> Handle(ReviseIntake command, CancellationToken cancel)
    {
        var @case = await cases.Get(command.Id!.Value, cancel);
        var occasion = clock.Occasion(user.As(Permission.AdmitInquiries));
        CommonRules.NotChangedMeanwhile.BrokenIf(@case.Inquiry.Text.Version != command.BasedOn);
        @case.Inquiry.ReviseIntake(
            await Originators(@case.Inquiry, command.Askers(), cancel), command.ToText(), command.ReceivedOn, command.Channel, occasion);
        await cases.Save(@case, cancel);
        return Unit.Value;
    }

    // Who asked already keeps the names of that day, also when the group has ended since.
    private async Task<IReadOnlyList<Originator>> Originators(Inquiry inquiry, IReadOnlyList<OrganizationId> askers, CancellationToken cancel)
    {
        var known = inquiry.Originators.ToDictionary(originator => originator.Organization!.Value);
        foreach (var added in await council.Originators([.. askers.Where(group => !known.ContainsKey(group))], cancel)) known.Add(added.Organization!.Value, added);
        return [.. askers.Select((group, index) => known[group] with { Position = index + 1 })];
    }
}
