using Anfragen.Domain;
using FluentValidation;
using MediatR;

namespace Anfragen.Application.Deadlines;

/// <summary>Zwischennachricht: tells the askers when to expect the reply to what is still open. The clock goes on.</summary>
public sealed record SendInterimReply : ICommand<Unit>, IIdempotentCommand
{
    public static Permission Permission => Permission.ManageDeadlines;

    public required InquiryId Id { get; init; }

    public DateOnly? ExpectedOn { get; init; }

    public string Reason { get; init; } = "";

    public Guid SubmissionKey { get; init; }
}

internal sealed class SendInterimReplyValidator : AbstractValidator<SendInterimReply>
{
    public SendInterimReplyValidator()
    {
        RuleFor(command => command.ExpectedOn).IsDayOfDeadline("Bitte geben Sie an, bis wann die Antwort zu erwarten ist.");
        RuleFor(command => command.Reason).IsGiven("Bitte geben Sie an, warum die Antwort länger braucht.").IsText(DeadlineForms.ReasonLength);
    }
}

internal sealed class SendInterimReplyHandler(ICases cases, ICurrentUser user, TimeProvider clock) : IRequestHandler<SendInterimReply, Unit>
{
    public async Task<Unit> Handle(SendInterimReply command, CancellationToken cancel)
    {
        var @case = await cases.Get(command.Id, cancel);
        @case.SendInterimReply(command.ExpectedOn!.Value, command.Reason.Trim(), clock.Occasion(user.As(Permission.ManageDeadlines)));
        await cases.Save(@case, cancel);
        return Unit.Value;
    }
}
