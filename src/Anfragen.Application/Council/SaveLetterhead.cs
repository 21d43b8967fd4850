using Anfragen.Application.Replies;
using Anfragen.Domain;
using Anfragen.Domain.Council;
using FluentValidation;
using MediatR;

namespace Anfragen.Application.Council;

/// <summary>Enters what stands on every letter, or changes it; letters that were issued stay as they are.</summary>
public sealed record SaveLetterhead : ICommand<Unit>
{
    /// <summary>Most characters of a line; a longer one would not stand beside the coat of arms, or in the info block, on one line.</summary>
    public const int LongestLine = 80;

    /// <summary>Most characters of the line above the recipient; it is small, has 80 mm and is cut where it ends.</summary>
    public const int LongestReturnAddress = 60;

    public static Permission Permission => Permission.ManageCouncil;

    /// <summary>The version that the form was made from, 0 when there was no letterhead.</summary>
    public int Version { get; init; }

    public string Sender { get; init; } = "";

    public string? Office { get; init; }

    /// <summary>Line by line.</summary>
    public string? Address { get; init; }

    public string? ReturnAddress { get; init; }

    /// <summary>One on each line, "Telefon: 06131 12-0".</summary>
    public string? Contact { get; init; }

    /// <summary>Another coat of arms; empty keeps the one that is there.</summary>
    public byte[] Emblem { get; init; } = [];

    /// <summary>Takes the coat of arms away.</summary>
    public bool WithoutEmblem { get; init; }
}

internal sealed class SaveLetterheadValidator : AbstractValidator<SaveLetterhead>
{
    public SaveLetterheadValidator(IEmblems emblems)
    {
        RuleFor(command => command.Sender).IsGiven("Bitte geben Sie den Absender an.").IsLine(SaveLetterhead.LongestLine);
        RuleFor(command => command.Office).IsLine(SaveLetterhead.LongestLine);
        RuleFor(command => command.ReturnAddress).IsLine(SaveLetterhead.LongestReturnAddress);
        RuleFor(command => command.Address).HasShortLines();
        RuleFor(command => command.Contact).HasShortLines();
        RuleFor(command => command.Contact).Must(contact => contact.Lines().All(line => ContactLine.Parse(line) is not null))
            .WithMessage("Bitte schreiben Sie jede Angabe auf eine eigene Zeile, mit Bezeichnung und Doppelpunkt: „Telefon: 06131 12-0“.");
        RuleFor(command => command.Emblem).Custom((emblem, context) =>
        {
            if (emblem.Length > 0 && emblems.Examine(emblem).Problem is { } problem) context.AddFailure(problem);
        });
    }
}

internal sealed class SaveLetterheadHandler(ICouncilRegister council, IEmblems emblems, IFiles files, ICurrentUser user, TimeProvider clock)
    : IRequestHandler<SaveLetterhead, Unit>
{
    public async Task<Unit> Handle(SaveLetterhead command, CancellationToken cancel)
    {
        var occasion = clock.Occasion(user.As(Permission.ManageCouncil));
        var register = await council.Get(cancel);
        var now = register.Letterheads.Find(Letterhead.OnlyId);
        CommonRules.NotChangedMeanwhile.BrokenIf((now?.Version ?? 0) != command.Version);
        register.PutLetterhead(new Letterhead
        {
            Sender = command.Sender.Trim(),
            Office = TextRules.TypedLine(command.Office),
            Address = [.. command.Address.Lines()],
            ReturnAddress = TextRules.TypedLine(command.ReturnAddress),
            Contact = [.. command.Contact.Lines().Select(ContactLine.Parse).OfType<ContactLine>()],
            EmblemSha256 = command.WithoutEmblem ? null : await Stored(command.Emblem, cancel) ?? now?.EmblemSha256,
        });
        await council.Save(register, occasion, cancel);
        return Unit.Value;
    }

    private async Task<string?> Stored(byte[] emblem, CancellationToken cancel) =>
        emblem.Length == 0 ? null : await files.Put(emblem, emblems.Examine(emblem).MediaType!, cancel);
}

internal static class LinesOfText
{
    /// <summary>The lines that hold something.</summary>
    public static IEnumerable<string> Lines(this string? text) =>
        (text ?? "").ReplaceLineEndings("\n").Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);

    public static IRuleBuilderOptions<T, string?> HasShortLines<T>(this IRuleBuilder<T, string?> rule) =>
        rule.IsText(2_000).Must(text => text.Lines().All(line => line.Length <= SaveLetterhead.LongestLine && !line.Any(char.IsControl)))
            .WithMessage($"Bitte höchstens {SaveLetterhead.LongestLine} Zeichen auf einer Zeile.");
}
