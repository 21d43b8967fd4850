using Anfragen.Application.Replies;
using Anfragen.Domain;
using Anfragen.Domain.Answers;
using FluentValidation;
using MediatR;

namespace Anfragen.Application.Answers;

/// <summary>Saves a version of an answer. One based on an older version than the latest is refused, so nothing is overwritten.</summary>
public sealed record SaveAnswerVersion : ICommand<int>, IIdempotentCommand
{
    public static Permission Permission => Permission.DraftAnswers;

    public required AnswerId Id { get; init; }

    /// <summary>The version the form was loaded with, 0 for none.</summary>
    public int BasedOn { get; init; }

    public Guid SubmissionKey { get; init; }

    public AnswerKind Kind { get; init; }

    /// <summary>The third party in whose name the answer is given, when the kind says so.</summary>
    public string? InNameOf { get; init; }

    public string Markdown { get; init; } = "";

    /// <summary>What this version took, if the author says so.</summary>
    public int? EffortMinutes { get; init; }

    /// <summary>Most minutes of one version: a hundred hours.</summary>
    public const int MostMinutes = 6_000;
}

internal sealed class SaveAnswerVersionValidator : AbstractValidator<SaveAnswerVersion>
{
    public SaveAnswerVersionValidator(IAnswerMarkdown markdown)
    {
        RuleFor(command => command.Kind).IsInEnum().WithMessage("Bitte wählen Sie die Art der Antwort.");
        RuleFor(command => command.InNameOf).IsLine();
        RuleFor(command => command.InNameOf).IsGiven(AnswerRules.ThirdPartyIsNamed.Text).When(command => command.Kind == AnswerKind.ThirdParty);
        RuleFor(command => command.Markdown).IsGiven("Die Antwort ist noch leer.").IsText().IsAnswerMarkdown(markdown);
        RuleFor(command => command.EffortMinutes).InclusiveBetween(1, SaveAnswerVersion.MostMinutes)
            .WithMessage($"Bitte geben Sie 1 bis {SaveAnswerVersion.MostMinutes:N0} Minuten an, oder lassen Sie das Feld leer.");
    }
}

internal sealed class SaveAnswerVersionHandler(ICases cases, IWorkingCopies copies, ICurrentUser user, TimeProvider clock) : IRequestHandler<SaveAnswerVersion, int>
{
    public async Task<int> Handle(SaveAnswerVersion command, CancellationToken cancel)
    {
        var @case = await cases.Get(command.Id, cancel);
        var answer = @case.Answer(command.Id);
        var occasion = clock.Occasion(user.As(Permission.DraftAnswers, answer.Department));
        @case.SaveAnswerVersion(
            command.Id, command.BasedOn, command.Kind, command.InNameOf?.Trim(), command.Markdown.ReplaceLineEndings("\n").Trim(), occasion,
            command.EffortMinutes);
        await cases.Save(@case, cancel);
        await copies.Drop(command.Id, occasion.Actor.User, cancel);
        return answer.Latest!.No;
    }
}
