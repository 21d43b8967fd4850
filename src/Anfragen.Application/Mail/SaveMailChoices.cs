using Anfragen.Domain.Cases;
using FluentValidation;
using MediatR;

namespace Anfragen.Application.Mail;

/// <summary>Chooses which of one's mails come at once, with the morning digest, or not at all, and where they go.</summary>
public sealed record SaveMailChoices : ICommand<Unit>
{
    public static Permission Permission => Permission.SignedIn;

    /// <summary>Empty for no mails.</summary>
    public string? Address { get; init; }

    public IReadOnlyList<Choice> Choices { get; init; } = [];

    /// <summary>One line of the form.</summary>
    public sealed record Choice
    {
        public MessageKind Kind { get; init; }

        public MessageTiming Timing { get; init; }
    }
}

internal sealed class SaveMailChoicesValidator : AbstractValidator<SaveMailChoices>
{
    public SaveMailChoicesValidator()
    {
        RuleFor(command => command.Address).IsMailAddress();
        RuleForEach(command => command.Choices).ChildRules(choice => choice.RuleFor(line => line.Timing)
            .Must((line, timing) => Enum.IsDefined(line.Kind) && Enum.IsDefined(timing) && line.Kind.Allows(timing))
            .WithMessage("Was auf Sie wartet, lässt sich nicht abstellen, nur auf den Morgen legen."));
    }
}

internal sealed class SaveMailChoicesHandler(IMailboxes mailboxes, ICurrentUser user) : IRequestHandler<SaveMailChoices, Unit>
{
    public async Task<Unit> Handle(SaveMailChoices command, CancellationToken cancel)
    {
        var account = user.Id!.Value;
        await mailboxes.SetAddress(account, TextRules.TypedLine(command.Address), cancel);
        await mailboxes.Choose(account, command.Choices.GroupBy(choice => choice.Kind).ToDictionary(same => same.Key, same => same.Last().Timing), cancel);
        return Unit.Value;
    }
}
