using Anfragen.Domain;
using Anfragen.Domain.Publication;
using FluentValidation;
using MediatR;

namespace Anfragen.Application.Publication;

/// <summary>Makes the chosen questions with their answers public.</summary>
public sealed record PublishInquiry : ICommand<Unit>
{
    public static Permission Permission => Permission.PublishInquiries;

    public required InquiryId Id { get; init; }

    public IReadOnlyList<QuestionId> Questions { get; init; } = [];

    /// <summary>Whether the signed PDF becomes public too.</summary>
    public bool WithFile { get; init; } = true;

    /// <summary>The attachments that become public; none unless they are chosen one by one.</summary>
    public IReadOnlyList<AttachmentId> Attachments { get; init; } = [];

    internal PublicationChoice Choice => new(Questions.ToHashSet(), WithFile) { Attachments = Attachments.ToHashSet() };
}

internal sealed class PublishInquiryValidator : AbstractValidator<PublishInquiry>
{
    public PublishInquiryValidator()
    {
        RuleFor(command => command.Questions).NotEmpty().WithMessage("Bitte wählen Sie mindestens eine Frage aus.");
    }
}

internal sealed class PublishInquiryHandler(ICases cases, ICurrentUser user, TimeProvider clock) : IRequestHandler<PublishInquiry, Unit>
{
    public async Task<Unit> Handle(PublishInquiry command, CancellationToken cancel)
    {
        var @case = await cases.Get(command.Id, cancel);
        var occasion = clock.Occasion(user.As(Permission.PublishInquiries));
        @case.Publish(command.Choice, occasion);
        await cases.Save(@case, cancel);
        return Unit.Value;
    }
}
