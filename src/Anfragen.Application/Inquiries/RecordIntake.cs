using System.Text;
using System.Text.Json.Serialization;
using Anfragen.Application.Attachments;
using Anfragen.Application.Council;
using Anfragen.Application.Documents;
using Anfragen.Application.Replies;
using Anfragen.Domain;
using Anfragen.Domain.Attachments;
using Anfragen.Domain.Cases;
using Anfragen.Domain.Inquiries;
using FluentValidation;
using MediatR;

namespace Anfragen.Application.Inquiries;

/// <summary>
/// Records at once an inquiry that came on paper, by mail or as a file: whatever can be read is split, and a person checks that afterwards.
/// </summary>
public sealed record RecordIntake : ICommand<InquiryId>, IIdempotentCommand
{
    public static Permission Permission => Permission.AdmitInquiries;

    /// <summary>The submitting group.</summary>
    public OrganizationId Group { get; init; }

    /// <summary>Groups that signed the original as well.</summary>
    public IReadOnlyList<OrganizationId> CoAskers { get; init; } = [];

    /// <summary>The true day.</summary>
    public DateOnly ReceivedOn { get; init; }

    public IntakeChannel Channel { get; init; }

    /// <summary>Empty takes the one that the original names.</summary>
    public string Subject { get; init; } = "";

    /// <summary>The original as a file; empty when there is only a text. Its digest stands for it where the command is compared with one sent before.</summary>
    [JsonIgnore]
    public byte[] Content { get; init; } = [];

    public string ContentSha256 => Digest.OfBytes(Content);

    /// <summary>The text of the original, pasted or typed; it is split in place of the file's.</summary>
    public string? Pasted { get; init; }

    public Guid SubmissionKey { get; init; }
}

internal sealed class RecordIntakeValidator : AbstractValidator<RecordIntake>
{
    public RecordIntakeValidator(OriginalReader originals, TimeProvider clock)
    {
        RuleFor(command => command.Group).NotEmpty().WithMessage("Bitte wählen Sie aus, wer fragt.");
        RuleFor(command => command.ReceivedOn).IsDayOfReceipt(clock);
        RuleFor(command => command.Channel).IsIntakeChannel();
        RuleFor(command => command.Subject).IsLine();
        RuleFor(command => command.Pasted).IsText();
        RuleFor(command => command.Content)
            .Must((command, content) => content.Length > 0 || !string.IsNullOrWhiteSpace(command.Pasted))
            .WithMessage("Bitte wählen Sie das Original als Datei aus, die nicht leer ist, oder fügen Sie darunter seinen Text ein.");
        RuleFor(command => command.Content).CustomAsync(async (content, context, cancel) =>
        {
            if (content.Length == 0) return;
            try
            {
                await originals.Read(content, cancel);
            }
            catch (DocumentRefused refused)
            {
                context.AddFailure(refused.Message);
            }
        });
    }
}

internal sealed class RecordIntakeHandler(
    ICases cases, ICouncil council, IFiles files, IAttachmentFindings findings, OriginalReader originals, ICurrentUser user, TimeProvider clock)
    : IRequestHandler<RecordIntake, InquiryId>
{
    private const string OriginalTitle = "Original der Anfrage";
    private const string TranscriptTitle = "Text des Originals";

    public async Task<InquiryId> Handle(RecordIntake command, CancellationToken cancel)
    {
        var occasion = clock.Occasion(user.As(Permission.AdmitInquiries));
        var originators = await council.Originators([command.Group, .. command.CoAskers.Where(group => group != command.Group).Distinct()], cancel);
        var original = command.Content.Length == 0 ? null : await originals.Read(command.Content, cancel);
        var transcript = TextRules.TypedText(command.Pasted);

        var transcriptSha256 = transcript is null
            ? null
            : await files.Put(Encoding.UTF8.GetBytes(transcript), FileFormat.PlainText.MediaType(), cancel);
        var originalSha256 = original is null ? transcriptSha256! : await files.Put(command.Content, original.Format.MediaType(), cancel);
        var text = transcript is null
            ? IntakeText.Of(command.Subject, original!.Text?.Text, original.Text?.Footnotes ?? [])
            : IntakeText.Of(command.Subject, transcript, []);

        var @case = InquiryCase.Of(Inquiry.RecordIntake(
            InquiryId.New(), originators, text, new Receipt(1, command.ReceivedOn, command.Channel, originalSha256, transcriptSha256), occasion));
        var holder = AttachmentHolder.Of(@case.Inquiry.Id);
        var attached = original is null ? null : @case.Attach(holder, OriginalTitle, originalSha256, occasion);
        if (transcriptSha256 is not null) @case.Attach(holder, TranscriptTitle, transcriptSha256, occasion);
        await cases.Save(@case, cancel);
        if (attached is not null) await findings.Note(attached.Id, original!.Findings, cancel);
        return @case.Inquiry.Id;
    }
}
