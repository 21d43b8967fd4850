using Anfragen.Application.Replies;
using Anfragen.Domain;
using Anfragen.Domain.Answers;
using FluentValidation;
using MediatR;

namespace Anfragen.Application.Answers;

/// <summary>Enters a text block or changes one: departments their own, the council office those of everybody.</summary>
public sealed record SaveTextBlock : ICommand<Unit>
{
    public static Permission Permission => Permission.KeepTextBlocks;

    /// <summary>Null for a new one.</summary>
    public TextBlockId? Id { get; init; }

    /// <summary>The version that the form was made from.</summary>
    public int Version { get; init; }

    /// <summary>Whose it is; null for everybody's.</summary>
    public OrganizationId? Organization { get; init; }

    public string Title { get; init; } = "";

    public string Markdown { get; init; } = "";
}

internal sealed class SaveTextBlockValidator : AbstractValidator<SaveTextBlock>
{
    public SaveTextBlockValidator(IAnswerMarkdown markdown)
    {
        RuleFor(command => command.Title).IsGiven("Bitte geben Sie dem Textbaustein einen Namen.").IsLine(120);
        RuleFor(command => command.Markdown).IsGiven("Der Textbaustein ist noch leer.").IsText().IsAnswerMarkdown(markdown);
    }
}

internal sealed class SaveTextBlockHandler(ITextBlocks blocks, ICurrentUser user, TimeProvider clock) : IRequestHandler<SaveTextBlock, Unit>
{
    public async Task<Unit> Handle(SaveTextBlock command, CancellationToken cancel)
    {
        var stored = command.Id is { } id ? await blocks.Find(id, cancel) ?? throw new NotFound() : null;
        var occasion = clock.Occasion(user.Keeping(stored is null ? command.Organization : stored.Organization));
        CommonRules.StepIsOpenToActor.BrokenIf(!TextBlock.IsKeptBy(command.Organization, occasion.Actor.Role, occasion.Actor.Organization));
        var block = new TextBlock
        {
            Id = stored?.Id ?? TextBlockId.New(),
            Organization = command.Organization,
            Title = command.Title.Trim(),
            Markdown = TextRules.TypedText(command.Markdown)!,
            Version = (stored is null ? 0 : command.Version) + 1,
        };
        if (stored is null) await blocks.Add(block, occasion, cancel);
        else CommonRules.NotChangedMeanwhile.BrokenIf(!await blocks.Change(block, occasion, cancel));
        return Unit.Value;
    }
}

internal static class TextBlockKeepers
{
    /// <summary>The person in the capacity that keeps such blocks.</summary>
    /// <exception cref="NotFound">They keep none of these.</exception>
    public static Actor Keeping(this ICurrentUser user, OrganizationId? owner) =>
        user.Grants.FirstOrDefault(grant => TextBlock.IsKeptBy(owner, grant.Role, grant.Organization)) is { } grant
            ? new Actor(user.Id!.Value, grant.Role, grant.Organization, grant.OnBehalfOf)
            : throw new NotFound();
}
