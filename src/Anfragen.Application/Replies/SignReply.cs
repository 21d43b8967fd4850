using Anfragen.Domain;
using Anfragen.Domain.Replies;
using FluentValidation;
using MediatR;

namespace Anfragen.Application.Replies;

/// <summary>
/// Schlusszeichnung: renders the letter, seals it if the city has a certificate, keeps the file and records the conformed signature with the
/// account that signed.
/// </summary>
public sealed record SignReply : ICommand<Unit>
{
    public static Permission Permission => Permission.SignReplies;

    public required ReplyId Id { get; init; }

    /// <summary>Digest of the content the page showed; another content is not signed.</summary>
    public string ContentSha256 { get; init; } = "";

    public string Place { get; init; } = "";

    /// <summary>The letter's date; not in the future.</summary>
    public DateOnly? SignedOn { get; init; }

    public string Name { get; init; } = "";

    public string Office { get; init; } = "";
}

internal sealed class SignReplyValidator : AbstractValidator<SignReply>
{
    public SignReplyValidator()
    {
        RuleFor(command => command.Place).IsGiven("Bitte geben Sie den Ort an.").IsLine(100);
        RuleFor(command => command.SignedOn).NotNull().WithMessage("Bitte geben Sie das Datum des Schreibens an.");
        RuleFor(command => command.Name).IsGiven("Bitte geben Sie den Namen an.").IsLine(200);
        RuleFor(command => command.Office).IsGiven("Bitte geben Sie die Amtsbezeichnung an.").IsLine(200);
    }
}

internal sealed class SignReplyHandler(
    ICases cases, IReplyRenderer renderer, ILetterheads letterheads, IReplySeal seal, IFiles files, ICurrentUser user, TimeProvider clock)
    : IRequestHandler<SignReply, Unit>
{
    public async Task<Unit> Handle(SignReply command, CancellationToken cancel)
    {
        var @case = await cases.Get(command.Id, cancel);
        var reply = @case.Reply(command.Id);
        var occasion = clock.Occasion(user.As(Permission.SignReplies));
        ReplyRules.ApprovalHolds.BrokenIf(reply.ContentSha256 != command.ContentSha256);
        // The domain asks this too, but only once the file is there, and no timestamp is fetched for a letter that cannot be signed.
        CommonRules.StepFitsState.BrokenIf(!reply.Allows(Step.Sign, occasion.Actor));
        ReplyRules.NotSignedInFuture.BrokenIf(command.SignedOn > occasion.Day);

        var shown = new LetterSignature(command.Place.Trim(), command.SignedOn!.Value, command.Name.Trim(), command.Office.Trim());
        var letter = await LetterOf.Reply(@case, reply, shown, occasion.At, letterheads, cancel) with { IsToBeSealed = seal.IsConfigured };
        var rendered = renderer.Render(letter);
        var pdf = letter.IsToBeSealed ? await seal.Seal(rendered.Pdf, letter, cancel) : rendered.Pdf;
        var signature = new Signature(
            shown.Place, shown.SignedOn, shown.Name, shown.Office, occasion.Actor.User, occasion.At,
            command.ContentSha256, rendered.TemplateSha256, await files.Put(pdf, "application/pdf", cancel))
        {
            DataSha256 = rendered.Data is { } data ? await files.Put(data, "application/json", cancel) : null,
        };

        @case.SignReply(command.Id, signature, occasion);
        await cases.Save(@case, cancel);
        return Unit.Value;
    }
}
