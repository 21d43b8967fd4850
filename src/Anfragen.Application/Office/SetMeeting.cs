using Anfragen.Domain;
using FluentValidation;
using MediatR;

namespace Anfragen.Application.Office;

/// <summary>Sitzung festlegen: puts inquiries on the agenda of a meeting, or moves them to another one.</summary>
public sealed record SetMeeting : ICommand<IReadOnlyList<string>>
{
    public const int CommitteeLength = 120;

    public static Permission Permission => Permission.RouteQuestions;

    public IReadOnlyList<InquiryId> Inquiries { get; init; } = [];

    public DateOnly? MeetingOn { get; init; }

    public string Committee { get; init; } = "";
}

internal sealed class SetMeetingValidator : AbstractValidator<SetMeeting>
{
    public SetMeetingValidator()
    {
        RuleFor(command => command.Inquiries).AreChosen();
        RuleFor(command => command.MeetingOn).NotNull().WithMessage("Bitte geben Sie den Tag der Sitzung an.");
        RuleFor(command => command.Committee).IsGiven("Bitte geben Sie das Gremium an.").IsLine(SetMeeting.CommitteeLength);
    }
}

internal sealed class SetMeetingHandler(BulkSteps bulk, ICurrentUser user, TimeProvider clock) : IRequestHandler<SetMeeting, IReadOnlyList<string>>
{
    public Task<IReadOnlyList<string>> Handle(SetMeeting command, CancellationToken cancel)
    {
        var occasion = clock.Occasion(user.As(Permission.RouteQuestions));
        return bulk.Take(command.Inquiries, @case => @case.Inquiry.SetMeeting(command.MeetingOn!.Value, command.Committee.Trim(), occasion), cancel);
    }
}
