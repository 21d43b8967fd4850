using Anfragen.Application.Replies;
using Anfragen.Domain;
using FluentValidation;
using MediatR;

namespace Anfragen.Application.Assignments;

/// <summary>Supplies a version of a contribution.</summary>
public sealed record SubmitContribution : ICommand<Unit>, IIdempotentCommand
{
    public static Permission Permission => Permission.DraftAnswers;

    public required AssignmentId Id { get; init; }

    public Guid SubmissionKey { get; init; }

    public string Markdown { get; init; } = "";
}

internal sealed class SubmitContributionValidator : AbstractValidator<SubmitContribution>
{
    public SubmitContributionValidator(IAnswerMarkdown markdown)
    {
        RuleFor(command => command.Markdown).IsGiven("Die Zuarbeit ist noch leer.").IsText().IsAnswerMarkdown(markdown);
    }
}

internal sealed class SubmitContributionHandler(ICases cases, ICurrentUser user, TimeProvider clock)
    : IRequestHandler<SubmitContribution, Unit>
{
    public async Task<Unit> Handle(SubmitContribution command, CancellationToken cancel)
    {
        var @case = await cases.Get(command.Id, cancel);
        var occasion = clock.Occasion(user.As(Permission.DraftAnswers, @case.Assignment(command.Id).Department));
        @case.Assignment(command.Id).Contribute(command.Markdown.ReplaceLineEndings("\n").Trim(), occasion);
        await cases.Save(@case, cancel);
        return Unit.Value;
    }
}
