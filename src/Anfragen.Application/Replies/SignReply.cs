using Anfragen.Domain;
using Anfragen.Domain.Cases;
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

/// <summary>Seals the letter: a timestamp server may take seconds, during which others go on working.</summary>
internal sealed class SignReplyPreparation(
    ITransaction transaction, LetterToSign letters, IReplyRenderer renderer, IReplySeal seal, SealedLetter kept, TimeProvider clock) : IPreparation<SignReply>
{
    public async Task Prepare(SignReply command, CancellationToken cancel)
    {
        if (!seal.IsConfigured) return;
        var (_, letter) = await transaction.Run(() => letters.Of(command, clock.GetUtcNow(), cancel), cancel);
        var pdf = renderer.Render(letter).Pdf;
        kept.Keep(pdf, letter.CreatedAt, await seal.Seal(pdf, letter, cancel));
    }
}

internal sealed class SignReplyHandler(
    ICases cases, LetterToSign letters, IReplyRenderer renderer, SealedLetter kept, IFiles files, ICurrentUser user, TimeProvider clock)
    : IRequestHandler<SignReply, Unit>
{
    public async Task<Unit> Handle(SignReply command, CancellationToken cancel)
    {
        var occasion = clock.Occasion(user.As(Permission.SignReplies));
        var (@case, letter) = await letters.Of(command, kept.CreatedAt ?? occasion.At, cancel);
        var rendered = renderer.Render(letter);
        var shown = letter.Signature!;
        var signature = new Signature(
            shown.Place, shown.SignedOn, shown.Name, shown.Office, occasion.Actor.User, occasion.At, command.ContentSha256, rendered.TemplateSha256,
            await files.Put(letter.IsToBeSealed ? kept.SealedFrom(rendered.Pdf) : rendered.Pdf, "application/pdf", cancel))
        {
            DataSha256 = rendered.Data is { } data ? await files.Put(data, "application/json", cancel) : null,
        };

        @case.SignReply(command.Id, signature, occasion);
        await cases.Save(@case, cancel);
        return Unit.Value;
    }
}

/// <summary>The letter that a signature would make, if the reply can be signed now.</summary>
public sealed class LetterToSign(ICases cases, ILetterheads letterheads, IReplySeal seal, ICurrentUser user, TimeProvider clock)
{
    /// <param name="command">Who signs, and what.</param>
    /// <param name="createdAt">Goes into the file.</param>
    /// <param name="cancel">Gives up.</param>
    /// <exception cref="RuleViolation">It cannot be signed; no timestamp is fetched for it.</exception>
    internal async Task<(InquiryCase Case, ReplyLetter Letter)> Of(SignReply command, DateTimeOffset createdAt, CancellationToken cancel)
    {
        var @case = await cases.Get(command.Id, cancel);
        var reply = @case.Reply(command.Id);
        var occasion = clock.Occasion(user.As(Permission.SignReplies));
        ReplyRules.ApprovalHolds.BrokenIf(reply.ContentSha256 != command.ContentSha256);
        CommonRules.StepFitsState.BrokenIf(!reply.Allows(Step.Sign, occasion.Actor));
        ReplyRules.NotSignedInFuture.BrokenIf(command.SignedOn > occasion.Day);

        var shown = new LetterSignature(command.Place.Trim(), command.SignedOn!.Value, command.Name.Trim(), command.Office.Trim());
        var letter = await LetterOf.Reply(@case, reply, shown, createdAt, letterheads, cancel);
        return (@case, letter with { IsToBeSealed = seal.IsConfigured });
    }
}

/// <summary>The letter that was sealed for this signature, until its transaction takes it up.</summary>
public sealed class SealedLetter
{
    private string? renderedSha256;
    private byte[] sealedPdf = [];

    /// <summary>The instant in the file; null when nothing was sealed.</summary>
    public DateTimeOffset? CreatedAt { get; private set; }

    internal void Keep(byte[] rendered, DateTimeOffset createdAt, byte[] withSeal) =>
        (renderedSha256, CreatedAt, sealedPdf) = (Digest.OfBytes(rendered), createdAt, withSeal);

    /// <exception cref="RuleViolation">The letter would be another one now.</exception>
    internal byte[] SealedFrom(byte[] rendered)
    {
        CommonRules.NotChangedMeanwhile.BrokenIf(renderedSha256 != Digest.OfBytes(rendered));
        return sealedPdf;
    }
}
